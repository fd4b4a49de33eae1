/** What a leaf reads of a row: whether the row takes part, whether its value is known, and the value. */
import type { CellsRequest } from '../../../core/answer/engine.js';
import { measureOf, measuredColumns } from '../../../core/metrics/aggregates.js';
import type { Leaf, LeafSource } from '../../../core/metrics/plan.js';
import { all, filtersSql, knownSql, whereSql } from './conditions.js';
import type { Dialect, Sql } from './dialect.js';
import type { FactRows } from './fact-rows.js';

type Asked = Pick<CellsRequest, 'filters' | 'span'>;

export interface LeafColumns {
  takesPart: Sql;
  isKnown: Sql;
  value: Sql;
}

/** `asked`: the range that what stands is judged by. */
export function takesPartSql(
  { where, known, ignore, standing }: LeafSource,
  { filters, span }: Asked,
  rows: FactRows,
): Sql {
  const { dialect, parameters } = rows;
  return all([
    ...(standing ? [standingSql(standing, span.end, rows)] : []),
    ...known.map((name) => knownSql(rows.read(name), dialect)),
    whereSql(where, rows.read, dialect, parameters),
    filtersSql(filters, ignore, rows.read, dialect, parameters),
  ]);
}

/** Begun before an instant and not ended before it. */
export function standingSql(
  { from, until }: { from: string; until: string | null },
  instant: number,
  rows: FactRows,
): Sql {
  const at = rows.parameters.int(instant);
  const begin = rows.read(from).sql;
  const end = until === null ? undefined : rows.read(until).sql;
  return all([`${begin} IS NOT NULL AND ${begin} < ${at}`, ...(end ? [`${end} IS NULL OR ${end} >= ${at}`] : [])]);
}

export function leafColumns(leaf: Leaf, asked: Asked, rows: FactRows): LeafColumns {
  const { dialect } = rows;
  const takesPart = takesPartSql(leaf, asked, rows);
  const columns = measuredColumns(leaf).map((name) => rows.read(name));
  const isKnown = all(columns.map((column) => knownSql(column, dialect)));
  return {
    takesPart,
    isKnown,
    value: valueSql(
      leaf,
      columns.map(({ sql }) => sql),
      dialect,
    ),
  };
}

function valueSql(leaf: Leaf, columns: readonly Sql[], dialect: Dialect): Sql {
  if (columns.length === 0) return '1';
  const measure = measureOf(leaf);
  if (measure === undefined) return dialect.tuple(columns);
  return columns.join(typeof measure !== 'string' && 'minus' in measure ? ' - ' : ' + ');
}
