/** Values that at least so many rows of a cell share, as people with two conversations in a day: counted per cell. */
import type { CellsRequest } from '../../../core/answer/engine.js';
import type { Leaf } from '../../../core/metrics/plan.js';
import { type Level, bucketSql, groupSql } from './cell-statement.js';
import { all } from './conditions.js';
import { FactRows } from './fact-rows.js';
import { leafColumns } from './leaf-columns.js';
import { Parameters, type SqlQuestion } from './question.js';
import type { Statement } from './dialect.js';

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
