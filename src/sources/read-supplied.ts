/** Turns what a host supplies (an object, text, a `Blob`, a `Response`) into lists of raw records. */
import { show } from '../contract/compile-check.js';
import { isFactName, LATER_FACTS } from '../contract/fact-schemas.js';
import type { AgentData } from '../core/facts.js';
import { SourceError } from './source-error.js';

export type SuppliedData = AgentData | readonly unknown[] | string | Blob | Response;

/** Lists of unchecked records by fact, and the fields beside them. Lines of NDJSON that are no JSON are kept as refusals. */
export interface RawData {
  lists: Map<string, readonly unknown[]>;
  fields: Record<string, unknown>;
  brokenLines: { index: number; reason: string }[];
}

/** `fact` names what a bare list or NDJSON holds. Rejects with a `SourceError` that says what came instead. */
export async function readSupplied(data: SuppliedData, fact: string): Promise<RawData> {
  if (typeof data === 'string') return parseText(data, fact);
  if (typeof Response !== 'undefined' && data instanceof Response) return parseText(await responseText(data), fact);
  if (typeof Blob !== 'undefined' && data instanceof Blob) return parseText(await data.text(), fact);
  return fromValue(data, fact);
}

async function responseText(response: Response): Promise<string> {
  if (!response.ok) throw new SourceError(`The data file ${response.url} answered ${response.status}. Check its address.`, { status: response.status });
  return response.text();
}

function parseText(text: string, fact: string): RawData {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return { lists: new Map([[fact, []]]), fields: {}, brokenLines: [] };
  const whole = tryParse(trimmed);
  if ('value' in whole && !isSingleRecord(whole.value)) return fromValue(whole.value, fact);
  const lines = parseLines(trimmed);
  if (lines.records.length === 0) throw new SourceError(`The supplied text is neither JSON nor NDJSON; it begins ${show(trimmed.slice(0, 40))}.`, { cause: 'error' in whole ? whole.error : undefined });
  return { lists: new Map([[fact, lines.records]]), fields: {}, brokenLines: lines.broken };
}

/** One line of NDJSON is a record, not an object of lists: it names no fact and no field of `AgentData`, and holds more than lists. */
function isSingleRecord(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const names = Object.keys(value);
  return names.length > 0 && !names.some((name) => isFactName(name) || LATER_FACTS.includes(name) || FIELDS.has(name)) && !Object.values(value).every(Array.isArray);
}

function parseLines(text: string): { records: unknown[]; broken: RawData['brokenLines'] } {
  const records: unknown[] = [];
  const broken: RawData['brokenLines'] = [];
  let index = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const parsed = tryParse(line);
    if ('value' in parsed) records.push(parsed.value);
    else {
      // The record keeps its place, so that the indexes of the others stay true.
      records.push(undefined);
      broken.push({ index, reason: `is not JSON: ${parsed.error.message}` });
    }
    index++;
  }
  return { records: broken.length === records.length ? [] : records, broken };
}

function tryParse(text: string): { value: unknown } | { error: Error } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { error: error as Error };
  }
}

function fromValue(value: unknown, fact: string): RawData {
  if (Array.isArray(value)) return { lists: new Map([[fact, value]]), fields: {}, brokenLines: [] };
  if (typeof value !== 'object' || value === null) throw new SourceError(`The supplied data are ${show(value)}. Use an object with lists such as { conversations: […] }.`);
  const lists = new Map<string, readonly unknown[]>();
  // Without a prototype, a key "__proto__" is a key like any other.
  const fields = Object.create(null) as Record<string, unknown>;
  for (const [name, entry] of Object.entries(value)) {
    if (FIELDS.has(name)) fields[name] = entry;
    else if (Array.isArray(entry)) lists.set(name, entry);
    else if (entry !== null && entry !== undefined) fields[name] = entry;
  }
  return { lists, fields, brokenLines: [] };
}

const FIELDS = new Set(['skills', 'currency', 'timeZone', 'live']);
