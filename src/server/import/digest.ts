/** What an import is known by: the file's bytes and how they are read. */
import { createHash, type Hash } from 'node:crypto';
import type { OwnColumns } from '../../core/own-columns.js';
import { declaredIn } from '../database/row/fingerprint.js';
import type { Chunks } from '../../ingest/stream.js';
import { openFile } from './open-bytes.js';

/** To be raised when the same file gives other records than before. */
const READING = 1;

export interface HowRead {
  /** What a list in it is, by the command or the name. */
  fact: string | undefined;
  /** By the name. */
  form: string | undefined;
  columns: OwnColumns;
}

export async function digestFile(
  path: string,
  how: HowRead,
  onBytes: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of openFile(path)) {
    if (signal?.aborted) break;
    hash.update(chunk);
    onBytes((bytes += chunk.length));
  }
  return finishDigest(hash, how);
}

/** The bytes as they are, digested on their way. */
export async function* digesting(bytes: Chunks, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}

export function finishDigest(hash: Hash, { fact, form, columns }: HowRead): string {
  return hash.update(JSON.stringify([READING, fact ?? null, form ?? null, ...declaredIn(columns)])).digest('hex');
}
