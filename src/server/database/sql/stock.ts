/** Stocks: how many rows exist at each of several instants, by one statement. */
import type { CellsRequest, GroupPlan, LeafCells } from '../../../core/answer/engine.js';
import { groupCount } from '../../../core/answer/groups.js';
import { isFolded, stockInstant } from '../../../core/answer/stock.js';
import { MULTI_VALUED_DIMENSIONS } from '../../../core/tables/all-tables.js';
import type { Leaf } from '../../../core/metrics/plan.js';
import { groupSql } from './cell-statement.js';
import { all } from './conditions.js';
import type { Run, Statement } from './dialect.js';
import { FactRows } from './fact-rows.js';
import { takesPartSql } from './leaf-columns.js';
import { Parameters, type SqlQuestion } from './question.js';

type Stock = Leaf & { op: 'stock' };

/** As the plain engine: begun before the instant and not ended before it. */
export async function stockCells(
  leaf: Leaf,
  request: CellsRequest,
  question: SqlQuestion,
  run: Run,
): Promise<LeafCells> {
  if (leaf.op !== 'stock') throw new TypeError(`${leaf.op} is no stock.`);
  const { groups, buckets, span, now } = request;
  const pick = (start: number, end: number) => stockInstant(leaf.when, { start, end }, now);
  const hasNoStocks = buckets !== undefined && isFolded(buckets);
  const bucketInstants = buckets?.labels.map((_, bucket) =>
    hasNoStocks || buckets.edges[bucket]! > now ? null : pick(buckets.edges[bucket]!, buckets.edges[bucket + 1]!),
  );
  const whole = pick(span.start, span.end);
  const instants = [...new Set([whole, ...(bucketInstants ?? []).filter((at) => at !== null)])].sort((a, b) => a - b);
  const place = new Map(instants.map((at, index) => [at, index]));
  const { total, byGroup } = await countAll(instants, leaf, request, question, run);
  const at = (counts: readonly number[], instant: number | null) =>
    instant === null ? null : counts[place.get(instant)!]!;
  const cells: LeafCells = { total: at(total, whole)!, leftOut: 0 };
  if (groups) cells.byGroup = byGroup.map((counts) => at(counts, whole)!);
  if (!bucketInstants) return cells;
  cells.byBucket = bucketInstants.map((instant) => at(total, instant));
  if (groups) cells.byGroupAndBucket = byGroup.map((counts) => bucketInstants.map((instant) => at(counts, instant)));
  return cells;
}

/** At each instant, in all and by group. */
interface Counts {
  total: number[];
  byGroup: number[][];
}

async function countAll(
  instants: readonly number[],
  leaf: Stock,
  request: CellsRequest,
  question: SqlQuestion,
  run: Run,
): Promise<Counts> {
  const { groups } = request;
  const ask = (by: GroupPlan | undefined) => run(stockStatement(instants, leaf, request, by, question));
  const total = new Changes(instants.length);
  if (!groups || leaf.ignore.includes(groups.dimension)) {
    for (const [, from, until, size] of await ask(undefined)) total.add(from, until, size);
    const all = total.sums();
    return { total: all, byGroup: Array.from({ length: groupCount(groups) }, () => all) };
  }
  const byGroup = Array.from({ length: groupCount(groups) }, () => new Changes(instants.length));
  const places = new Map(groups.values.map((value, place) => [value, place]));
  // A row of several values stands in several groups and once in all.
  const isSeveral = MULTI_VALUED_DIMENSIONS.has(groups.dimension);
  for (const [group, from, until, size] of await ask(groups)) {
    const place = group === null ? undefined : places.get(group as string);
    byGroup[place ?? groups.values.length]?.add(from, until, size);
    if (!isSeveral) total.add(from, until, size);
  }
  if (isSeveral) for (const [, from, until, size] of await ask(undefined)) total.add(from, until, size);
  return { total: total.sums(), byGroup: byGroup.map((changes) => changes.sums()) };
}

/** How a number changes from one instant to the next. */
class Changes {
  readonly #changes: number[];

  constructor(instants: number) {
    this.#changes = new Array<number>(instants + 1).fill(0);
  }

  /** Rows that stand from one place among the instants until before another. */
  add(from: unknown, until: unknown, size: unknown): void {
    // What ends before it begins never exists.
    if (Number(from) >= Number(until)) return;
    this.#changes[Number(from)]! += Number(size);
    this.#changes[Number(until)]! -= Number(size);
  }

  sums(): number[] {
    let sum = 0;
    return this.#changes.slice(0, -1).map((change) => (sum += change));
  }
}

/** How many rows stand from which of the instants on, and until before which. */
function stockStatement(
  instants: readonly number[],
  leaf: Stock,
  { filters, span }: CellsRequest,
  groups: GroupPlan | undefined,
  question: SqlQuestion,
): Statement {
  const { dialect } = question;
  const parameters = new Parameters(dialect);
  const rows = new FactRows(leaf.fact, question, parameters);
  const ints = parameters.ints(instants);
  const begin = rows.read(leaf.at).sql;
  const end = leaf.until === null ? undefined : rows.read(leaf.until).sql;
  const never = parameters.int(instants.length);
  const until =
    end === undefined ? never : `CASE WHEN ${end} IS NULL THEN ${never} ELSE ${dialect.countUpTo(ints, end)} END`;
  const key = groups ? groupSql(groups, rows) : "''";
  const columns = `${key} AS g, ${dialect.countUpTo(ints, begin)} AS f, ${until} AS u`;
  // An old ClickHouse forgets a column that only a lambda reads, so each is told here, too.
  const where = all([
    `${begin} IS NOT NULL AND ${begin} < ${parameters.int(instants.at(-1)!)}`,
    ...(end === undefined ? [] : [`${end} IS NULL OR ${end} >= ${parameters.int(instants[0]!)}`]),
    takesPartSql(leaf, { filters, span }, rows),
  ]);
  return parameters.statement(
    `SELECT g, f, u, count(*) FROM (SELECT ${columns} FROM ${rows.toSql()} WHERE ${where}) AS stood GROUP BY g, f, u`,
  );
}
