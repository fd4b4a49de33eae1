/** Answers a `RecordsQuery`: the records behind any number. */
import type { MetricDefinition } from '../metrics/definition.js';
import { TABLES } from '../tables/all-tables.js';
import { type FactColumns, customValue } from '../custom-columns.js';
import { FACTS, type FactName } from '../facts/registry.js';
import type { RecordsPage, RecordsQuery } from '../query.js';
import { QueryError, inParameter } from '../query-error.js';
import { formatInstant, parseInstant } from '../time/instant.js';
import { answerability } from './answerable.js';
import { pageOf, toSpan } from './list.js';
import type { AnswerContext } from './query.js';
import type { FoundRecord, MetricsEngine, RecordsRequest } from './engine.js';
import { checkScope } from './limits.js';
import { toOutwardId } from '../tables/record-store.js';
import { rowsBehind } from './rows-behind.js';
import { toOutward } from '../facts/outward.js';
import { compareCodePoints } from './groups.js';

const SORTS = new Map<string, RecordsRequest['sort']>([
  ['at', { key: 'at', descending: false }],
  ['-at', { key: 'at', descending: true }],
  ['value', { key: 'value', descending: false }],
  ['-value', { key: 'value', descending: true }],
]);

export async function answerRecords(query: RecordsQuery, context: Omit<AnswerContext, 'limits'>): Promise<RecordsPage> {
  const { engine, catalogue, clock } = context;
  const facts = await engine.facts();
  const now = checkScope(query, facts, clock);
  const { page, pageSize } = pageOf(query);
  const definition = inParameter('metric', () => catalogue.get(query.metric));
  const behind = rowsBehind(definition, facts.settings);
  const sort = SORTS.get(query.sort ?? '-at');
  if (!sort)
    throw new QueryError(
      'sort',
      `Unknown sort key "${query.sort}". Use one of: at, value, with "-" in front to descend.`,
    );
  const fact = TABLES[behind.source.fact]!.of ?? 'conversations';
  const span = toSpan(query, now);
  if (!answerability(definition, facts, query).value) return { fact, rows: [], total: 0, page, pageSize };
  const request: RecordsRequest = { ...behind, span, filters: query.filters ?? {}, now, sort, page, pageSize };
  const { rows, total } = isPlainList(request) ? await listed(request, engine) : await engine.records(request);
  return {
    fact,
    rows: rows.map((row) => toRow(fact, row, definition, request, facts.columns[fact] ?? {})),
    total,
    page,
    pageSize,
  };
}

/** Conversations that are counted by their start alone. The list answers these, since it sorts them and caches them for the next page. */
function isPlainList({ source: { fact, at }, sort, measure, without }: RecordsRequest): boolean {
  return TABLES[fact]!.of === undefined && at === 'startedAt' && sort.key === 'at' && measure === undefined && !without;
}

async function listed(
  { source, sharing, sort, ...request }: RecordsRequest,
  engine: MetricsEngine,
): Promise<{ rows: FoundRecord[]; total: number }> {
  const { rows, total } = await engine.list({
    ...request,
    leaf: source,
    ...(sharing && { sharing }),
    search: '',
    sort: { key: 'started-at', descending: sort.descending },
  });
  return {
    rows: rows.map((raw) => ({ id: raw.id, at: parseInstant(raw.startedAt), sum: 0, count: 0, raw, dimensions: {} })),
    total,
  };
}

function toRow(
  fact: FactName,
  found: FoundRecord,
  { unit }: MetricDefinition,
  { gives, now }: RecordsRequest,
  own: FactColumns,
): RecordsPage['rows'][number] {
  const isConversation = fact === 'conversations';
  const id = isConversation ? found.id : toOutwardId(found.id);
  const given = givenBy(found, gives);
  const record = isConversation
    ? { ...found.raw }
    : outwardRecord(fact, id, found.raw, { dimensions: found.dimensions, own, now });
  // JSON knows no −0.
  return {
    id,
    at: formatInstant(found.at),
    value: given === null ? null : given / (unit === 'duration' ? 1000 : 1) + 0,
    record,
  };
}

/** `own`: the custom columns of the fact. */
export function outwardRecord(
  fact: FactName,
  id: string,
  raw: object,
  { dimensions, own, now }: { dimensions: Readonly<Record<string, string | null>>; own: FactColumns; now: number },
): Record<string, unknown> {
  const { fields, inherited } = FACTS[fact];
  const record: Record<string, unknown> = { ...raw, id, updatedAt: null };
  for (const [name, value] of Object.entries(dimensions)) if (value !== null) record[name] ??= value;
  const shown = inherited.flatMap((name): [string, unknown][] => (record[name] == null ? [] : [[name, record[name]]]));
  const declared = Object.entries(own)
    .map(([name, kind]) => [name, customValue(raw, name, kind)] as const)
    .filter(([, value]) => value !== null);
  return { ...toOutward(fields, record, now), ...Object.fromEntries(shown), ...Object.fromEntries(declared) };
}

/** A record's contribution to the number; `null` where nothing was measured. */
export function givenBy(
  { sum, count }: Pick<FoundRecord, 'sum' | 'count'>,
  gives: RecordsRequest['gives'],
): number | null {
  if (count === 0) return null;
  return gives === 'sum' ? sum : sum / count;
}

/** The later of two rows. At the same instant the dimensions decide, so that the order of rows does not matter. */
export function laterOf<R extends { at: number; dimensions: FoundRecord['dimensions'] }>(
  one: R | undefined,
  other: R,
): R {
  if (!one || other.at > one.at) return other;
  return other.at === one.at && isFirst(other.dimensions, one.dimensions) ? other : one;
}

/** Shapes and order of found records, the same for every engine. */
export function isFirst(one: FoundRecord['dimensions'], other: FoundRecord['dimensions']): boolean {
  const key = (dimensions: FoundRecord['dimensions']) => Object.values(dimensions).join('\u0000');
  return compareCodePoints(key(one), key(other)) < 0;
}
