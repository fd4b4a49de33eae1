/** What a leaf adds up, as numbers by row: a column, or the sum or difference of several. */
import type { Measure } from '../../metrics/definition.js';
import { columnsOf } from '../../metrics/plan.js';
import type { CodeColumn, Column, ConstantColumn, NumberColumn } from './columns.js';
import { Recent } from '../../recent.js';
import type { ShardTable } from './shard-table.js';

/** Measures of several columns that a table keeps. */
const MOST_KEPT = 4;

const measureCache = new WeakMap<ShardTable, { version: number; measures: Recent<NumberColumn> }>();

/** NaN where a column has no number. */
export function measureIn(table: ShardTable, measure: Measure): NumberColumn {
  const column = typeof measure === 'string' ? table.column(measure) : undefined;
  if (column?.kind === 'number') return column;
  let found = measureCache.get(table);
  if (found?.version !== table.version)
    measureCache.set(table, (found = { version: table.version, measures: new Recent(MOST_KEPT) }));
  return found.measures.get(JSON.stringify(measure), () => combine(table, measure));
}

function combine(table: ShardTable, measure: Measure): NumberColumn {
  const sign = typeof measure !== 'string' && 'minus' in measure ? -1 : 1;
  const [first, ...others] = columnsOf(measure).map((name) => numbersOf(table.column(name), table.length));
  // A measure of no column is 0 everywhere.
  const values = first ? Float64Array.from(first) : new Float64Array(table.length);
  for (const other of others) addTo(values, other, sign);
  return { kind: 'number', values };
}

function addTo(values: Float64Array, more: NumberColumn['values'], sign: number): void {
  for (let row = 0; row < values.length; row++) values[row]! += sign * more[row]!;
}

function numbersOf(column: Column | undefined, length: number): NumberColumn['values'] {
  if (column?.kind === 'number') return column.values;
  const values = new Float64Array(length).fill(NaN);
  if (column?.kind === 'constant') values.fill(numberOf(column, column.code));
  else if (column?.kind === 'code')
    for (let row = 0; row < length; row++) values[row] = numberOf(column, column.codes[row]!);
  return values;
}

function numberOf({ dictionary }: CodeColumn | ConstantColumn, code: number): number {
  const cell = dictionary.valueOf(code);
  return typeof cell === 'number' ? cell : NaN;
}
