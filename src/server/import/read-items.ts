/** Reads a file of any form that the import knows. */
import { isFactName, type FactName } from '../../core/facts/registry.js';
import type { OwnColumns } from '../../core/own-columns.js';
import { FIELDS } from '../../sources/ingest/fact-intake.js';
import { toFact, toForm, type Form } from './file-name.js';
import type { Items } from './items.js';
import { startOf } from './open-bytes.js';
import { readCsv } from './read-csv.js';
import { readDocument } from './read-document.js';
import { readLines } from './read-lines.js';

export interface ReadingOptions {
  name: string;
  /** What a list holds, whatever the name says. */
  fact: FactName | undefined;
  /** Own columns by fact. */
  columns: OwnColumns;
}

/** As much of the beginning as tells JSON from lines. */
const MOST_LOOKED_AT = 1 << 20;

/** Rejects with an `UnreadableError` that says what came and the way out. */
export async function* readItems(bytes: AsyncIterable<Buffer>, { name, fact, columns }: ReadingOptions): Items {
  const named = toForm(name);
  const factOf = () => fact ?? toFact(name);
  const { first, all } = await startOf(bytes, named === 'csv' ? 0 : MOST_LOOKED_AT);
  const form = formOf(first.toString().trimStart(), named);
  if (form === 'json') yield* readDocument(all(), factOf);
  else if (form === 'lines') yield* readLines(all(), factOf());
  else yield* readCsv(all(), factOf(), columns[factOf()] ?? {});
}

/** Exports call lines `.json`, and lists `.ndjson`; the beginning knows better. */
function formOf(text: string, named: Form | undefined): Form {
  if (named === 'csv' || text === '') return named ?? 'lines';
  if (text.startsWith('[')) return 'json';
  if (!text.startsWith('{')) return named ?? (/^[^\n]*[,;\t]/.test(text) ? 'csv' : 'lines');
  const end = text.indexOf('\n');
  const first = toObject(end < 0 ? text : text.slice(0, end));
  if (first) return isDocument(first) ? 'json' : 'lines';
  return named ?? 'json';
}

/** A record may have fields of the same names, such as an order's `currency`, but then it has an id. */
function isDocument(value: object): boolean {
  return Object.entries(value).some(
    ([key, part]) => (FIELDS.has(key) && !('id' in value)) || (isFactName(key) && Array.isArray(part)),
  );
}

function toObject(text: string): object | undefined {
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}
