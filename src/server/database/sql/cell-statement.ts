/** One statement that fills cells: the numbers of several leaves of one fact, by group and bucket or either or neither. */
import type { CellsRequest, GroupPlan } from '../../../core/answer/engine.js';
import { aggregateOf } from '../../../core/metrics/aggregates.js';
import type { Leaf } from '../../../core/metrics/plan.js';
import { TRUE, all } from './conditions.js';
import type { Dialect, Sql, Statement } from './dialect.js';
import { FactRows } from './fact-rows.js';
import { leafColumns } from './leaf-columns.js';
import { Parameters, type SqlQuestion } from './question.js';
import { type Buckets, segmentAt } from '../../../core/time/buckets.js';

export interface CellStatement {
  statement: Statement;
  /** Cells of a result row: group, bucket, then what each leaf has. */
  read(row: readonly unknown[]): { group: Group; bucket: number; leaves: LeafResult[] };
}

/** `null`: one of the rest; `undefined`: rows are not grouped. */
export type Group = string | null | undefined;

export interface LeafResult {
  value: number | null;
  leftOut: number;
}

export interface Level {
  byGroup: boolean;
  byBucket: boolean;
}

/** The leaves have one fact and one clock. */
export function cellStatement(
  leaves: readonly Leaf[],
  request: CellsRequest,
  { byGroup, byBucket }: Level,
  question: SqlQuestion,
): CellStatement {
  const { dialect } = question;
  const parameters = new Parameters(dialect);
  const { fact, at } = leaves[0]!;
  const rows = new FactRows(fact, question, parameters);
  const clock = rows.read(at).sql;
  const columns: Sql[] = [];
  const where = [rows.within(at, request.span)];
  if (byGroup) columns.push(`${groupSql(request.groups!, rows)} AS g`);
  if (byBucket) columns.push(`${bucketSql(clock, request.buckets!, dialect, parameters)} AS b`);
  const keys = [...(byGroup ? ['g'] : []), ...(byBucket ? ['b'] : [])];
  const measured = leaves.map((leaf, index) => {
    const { takesPart, isKnown, value } = leafColumns(leaf, request, rows);
    const begun = leaf.begunBefore === undefined ? TRUE : begunSql(leaf.begunBefore, clock, byBucket, request, rows);
    columns.push(`(${all([takesPart, begun])}) AS k${index}`, `(${isKnown}) AS n${index}`, `${value} AS m${index}`);
    return measureSql(leaf, index, dialect, parameters);
  });
  const inner = `SELECT ${columns.join(', ')} FROM ${rows.toSql()} WHERE ${all(where)}`;
  const grouping = keys.length ? ` GROUP BY ${keys.join(', ')}` : '';
  const collected = measured.flatMap((one) => one.collected);
  const middle = `SELECT ${[...keys, ...collected].join(', ')} FROM (${inner}) AS counted${grouping}`;
  const results = measured.map(({ results }) => results);
  const sql = `SELECT ${[byGroup ? 'g' : "''", byBucket ? 'b' : '0', ...results.flat()].join(', ')} FROM (${middle}) AS summed`;
  return {
    statement: parameters.statement(sql),
    read: (row) => ({ group: byGroup ? toGroup(row[0]) : undefined, ...readCells(row, measured) }),
  };
}

/** Whether it had begun before the range, or before the bucket that the clock lies in. */
function begunSql(column: string, clock: Sql, byBucket: boolean, { span, buckets }: CellsRequest, rows: FactRows): Sql {
  const { dialect, parameters } = rows;
  const { sql } = rows.read(column);
  const edges = buckets?.edges.slice(0, -1) ?? [];
  const start = byBucket
    ? dialect.entry(parameters.ints(edges), `(${dialect.countUpTo(parameters.ints(edges), clock)} - 1)`)
    : parameters.int(span.start);
  return `${sql} IS NOT NULL AND ${sql} < ${start}`;
}

