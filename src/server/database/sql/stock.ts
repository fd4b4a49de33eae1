/** Stocks: how many rows exist at an instant, a statement for each. */
import { stockInstant } from '../../../core/engine/row-selection.js';
import type { CellsRequest, LeafCells } from '../../../core/engine/engine.js';
import type { Leaf } from '../../../core/metrics/plan.js';
import { all } from './conditions.js';
import { groupSql } from './cell-statement.js';
import { FactRows } from './fact-rows.js';
import type { Run } from './fill-cells.js';
import { standingSql, takesPartSql } from './leaf-columns.js';
import { Parameters } from './parameters.js';
import type { SqlQuestion } from './question.js';

/** As the plain engine: begun before the instant and not ended before it. */
export async function stockCells(leaf: Leaf, request: CellsRequest, question: SqlQuestion, run: Run): Promise<LeafCells> {
  if (leaf.op !== 'stock') throw new TypeError(`${leaf.op} is no stock.`);
  const { groups, buckets, span, now } = request;
  const pick = (start: number, end: number) => stockInstant(leaf.when, { start, end }, now);
  const isFolded = buckets && (buckets.bucketOf.length !== buckets.labels.length || buckets.bucketOf.some((bucket, segment) => bucket !== segment));
  const bucketInstants = buckets?.labels.map((_, bucket) => (isFolded || buckets.edges[bucket]! > now ? null : pick(buckets.edges[bucket]!, buckets.edges[bucket + 1]!)));
  const whole = pick(span.start, span.end);
  const instants = [...new Set([whole, ...(bucketInstants ?? []).filter((at) => at !== null)])];
  const counts = new Map(instants.map((at) => [at, emptyCount(groups)]));
  for (const instant of instants) await countAt(instant, counts.get(instant)!, leaf, request, question, run);
  const at = (instant: number | null) => (instant === null ? undefined : counts.get(instant));
  const cells: LeafCells = { total: at(whole)!.total, leftOut: 0 };
  if (groups) cells.byGroup = at(whole)!.byGroup;
  if (!bucketInstants) return cells;
  cells.byBucket = bucketInstants.map((instant) => at(instant)?.total ?? null);
  if (groups) cells.byGroupAndBucket = cells.byGroup!.map((_, place) => bucketInstants.map((instant) => at(instant)?.byGroup[place] ?? null));
  return cells;
}

interface Count {
  total: number;
  byGroup: number[];
}

function emptyCount(groups: CellsRequest['groups']): Count {
  return { total: 0, byGroup: new Array<number>(groups ? groups.values.length + Number(groups.rest) : 0).fill(0) };
}

async function countAt(instant: number, count: Count, leaf: Leaf & { op: 'stock' }, { groups, filters, span }: CellsRequest, question: SqlQuestion, run: Run): Promise<void> {
  const exists = (rows: FactRows, parameters: Parameters) =>
    all([standingSql({ from: leaf.at, until: leaf.until }, instant, rows, parameters), takesPartSql(leaf, { filters, span }, rows, question.dialect, parameters)]);
  const parameters = new Parameters(question.dialect);
  const rows = new FactRows(leaf.fact, question, parameters);
  const where = exists(rows, parameters);
  const [[total] = [0]] = await run(parameters.statement(`SELECT count(*) FROM ${rows.toSql()} WHERE ${where}`));
  count.total = Number(total);
  if (!groups) return;
  if (leaf.ignore.includes(groups.dimension)) {
    groups.values.forEach((_, place) => { count.byGroup[place] = count.total; });
    return;
  }
  const grouped = new Parameters(question.dialect);
  const entries = new FactRows(leaf.fact, question, grouped);
  const inner = exists(entries, grouped);
  const key = groupSql(groups, entries, question.dialect, grouped);
  const found = await run(grouped.statement(`SELECT g, count(*) FROM (SELECT ${key} AS g FROM ${entries.toSql()} WHERE ${inner}) AS keyed GROUP BY g`));
  const places = new Map(groups.values.map((value, place) => [value, place]));
  for (const [group, size] of found) {
    const place = (group === null ? undefined : places.get(group as string)) ?? (groups.rest ? groups.values.length : undefined);
    if (place !== undefined) count.byGroup[place]! += Number(size);
  }
}
