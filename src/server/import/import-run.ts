/** What the import of a file and that of an export have in common: items go into the database batch by batch, and a report says how it went. */
import { basename } from 'node:path';
import type { FactName } from '../../core/facts/registry.js';
import type { CustomColumns } from '../../core/custom-columns.js';
import { SourceError } from '../../core/source-error.js';
import type { Chunks } from '../../ingest/stream.js';
import type { ImportMark, TenantFacts } from '../database/fact-database.js';
import { BatchWriter } from './batch-writer.js';
import { UnreadableError, type Item } from './items.js';
import { RefusedFile } from './refused-file.js';

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

export interface ImportRun {
  /** The path, or what stands for several. */
  file: string;
  /** What the database remembers the import by. */
  name: string;
  facts: TenantFacts;
  columns: CustomColumns;
  /** Where refused records are written. */
  refusedFile: string;
  /** What the database knows of an earlier run. */
  before: ImportMark | undefined;
  /** `undefined`: known only at the end, so that batches carry no mark. */
  digest: string | undefined;
  /** The digest once all was read. */
  finalDigest: () => string;
  /** Unpacked bytes that were read so far. */
  bytes: () => number;
  /** After each batch that was read. */
  onRead: (counts: Pick<ImportMark, 'records' | 'refused'>) => void;
  signal: AbortSignal | undefined;
}

/** Writes all items, or those until the signal. What came before an error is kept: a repaired file brings the rest. */
export async function runImport(run: ImportRun, items: AsyncIterable<Iterable<Item>>): Promise<ImportReport> {
  const writer = await openWriter(run);
  try {
    const outcome = await writeItems(writer, run, items);
    return { ...reportOf(run.file, writer, outcome), ...runOf(run, writer) };
  } catch (error) {
    if (!(error instanceof SourceError || error instanceof UnreadableError)) throw error;
    await writer.write();
    throw error instanceof UnreadableError ? error : new UnreadableError(error.message, { cause: error });
  } finally {
    await writer.settled();
  }
}

async function openWriter({
  facts,
  file,
  name,
  columns,
  refusedFile,
  before,
  digest,
}: ImportRun): Promise<BatchWriter> {
  const refused = new RefusedFile(refusedFile);
  await refused.forget(file, before?.records ?? 0);
  return new BatchWriter({
    facts,
    refused,
    file,
    columns,
    before: before ?? { digest: digest ?? '', name, records: 0, refused: 0, isDone: false },
    isMarked: digest !== undefined,
  });
}

async function writeItems(
  writer: BatchWriter,
  { bytes, onRead, signal, finalDigest }: ImportRun,
  items: AsyncIterable<Iterable<Item>>,
): Promise<'done' | 'stopped'> {
  for await (const some of items) {
    for (const item of some) writer.take(item);
    await writer.writeIfFull(bytes());
    onRead(writer);
    if (signal?.aborted) {
      await writer.write();
      return 'stopped';
    }
  }
  await writer.finish(finalDigest());
  return 'done';
}

function runOf({ before, refusedFile }: ImportRun, { accepted, ignored, refused }: BatchWriter) {
  return {
    accepted,
    ignored,
    resumedFrom: before?.records ?? 0,
    refusedFile: refused > 0 ? refusedFile : undefined,
  };
}

/** The report of a run that wrote nothing. */
export function reportOf(
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

/** The bytes as they are, counted on their way. */
export async function* counting(bytes: Chunks, add: (size: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    add(chunk.length);
    yield chunk;
  }
}