/** What is collected of a leaf in a cell, what is read of that, and how its number comes about. */
function measureSql(leaf: Leaf, index: number, dialect: Dialect, parameters: Parameters): MeasureSql {
  const [takesPart, isKnown, value] = [`k${index}`, `n${index}`, `m${index}`];
  const aggregate = aggregateOf(leaf).sql?.(leaf, {
    value,
    counts: `${takesPart} AND ${isKnown}`,
    number: (number) => parameters.number(number),
    dialect,
  });
  if (!aggregate) throw new TypeError(`${leaf.op} is counted at instants, not over the rows of a range.`);
  return {
    collected: [
      `${aggregate.collect} AS a${index}`,
      `${dialect.countIf(`${takesPart} AND NOT ${isKnown}`)} AS o${index}`,
    ],
    results: [...aggregate.results(`a${index}`), `o${index}`],
    read: (results) => ({ value: aggregate.read(results.slice(0, -1)), leftOut: results.at(-1)! }),
  };
}

interface MeasureSql {
  collected: Sql[];
  results: Sql[];
  read(results: readonly number[]): LeafResult;
}

export function toGroup(cell: unknown): string | null {
  return cell === null ? null : (cell as string);
}

function readCells(row: readonly unknown[], measured: readonly MeasureSql[]): { bucket: number; leaves: LeafResult[] } {
  let cell = 2;
  return {
    bucket: row[1] === null ? -1 : Number(row[1]),
    leaves: measured.map(({ results, read }) => read(row.slice(cell, (cell += results.length)).map(Number))),
  };
}

/** A row's group; `NULL` for one of the rest. A row of several values becomes several rows. */
export function groupSql({ dimension, values }: GroupPlan, rows: FactRows): Sql {
  const { dialect, parameters } = rows;
  const { sql, kind } = rows.read(dimension);
  if (kind === 'texts') return dialect.each(dialect.orNoValue(sql));
  return `CASE WHEN ${dialect.isOneOf(sql, parameters.texts(values))} THEN ${sql} END`;
}

/** More than that are no longer worth their transfer. */
const MAX_SLOTS = 100_000;

/** The place of a row's bucket; -1 for none. `at` is an instant between the first edge and the last. */
export function bucketSql(at: Sql, { edges, bucketOf }: Buckets, dialect: Dialect, parameters: Parameters): Sql {
  const start = edges[0]!;
  const length = edges.at(-1)! - start;
  const step = edges.reduce((common, edge) => greatestCommonDivisor(common, edge - start), length);
  if (step === 0 || length / step > MAX_SLOTS) {
    return dialect.entry(
      parameters.ints(bucketOf),
      `(${dialect.countUpTo(parameters.ints(edges.slice(0, -1)), at)} - 1)`,
    );
  }
  const slots = Array.from(
    { length: length / step },
    (_, slot) => bucketOf[segmentAt(edges, start + slot * step)] ?? -1,
  );
  return dialect.entry(
    parameters.ints(slots),
    dialect.divide(`${at} - ${parameters.int(start)}`, parameters.int(step)),
  );
}

/** Buckets as a table of equal slots of time, so that a database finds a row's bucket by one division. */
function greatestCommonDivisor(a: number, b: number): number {
  let [larger, smaller] = [Math.max(a, b), Math.min(a, b)];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** Rows of group, bucket and count. */
export function sharedValuesStatement(
  leaf: Leaf & { op: 'distinct' },
  request: CellsRequest,
  { byGroup, byBucket }: Level,
  question: SqlQuestion,
): Statement {
  const { dialect } = question;
  const parameters = new Parameters(dialect);
  const rows = new FactRows(leaf.fact, question, parameters);
  const { takesPart, isKnown, value } = leafColumns(leaf, request, rows);
  const within = rows.within(leaf.at, request.span);
  const group = byGroup ? groupSql(request.groups!, rows) : "''";
  const bucket = byBucket ? bucketSql(rows.read(leaf.at).sql, request.buckets!, dialect, parameters) : '0';
  const inner = `SELECT ${group} AS g, ${bucket} AS b, ${value} AS m FROM ${rows.toSql()} WHERE ${all([within, takesPart, isKnown])}`;
  const shared = `SELECT g, b, m, count(*) AS n FROM (${inner}) AS keyed GROUP BY g, b, m HAVING count(*) >= ${parameters.int(leaf.havingAtLeast)}`;
  return parameters.statement(`SELECT g, b, count(*) FROM (${shared}) AS shared GROUP BY g, b`);
}
