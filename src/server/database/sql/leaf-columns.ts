/** What a leaf reads of a row: whether the row takes part, whether its value is known, and the value. */
import type { Filters } from '../../../core/query.js';
import { columnsOf, type Leaf, type LeafSource } from '../../../core/metrics/plan.js';
import { all, filtersSql, knownSql, TRUE, whereSql } from './conditions.js';
import type { Dialect, Sql } from './dialect.js';
import type { FactRows } from './fact-rows.js';
import type { Parameters } from './parameters.js';

export interface LeafColumns {
  takesPart: Sql;
  isKnown: Sql;
  value: Sql;
}

export function takesPartSql({ where, known, ignore }: LeafSource, filters: Filters, rows: FactRows, dialect: Dialect, parameters: Parameters): Sql {
  return all([
    ...known.map((name) => knownSql(rows.read(name), dialect)),
    whereSql(where, rows.read, dialect, parameters),
    filtersSql(filters, ignore, rows.read, dialect, parameters),
  ]);
}

export function leafColumns(leaf: Leaf, filters: Filters, rows: FactRows, dialect: Dialect, parameters: Parameters): LeafColumns {
  const takesPart = takesPartSql(leaf, filters, rows, dialect, parameters);
  if (leaf.op === 'count' || leaf.op === 'stock') return { takesPart, isKnown: TRUE, value: '1' };
  const columns = (leaf.op === 'distinct' ? leaf.of : columnsOf(leaf.of)).map((name) => rows.read(name));
  const isKnown = all(columns.map((column) => knownSql(column, dialect)));
  if (leaf.op === 'distinct') return { takesPart, isKnown, value: dialect.tuple(columns.map(({ sql }) => sql)) };
  const sign = typeof leaf.of !== 'string' && 'minus' in leaf.of ? ' - ' : ' + ';
  return { takesPart, isKnown, value: columns.map(({ sql }) => sql).join(sign) };
}
