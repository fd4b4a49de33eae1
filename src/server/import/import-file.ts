/** Brings one file into a database, batch by batch: records that are in stay in, and the same file goes on where it stopped. */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FactName } from '../../core/facts/registry.js';
import type { CustomColumns } from '../../core/custom-columns.js';
import { checkColumns } from '../../core/check-columns.js';
import type { TenantFacts } from '../database/fact-database.js';
import { digestFile, digesting, finishDigest, openFile, unpack } from './open-file.js';
import { readItems, toFact, toForm } from './read-items.js';
import { UnreadableError } from './items.js';
import { counting, reportOf, runImport, type ImportProgress, type ImportRun, type ImportReport } from './import-run.js';

export interface ImportOptions {
  /** A path; `-` is the standard input, which needs `fact` unless it is an object of lists. */
  file: string;
  /** Where the records go. */
  facts: TenantFacts;
  /** What a list holds, whatever the file's name says. */
  fact?: FactName | undefined;
  /** Custom columns by fact. */
  columns?: CustomColumns;
  /** Where refused records are written. */
  refusedFile: string;
  /** Stops between two batches; what is in by then stays, and the same import goes on from there. */
  signal?: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
}

/**
 * Rejects with an `UnreadableError` for a file that cannot be read, with a `DatabaseError` where the database cannot take it, with a
 * `RangeError` for invalid columns.
 */
export async function importFile(options: ImportOptions): Promise<ImportReport> {
  const { file, facts, refusedFile, signal } = options;
  const columns = checkColumns(options.columns ?? {});
  const { isInput, name, totalBytes, form } = await describeFile(file);
  const how = { fact: options.fact ?? namedFact(file), form, columns };
  const onProgress = (kind: ImportProgress['kind'], bytes: number, counts: Counts) =>
    options.onProgress?.({ kind, bytes, totalBytes, ...counts });
  // The standard input comes once, so its mark is written at the end.
  const digest = isInput
    ? undefined
    : await digestFile(file, how, (bytes) => onProgress('looking', bytes, NOTHING), signal);
  if (signal?.aborted) return reportOf(file, NOTHING, 'stopped');
  const before = digest === undefined ? undefined : await facts.importOf(digest);
  if (before?.isDone) return { ...reportOf(file, before, 'same'), name: before.name };
  const hash = createHash('sha256');
  const read = { packed: 0, unpacked: 0 };
  const packed = counting(isInput ? digesting(openFile(file), hash) : openFile(file), (size) => (read.packed += size));
  const bytes = counting(unpack(packed), (size) => (read.unpacked += size));
  const run: ImportRun = {
    ...{ file, name, facts, columns, refusedFile, before, digest, signal },
    finalDigest: () => digest ?? finishDigest(hash, how),
    bytes: () => read.unpacked,
    onRead: ({ records, refused }) => onProgress('reading', read.packed, { records, refused }),
  };
  return runImport(run, readItems(bytes, { name: isInput ? '' : file, fact: options.fact, columns }));
}

async function describeFile(file: string) {
  return file === '-'
    ? { isInput: true, name: 'standard input', totalBytes: undefined, form: undefined }
    : { isInput: false, name: basename(file), form: toForm(file), totalBytes: await sizeOf(file) };
}

type Counts = Pick<ImportProgress, 'records' | 'refused'>;

const NOTHING: Counts = { records: 0, refused: 0 };

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
