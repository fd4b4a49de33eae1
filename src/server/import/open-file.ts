/** A file's bytes, unpacked, without a byte order mark. */
import { createReadStream } from 'node:fs';
import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Chunks, startOf } from '../../ingest/stream.js';
import { UnreadableError } from './items.js';
import { type Hash, createHash } from 'node:crypto';
import type { CustomColumns } from '../../core/custom-columns.js';
import { declaredIn } from '../database/row/fingerprint.js';

const CHUNK = 1 << 18;

/** The bytes as they are stored. `-` is the standard input. */
export function openFile(path: string): Chunks {
  return path === '-' ? process.stdin : createReadStream(path, { highWaterMark: CHUNK });
}

/** Unpacks what is gzipped, whatever its name says. Rejects with an `UnreadableError` for bytes that are not UTF-8 text. */
export async function* unpack(bytes: Chunks): AsyncGenerator<Uint8Array> {
  const packed = await startOf(bytes, 3);
  const isGzip = packed.first[0] === 0x1f && packed.first[1] === 0x8b;
  const plain = isGzip ? await startOf(gunzip(packed.all()), 3) : packed;
  refuseOther(plain.first);
  let toSkip = hasByteOrderMark(plain.first) ? 3 : 0;
  for await (const chunk of plain.all()) {
    const skipped = Math.min(toSkip, chunk.length);
    toSkip -= skipped;
    yield chunk.subarray(skipped);
  }
}

function refuseOther([a, b, c]: Uint8Array): void {
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    throw new UnreadableError('it is UTF-16. Save it as UTF-8.');
  if (a === 0x50 && b === 0x4b && c! < 8)
    throw new UnreadableError('it is a zip archive or a workbook. Unpack it, or export CSV.');
}

const hasByteOrderMark = ([a, b, c]: Uint8Array): boolean => a === 0xef && b === 0xbb && c === 0xbf;

async function* gunzip(bytes: Chunks): AsyncGenerator<Uint8Array> {
  // An error reaches the reader of the stream.
  const unpacked = pipeline(
    Readable.from(bytes, { objectMode: false, highWaterMark: CHUNK }),
    createGunzip({ chunkSize: CHUNK }),
    () => undefined,
  );
  try {
    yield* unpacked as Chunks;
  } catch (cause) {
    if (String((cause as { code?: unknown }).code).startsWith('Z_'))
      throw new UnreadableError(
        `it is gzipped and breaks off or is damaged (${(cause as Error).message}). Copy it again.`,
        { cause },
      );
    throw cause;
  }
}

/** To be raised when the same file gives other records than before. */
const READER_VERSION = 1;

export interface HowRead {
  /** The fact of a list, by the command or the name. */
  fact: string | undefined;
  /** The form by the name. */
  form: string | undefined;
  columns: CustomColumns;
}

/** What an import is known by: the file's bytes and how they are read. */
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
  return hash
    .update(JSON.stringify([READER_VERSION, fact ?? null, form ?? null, ...declaredIn(columns)]))
    .digest('hex');
}
