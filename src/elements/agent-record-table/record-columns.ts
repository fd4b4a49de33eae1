/** The columns of a list of records: which there are for each kind of record, and what stands in them. */
import { formatCsv, type CsvCell } from '../../core/format/csv.js';
import { toMainUnit } from '../../core/format/numbers.js';
import type { Unit } from '../../core/metrics/definition.js';
import { type Profile, profileName } from '../../core/facts/conversations.js';
import type { RecordRow, RecordsPage } from '../../core/query.js';
import { parseInstant } from '../../core/time/instant.js';
import { localText } from '../shared/export-file.js';
import { dimensionWord, valueWord, type Words } from '../shared/words.js';

type ColumnKind = 'time' | 'money' | 'duration' | 'metric' | 'number' | 'text';

export interface Column {
  /** The name of the field. */
  id: string;
  label: string;
  kind: ColumnKind;
}

export interface RecordWords extends Words {
  /** What the records are. */
  fact: string;
  /** Of what they gave the metric. */
  unit: Unit;
}

/** Columns by fact; a column with nothing in it, or with the same as an earlier one, is left out. */
const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  tickets: [
    'id',
    'subject',
    'channel',
    'network',
    'type',
    'priority',
    'agent',
    'segment',
    'region',
    'at',
    'createdAt',
    'value',
  ],
  surveys: ['id', 'kind', 'score', 'comment', 'agent', 'segment', 'region', 'ticketId', 'at', 'value'],
  customers: ['id', 'at', 'startedAt', 'lostAt', 'lostReason', 'segment', 'tier', 'industry', 'region'],
  accounts: ['id', 'at'],
  hubEvents: ['accountId', 'kind', 'productId', 'quantity', 'at', 'value'],
  checkouts: ['id', 'at', 'total', 'value', 'signedIn', 'accountId'],
  discounts: ['id', 'at', 'kind', 'amount', 'value', 'accepted'],
  articleVisits: ['articleId', 'at', 'seconds', 'value', 'interacted', 'session'],
  articleVotes: ['articleId', 'vote', 'at'],
  forumTopics: ['id', 'at', 'solvedAt'],
  forumPosts: ['topicId', 'at'],
  socialPosts: ['id', 'network', 'at', 'value', 'likes', 'reposts', 'positiveReplies', 'positiveMentions'],
  conversations: ['firstQuestion', 'profile', 'channel', 'status', 'tag', 'messages', 'at', 'value'],
  orders: ['id', 'profileId', 'accountId', 'conversationId', 'at', 'value'],
};

/** What a record calls `value`, apart from what it gave the metric. */
const OWN_VALUES: readonly string[] = ['score', 'amount', 'vote'];
const MONEY: readonly string[] = ['amount', 'total'];
const FREE_TEXTS: readonly string[] = ['id', 'subject', 'comment', 'firstQuestion', 'session'];
const SCALES: Readonly<Record<string, number>> = { nps: 10, ces: 7, csat: 5 };

/** Whether such a record has more to it than its row says. */
export function canOpen(fact: string): boolean {
  return fact === 'tickets' || fact === 'conversations';
}

/** By their names, each once; unset: those that the records are known by, as far as they say something. */
export function toColumns(
  ids: readonly string[] | undefined,
  { rows, fact }: Pick<RecordsPage, 'rows' | 'fact'>,
  words: RecordWords,
): Column[] {
  const names = (ids ?? DEFAULTS[fact] ?? unknownFields(rows)).map(fieldOf);
  const columns = [...new Set(names)].map((id): Column => ({
    id,
    label: labelOf(id, names, words),
    kind: kindOf(id, rows, words),
  }));
  return ids
    ? columns
    : columns.filter((column, place) => rows.length === 0 || isTelling(column, columns.slice(0, place), rows));
}

