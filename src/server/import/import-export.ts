/** Brings the export of a help desk into a database. Its files belong together, so they are one import; it goes on where it stopped. */
import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { isFactName, type FactName } from '../../core/facts/registry.js';
import type { AdapterOptions } from '../../sources/adapters/adapter-options.js';
import type { AdapterReport } from '../../sources/adapters/adapter-report.js';
import { streamExport, type VendorName } from '../../sources/adapters/from-exports.js';
import { SourceError } from '../../core/source-error.js';
import type { TenantFacts } from '../database/fact-database.js';
import { BatchWriter } from './batch-writer.js';
import { digestFile, openFile, unpack } from './open-file.js';
import type { ImportProgress, ImportReport } from './import-file.js';
import { UnreadableError, type Item } from './items.js';
import { RefusedFile } from './refused-file.js';

export interface ExportImportOptions {
  vendor: VendorName;
  /** Files, and folders of them. */
  paths: readonly string[];
  facts: TenantFacts;
  options: AdapterOptions;
  /** Where facts are written that do not fit. */
  refusedFile: string;
  /** Stops between two batches; what is in by then stays, and the same import goes on from there. */
  signal?: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
}

export interface ExportImportReport extends ImportReport {
  /** What became of the export's rows; `undefined` where nothing was read. */
  adapter: AdapterReport | undefined;
}

interface Source {
  path: string;
  name: string;
}

/** To be raised when the same export gives other facts than before. */
const READING = 1;
const FORMS = /\.(json|ndjson|jsonl|csv|tsv)(\.gz)?$/i;

/** Rejects with an `UnreadableError` for what cannot be read, with a `DatabaseError` where the database cannot take it. */
export async function importExport({
  vendor,
  paths,
  facts,
  options,
  refusedFile,
  signal,
  onProgress,
}: ExportImportOptions): Promise<ExportImportReport> {
  const file = paths.length === 1 ? paths[0]! : `${paths.length} files of ${vendor}`;
  const sources = (await Promise.all(paths.map(filesOf))).flat();
  const tell = (kind: ImportProgress['kind'], bytes: number, { records = 0, refused = 0 } = {}) =>
    onProgress?.({ kind, bytes, totalBytes: undefined, records, refused });
  const digest = await digestOf(
    vendor,
    sources,
    options,
    (bytes) => {
      tell('looking', bytes);
    },
    signal,
  );
  const name = basename(file);
  const report = { file, name, accepted: {}, resumedFrom: 0, ignored: [], refusedFile: undefined, adapter: undefined };
  if (signal?.aborted) return { ...report, outcome: 'stopped', records: 0, refused: 0 };
  const before = await facts.importOf(digest);
  if (before?.isDone)
    return { ...report, name: before.name, outcome: 'same', records: before.records, refused: before.refused };
  const refused = new RefusedFile(refusedFile);
  await refused.forget(file, before?.records ?? 0);
  const writer = new BatchWriter({
    facts,
    refused,
    file,
    columns: {},
    before: before ?? { digest, name, records: 0, refused: 0, isDone: false },
    isMarked: true,
  });
  let bytes = 0;
  const stream = streamExport(
    vendor,
    sources.map(({ path, name: inside }) => ({
      name: inside,
      open: () => counting(unpack(openFile(path)), (size) => (bytes += size)),
    })),
    options,
  );
  const toItems = itemMaker();
  let outcome: ImportReport['outcome'] = 'done';
  try {
    for await (const batch of stream.batches) {
      for (const item of toItems(batch)) writer.take(item);
      await writer.writeIfFull(bytes);
      tell('reading', bytes, writer);
      if (signal?.aborted) outcome = 'stopped';
      if (outcome === 'stopped') break;
    }
    await (outcome === 'stopped' ? writer.write() : writer.finish(digest));
  } catch (error) {
    if (!(error instanceof SourceError || error instanceof UnreadableError)) throw error;
    // What was read and is right stays; a repaired export brings the rest.
    await writer.write();
    throw error instanceof UnreadableError ? error : new UnreadableError(error.message, { cause: error });
  } finally {
    await writer.settled();
  }
  const { records, refused: count, accepted } = writer;
  return {
    ...report,
    outcome,
    records,
    refused: count,
    accepted,
    resumedFrom: before?.records ?? 0,
    refusedFile: count > 0 ? refusedFile : undefined,
    adapter: stream.report(),
  };
}

/** Of a folder all that is JSON, NDJSON or CSV, in the order of names, so that the same folder is read the same way. */
async function filesOf(path: string): Promise<Source[]> {
  const about = await stat(path).catch((cause: unknown) => {
    throw new UnreadableError(
      (cause as { code?: unknown }).code === 'ENOENT' ? `there is no ${path}.` : (cause as Error).message,
      { cause },
    );
  });
  if (!about.isDirectory()) return [{ path, name: basename(path) }];
  const inside = (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && FORMS.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  if (inside.length === 0) throw new UnreadableError(`the folder ${path} has no JSON, NDJSON or CSV in it.`);
  return inside.map((one) => ({ path: one, name: relative(path, one) }));
}

async function digestOf(
  vendor: VendorName,
  sources: readonly Source[],
  options: AdapterOptions,
  onBytes: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<string> {
  const hash = createHash('sha256').update(
    JSON.stringify([READING, vendor, Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))]),
  );
  for (const { path, name } of sources) {
    if (signal?.aborted) break;
    hash.update(await digestFile(path, { fact: vendor, form: name, columns: {} }, onBytes, signal));
  }
  return hash.digest('hex');
}

/** Places are counted over all batches. */
function itemMaker(): (batch: object) => Generator<Item> {
  const counts = new Map<FactName, number>();
  return function* (batch) {
    for (const [fact, values] of Object.entries(batch) as [string, unknown][]) {
      if (!isFactName(fact)) yield { kind: 'field', name: fact, value: values };
      else {
        for (const value of values as unknown[]) {
          const index = counts.get(fact) ?? 0;
          counts.set(fact, index + 1);
          yield { kind: 'record', fact, index, value };
        }
      }
    }
  };
}

async function* counting(bytes: AsyncIterable<Uint8Array>, add: (size: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    add(chunk.length);
    yield chunk;
  }
}
