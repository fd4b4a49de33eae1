/** Stocks: how many rows exist at each of several instants, by one statement. */
import type { CellsRequest, GroupPlan, LeafCells } from '../../../core/answer/engine.js';
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
  const none = () => new Array<number>(instants.length + 1).fill(0);
  const total = none();
  const byGroup = Array.from({ length: groups ? groups.values.length + Number(groups.rest) : 0 }, none);
  const isGrouped = groups !== undefined && !leaf.ignore.includes(groups.dimension);
  const places = new Map(groups?.values.map((value, place) => [value, place]));
  // A row of several values stands in several groups and once in all.
  const isSeveral = isGrouped && MULTI_VALUED_DIMENSIONS.has(groups.dimension);
  for (const by of isSeveral ? [undefined, groups] : [isGrouped ? groups : undefined]) {
    for (const [group, from, until, size] of await run(stockStatement(instants, leaf, request, by, question))) {
      // What ends before it begins never exists.
      if (Number(from) >= Number(until)) continue;
      const own =
        by && ((group === null ? undefined : places.get(group as string)) ?? (by.rest ? by.values.length : undefined));
      for (const counts of [...(isSeveral && by ? [] : [total]), ...(own === undefined ? [] : [byGroup[own]!])]) {
        counts[Number(from)]! += Number(size);
        counts[Number(until)]! -= Number(size);
      }
    }
  }
  const all = runningSums(total);
  return { total: all, byGroup: groups && !isGrouped ? byGroup.map(() => all) : byGroup.map(runningSums) };
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
  const key = groups ? groupSql(groups, rows, dialect, parameters) : "''";
  const columns = `${key} AS g, ${dialect.countUpTo(ints, begin)} AS f, ${until} AS u`;
  // An old ClickHouse forgets a column that only a lambda reads, so each is told here, too.
  const where = all([
    `${begin} IS NOT NULL AND ${begin} < ${parameters.int(instants.at(-1)!)}`,
    ...(end === undefined ? [] : [`${end} IS NULL OR ${end} >= ${parameters.int(instants[0]!)}`]),
    takesPartSql(leaf, { filters, span }, rows, dialect, parameters),
  ]);
  return parameters.statement(
    `SELECT g, f, u, count(*) FROM (SELECT ${columns} FROM ${rows.toSql()} WHERE ${where}) AS stood GROUP BY g, f, u`,
  );
}

function runningSums(changes: readonly number[]): number[] {
  let sum = 0;
  return changes.slice(0, -1).map((change) => (sum += change));
}