/** `created-at` is the field `createdAt`. */
export function fieldOf(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** As it is in the record; `null`: nothing there. */
export function rawValue(row: RecordRow, id: string): unknown {
  // Users who may not see people get records without an id.
  if (id === 'id') return row.id === '' ? null : row.id;
  if (id === 'at' || id === 'value') return row[id];
  const name = OWN_VALUES.includes(id) ? 'value' : id;
  const value = Object.hasOwn(row.record, name) ? row.record[name] : null;
  return value === undefined || value === '' ? null : value;
}

/** `null`: nothing there. */
export function cellText(row: RecordRow, { id, kind }: Column, words: RecordWords): string | null {
  const { formats, unit } = words;
  const value = rawValue(row, id);
  if (kind === 'time') {
    const at = timeOf(value);
    return at === undefined ? null : formats.localMoment(at);
  }
  if (typeof value === 'number') {
    if (id === 'score') return `${formats.number(value)} / ${formats.number(scaleOf(row))}`;
    return kind === 'metric'
      ? formats.exact(value, unit === 'percent' ? 'points' : unit)
      : kind === 'number' || kind === 'text'
        ? formats.number(value)
        : formats.exact(value, kind);
  }
  return textOf(row, id, words);
}

/** For a file: numbers as numbers, money in the currency's main unit, times in epoch milliseconds. */
function cellData(row: RecordRow, { id, kind }: Column, words: RecordWords): CsvCell {
  const value = rawValue(row, id);
  if (kind === 'time') return timeOf(value) ?? null;
  if (typeof value !== 'number') return textOf(row, id, words);
  return kind === 'money' || (kind === 'metric' && words.unit === 'money')
    ? toMainUnit(value, words.description?.currency)
    : value;
}

export const isNumeric = ({ kind, id }: Column): boolean => kind !== 'time' && kind !== 'text' && id !== 'score';

function textOf(row: RecordRow, id: string, { messages, formats, description, fact }: RecordWords): string | null {
  const value = rawValue(row, id);
  if (typeof value === 'boolean') return value ? messages.records.yes : messages.records.no;
  if (Array.isArray(value)) return formats.number(value.length);
  if (id === 'profile')
    return typeof value === 'string' ? value : (profileName(value as Profile | null) ?? messages.thread.anonymous);
  if (typeof value !== 'string') return null;
  if (fact === 'surveys' && id === 'kind') return value.toUpperCase();
  return FREE_TEXTS.includes(id) || id.endsWith('Id') ? value : valueWord(id, value, messages, formats, description);
}

function labelOf(id: string, all: readonly string[], { messages }: RecordWords): string {
  const words = messages.records.columns;
  return Object.hasOwn(words, id) ? words[id]! : dimensionWord(id, messages, all);
}

function kindOf(id: string, rows: readonly RecordRow[], { unit }: RecordWords): ColumnKind {
  if (id === 'at' || id.endsWith('At')) return 'time';
  if (id === 'value') return unit === 'duration' || unit === 'money' ? unit : 'metric';
  if (MONEY.includes(id)) return 'money';
  if (id === 'seconds') return 'duration';
  return rows.some((row) => typeof rawValue(row, id) === 'number') ? 'number' : 'text';
}

function isTelling({ id, kind }: Column, before: readonly Column[], rows: readonly RecordRow[]): boolean {
  const values = rows.map((row) => comparable(rawValue(row, id), kind));
  if (values.every((value) => value === null)) return false;
  return !before.some(
    (other) =>
      isNumeric(other) === isNumeric({ id, kind, label: '' }) &&
      other.kind !== 'text' &&
      rows.every((row, place) => comparable(rawValue(row, other.id), other.kind) === values[place]),
  );
}

const comparable = (value: unknown, kind: ColumnKind): unknown => (kind === 'time' ? (timeOf(value) ?? null) : value);

/** Plain fields of records that the kit does not know. */
function unknownFields(rows: readonly RecordRow[]): string[] {
  const names = rows.flatMap(({ record }) =>
    Object.entries(record).flatMap(([name, value]) => (value !== null && typeof value === 'object' ? [] : [name])),
  );
  return ['id', 'at', 'value', ...names.filter((name) => name !== 'value')];
}

/** Epoch milliseconds; `undefined`: there is no time. */
export function timeOf(value: unknown): number | undefined {
  try {
    return value === null || value === undefined ? undefined : parseInstant(value as string);
  } catch {
    return undefined;
  }
}

function scaleOf({ record: { kind, scale } }: RecordRow): number {
  return typeof scale === 'number'
    ? scale
    : ((typeof kind === 'string' && Object.hasOwn(SCALES, kind) ? SCALES[kind] : undefined) ?? SCALES['csat']!);
}

/** Heads name the zone of times, the unit of durations and the currency of money. */
export function toCsv(
  rows: readonly RecordRow[],
  columns: readonly Column[],
  timeZone: string,
  words: RecordWords,
): string {
  const units: Partial<Record<Column['kind'], string | null | undefined>> = {
    time: timeZone,
    duration: 's',
    money: words.description?.currency,
  };
  const head = columns.map(({ label, kind }) => (units[kind] ? `${label} (${units[kind]})` : label));
  return formatCsv(
    head,
    rows.map((row) =>
      columns.map((column): CsvCell => {
        const cell = cellData(row, column, words);
        return column.kind === 'time' && typeof cell === 'number' ? localText(cell, timeZone) : cell;
      }),
    ),
  );
}
