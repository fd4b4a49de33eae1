/** Brings the export of a help desk into a database. Its files belong together, so they are one import; it goes on where it stopped. */
import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { isFactName, type FactName } from '../../core/facts/registry.js';
import type { AdapterOptions } from '../../sources/adapters/adapter-options.js';
import type { AdapterReport } from '../../sources/adapters/adapter-report.js';
import { streamExport, type VendorName } from '../../sources/adapters/from-exports.js';
import type { ImportMark, TenantFacts } from '../database/fact-database.js';
import { digestFile, openFile, unpack } from './open-file.js';
import { counting, reportOf, runImport, type ImportProgress, type ImportRun, type ImportReport } from './import-run.js';
import { UnreadableError, type Item } from './items.js';

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
const READER_VERSION = 1;
const FORMS = /\.(json|ndjson|jsonl|csv|tsv)(\.gz)?$/i;

/** Rejects with an `UnreadableError` for an export that cannot be read, with a `DatabaseError` where the database cannot take it. */
export async function importExport(options: ExportImportOptions): Promise<ExportImportReport> {
  const { vendor, paths, facts, signal, onProgress } = options;
  const file = paths.length === 1 ? paths[0]! : `${paths.length} files of ${vendor}`;
  const sources = (await Promise.all(paths.map(filesOf))).flat();
  const onLook = (bytes: number) =>
    onProgress?.({ kind: 'looking', bytes, totalBytes: undefined, records: 0, refused: 0 });
  const digest = await digestOf(vendor, sources, options.options, onLook, signal);
  if (signal?.aborted) return { ...reportOf(file, { records: 0, refused: 0 }, 'stopped'), adapter: undefined };
  const before = await facts.importOf(digest);
  if (before?.isDone) return { ...reportOf(file, before, 'same'), name: before.name, adapter: undefined };
  return readExport(options, file, sources, digest, before);
}

async function readExport(
  { vendor, facts, options, refusedFile, signal, onProgress }: ExportImportOptions,
  file: string,
  sources: readonly Source[],
  digest: string,
  before: ImportMark | undefined,
): Promise<ExportImportReport> {
  let bytes = 0;
  const files = sources.map(({ path, name }) => ({
    name,
    open: () => counting(unpack(openFile(path)), (size) => (bytes += size)),
  }));
  const stream = streamExport(vendor, files, options);
  const run: ImportRun = {
    ...{ file, name: basename(file), facts, columns: {}, refusedFile, before, digest, signal },
    finalDigest: () => digest,
    bytes: () => bytes,
    onRead: ({ records, refused }) => onProgress?.({ kind: 'reading', bytes, totalBytes: undefined, records, refused }),
  };
  return { ...(await runImport(run, itemsOf(stream.batches))), adapter: stream.report() };
}

/** All JSON, NDJSON and CSV of a folder, in the order of names, so that the same folder is read the same way. */
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
    JSON.stringify([READER_VERSION, vendor, Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))]),
  );
  for (const { path, name } of sources) {
    if (signal?.aborted) break;
    hash.update(await digestFile(path, { fact: vendor, form: name, columns: {} }, onBytes, signal));
  }
  return hash.digest('hex');
}

/** Places are counted over all batches. */
async function* itemsOf(batches: AsyncIterable<object>): AsyncGenerator<Item[]> {
  const counts = new Map<FactName, number>();
  for await (const batch of batches) {
    const items: Item[] = [];
    for (const [fact, values] of Object.entries(batch) as [string, unknown][]) {
      if (!isFactName(fact)) items.push({ kind: 'field', name: fact, value: values });
      else {
        for (const value of values as unknown[]) {
          const index = counts.get(fact) ?? 0;
          counts.set(fact, index + 1);
          items.push({ kind: 'record', fact, index, value });
        }
      }
    }
    yield items;
  }
}
