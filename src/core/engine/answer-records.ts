/** Answers a `RecordsQuery`: the records behind any number. */
import type { Measure, MetricDefinition } from '../metrics/definition.js';
import { FACTS, isRecordTable } from '../metrics/fact-schema.js';
import { columnsOf, planMetrics, type Leaf } from '../metrics/plan.js';
import type { ConversationRow, RecordsPage, RecordsQuery } from '../query.js';
import { inParameter, QueryError } from '../query-error.js';
import type { ResolvedSettings } from '../settings.js';
import { formatInstant } from '../time/instant.js';
import { answerability } from './answerable.js';
import { answerList, pageOf, toSpan } from './answer-list.js';
import type { AnswerContext } from './answer-query.js';
import type { FoundRecord, RecordsRequest } from './engine.js';
import { checkScope } from './query-limits.js';
import { outwardRecord } from './records/outward-record.js';
import { toOutwardId } from './records/record-store.js';

const SORTS = new Map<string, RecordsRequest['sort']>([
  ['at', { key: 'at', descending: false }], ['-at', { key: 'at', descending: true }], ['value', { key: 'value', descending: false }], ['-value', { key: 'value', descending: true }],
]);

export async function answerRecords(query: RecordsQuery, context: Omit<AnswerContext, 'limits'>): Promise<RecordsPage> {
  const { engine, catalogue, clock } = context;
  const facts = await engine.facts();
  const now = checkScope(query, facts, clock);
  const { page, pageSize } = pageOf(query);
  const definition = inParameter('metric', () => catalogue.get(query.metric));
  const behind = rowsBehind(definition, facts.settings);
  const sort = SORTS.get(query.sort ?? '-at');
  if (!sort) throw new QueryError('sort', `Unknown sort key "${query.sort}". Use one of: at, value, with "-" in front to descend.`);
  if (!isRecordTable(behind.source.fact)) return conversationsBehind(query, sort.descending, context);
  const fact = FACTS[behind.source.fact]!.of!;
  const span = toSpan(query, now);
  if (!answerability(definition, facts, query).value) return { fact, rows: [], total: 0, page, pageSize };
  const { rows, total } = await engine.records({ ...behind, span, filters: query.filters ?? {}, now, sort, page, pageSize });
  return { fact, rows: rows.map((row) => toRow(fact, row, definition, now)), total, page, pageSize };
}

function toRow(fact: string, { id: key, at, sum, count, raw, dimensions }: FoundRecord, { unit }: MetricDefinition, now: number): RecordsPage['rows'][number] {
  const id = toOutwardId(key);
  return { id, at: formatInstant(at), value: count === 0 ? null : sum / (count * (unit === 'duration' ? 1000 : 1)), record: outwardRecord(fact, id, raw, dimensions, now) };
}

/** Numbers of conversations have conversations behind them. */
async function conversationsBehind(query: RecordsQuery, descending: boolean, context: Omit<AnswerContext, 'limits'>): Promise<RecordsPage> {
  const { rows, ...page } = await answerList({ ...query, sort: descending ? '-started-at' : 'started-at' }, context);
  return { fact: 'conversations', ...page, rows: rows.map((row: ConversationRow) => ({ id: row.id, at: row.startedAt, value: null, record: { ...row } })) };
}

/**
 * The rows that a metric counts: of a ratio its numerator's. Of a difference or total, whose parts tell nothing by themselves, all rows the
 * metric is about; of one that starts from a stock, what stands.
 */
function rowsBehind(definition: MetricDefinition, settings: ResolvedSettings): Pick<RecordsRequest, 'source' | 'measure' | 'sharing'> {
  let { formula } = definition;
  for (;;) {
    if (formula.op === 'ratio') formula = formula.of[0];
    else if (formula.op === 'scale') formula = formula.of;
    else if (formula.op === 'difference' || formula.op === 'total') formula = formula.of[0]?.op === 'stock' ? formula.of[0] : { op: 'count' };
    else break;
  }
  const [leaf] = planMetrics([{ ...definition, formula }], settings).leaves;
  if (!leaf) throw new QueryError('metric', `Metric "${definition.id}" has no records behind it: it counts no fact.`);
  const measure = measureOf(leaf);
  const known = leaf.op === 'distinct' ? leaf.of : measure === undefined ? [] : columnsOf(measure);
  return {
    source: { ...leaf, known: [...leaf.known, ...known], ...(leaf.op === 'stock' && { stock: { when: leaf.when, until: leaf.until } }) },
    ...(measure !== undefined && { measure }),
    ...(leaf.op === 'distinct' && leaf.havingAtLeast > 1 && { sharing: { columns: leaf.of, atLeast: leaf.havingAtLeast } }),
  };
}

function measureOf(leaf: Leaf): Measure | undefined {
  return leaf.op === 'sum' || leaf.op === 'quantile' ? leaf.of : undefined;
}
