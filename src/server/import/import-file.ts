/** Brings one file into a database, batch by batch: what is in stays in, and the same file goes on where it stopped. */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FactName } from '../../core/facts/registry.js';
import type { OwnColumns } from '../../core/own-columns.js';
import { checkColumns } from '../../core/check-columns.js';
import type { ImportMark, TenantFacts } from '../database/fact-database.js';
import { BatchWriter } from './batch-writer.js';
import { digestFile, digesting, finishDigest, openFile, unpack } from './open-file.js';
import { readItems, toFact, toForm } from './read-items.js';
import { UnreadableError } from './items.js';
import type { Chunks } from '../../ingest/stream.js';
import { RefusedFile } from './refused-file.js';

export interface ImportOptions {
  /** A path; `-` is the standard input, which needs `fact` unless it is an object of lists. */
  file: string;
  /** Where the records go. */
  facts: TenantFacts;
  /** What a list holds, whatever the file's name says. */
  fact?: FactName | undefined;
  /** Own columns by fact. */
  columns?: OwnColumns;
  /** Where refused records are written. */
  refusedFile: string;
  /** Stops between two batches; what is in by then stays, and the same import goes on from there. */
  signal?: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  /** `looking`: the file is read once to know it again. */
  kind: 'looking' | 'reading';
  /** Bytes of the file as it lies there. */
  bytes: number;
  /** `undefined`: not known. */
  totalBytes: number | undefined;
  records: number;
  refused: number;
}

export interface ImportReport {
  file: string;
  /** What the file was called when it was first imported. */
  name: string;
  /** `same`: it was imported before, nothing changed. `stopped`: the signal came first. */
  outcome: 'done' | 'same' | 'stopped';
  /** Records read, those of an earlier run included. */
  records: number;
  refused: number;
  /** Records by fact that were accepted by this run. */
  accepted: Partial<Record<FactName, number>>;
  /** Records of an earlier run that this one went on from. */
  resumedFrom: number;
  /** CSV columns that no record has. */
  ignored: readonly string[];
  /** Where the refused records of this run are; `undefined`: there were none. */
  refusedFile: string | undefined;
}

/** Rejects with an `UnreadableError` for what cannot be read, with a `DatabaseError` where the database cannot take it, with a `RangeError` for columns that cannot be. */
export async function importFile(options: ImportOptions): Promise<ImportReport> {
  const { file, facts, signal } = options;
  const columns = checkColumns(options.columns ?? {});
  const name = file === '-' ? 'standard input' : basename(file);
  const form = file === '-' ? undefined : toForm(file);
  const how = { fact: options.fact ?? namedFact(file), form, columns };
  const totalBytes = file === '-' ? undefined : await sizeOf(file);
  const tell = (kind: ImportProgress['kind'], bytes: number, { records = 0, refused = 0 } = {}) =>
    options.onProgress?.({ kind, bytes, totalBytes, records, refused });
  // The standard input comes once: its mark is written at the end.
  const digest =
    file === '-'
      ? undefined
      : await digestFile(
          file,
          how,
          (bytes) => {
            tell('looking', bytes);
          },
          signal,
        );
  if (signal?.aborted) return reportOf(file, { records: 0, refused: 0 }, 'stopped');
  const before = digest === undefined ? undefined : await facts.importOf(digest);
  if (before?.isDone) return { ...reportOf(file, before, 'same'), name: before.name };
  const refused = new RefusedFile(options.refusedFile);
  await refused.forget(file, before?.records ?? 0);
  const hash = createHash('sha256');
  const writer = new BatchWriter({
    facts,
    refused,
    file,
    columns,
    before: before ?? { digest: digest ?? '', name, records: 0, refused: 0, isDone: false },
    isMarked: digest !== undefined,
  });
  let bytes = 0;
  let unpackedBytes = 0;
  const opened = counting(
    digest === undefined ? digesting(openFile(file), hash) : openFile(file),
    (size) => (bytes += size),
  );
  try {
    for await (const items of readItems(
      counting(unpack(opened), (size) => (unpackedBytes += size)),
      { name: file === '-' ? '' : file, fact: options.fact, columns },
    )) {
      for (const item of items) writer.take(item);
      await writer.writeIfFull(unpackedBytes);
      tell('reading', bytes, writer);
      if (signal?.aborted) {
        await writer.write();
        return report('stopped');
      }
    }
    await writer.finish(digest ?? finishDigest(hash, how));
    return report('done');
  } catch (error) {
    // What was read and is right stays; a repaired file brings the rest.
    if (error instanceof UnreadableError) await writer.write();
    throw error;
  } finally {
    await writer.settled();
  }

  function report(outcome: ImportReport['outcome']): ImportReport {
    const { accepted, ignored } = writer;
    return {
      ...reportOf(file, writer, outcome),
      accepted,
      ignored,
      resumedFrom: before?.records ?? 0,
      refusedFile: writer.refused > 0 ? options.refusedFile : undefined,
    };
  }
}

function reportOf(
  file: string,
  { records, refused }: Pick<ImportMark, 'records' | 'refused'>,
  outcome: ImportReport['outcome'],
): ImportReport {
  return {
    file,
    name: file === '-' ? 'standard input' : basename(file),
    outcome,
    records,
    refused,
    accepted: {},
    resumedFrom: 0,
    ignored: [],
    refusedFile: undefined,
  };
}

function namedFact(file: string): FactName | undefined {
  try {
    return toFact(file);
  } catch {
    // An object of lists needs no name.
    return undefined;
  }
}

async function sizeOf(file: string): Promise<number> {
  const about = await stat(file).catch((cause: unknown) => {
    throw new UnreadableError(
      (cause as { code?: unknown }).code === 'ENOENT' ? 'there is no such file.' : (cause as Error).message,
      { cause },
    );
  });
  if (about.isDirectory()) throw new UnreadableError('it is a folder. Name the files in it.');
  return about.size;
}

async function* counting(bytes: Chunks, add: (size: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    add(chunk.length);
    yield chunk;
  }
}
