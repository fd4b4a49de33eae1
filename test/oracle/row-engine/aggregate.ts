/** Counts, sums, distinct values and exact quantiles of a table's rows: in total, by group, by bucket and by both. */
import { columnsOf } from '../../../src/core/metrics/aggregates.js';
import type { Leaf } from '../../../src/core/metrics/plan.js';
import type { Measure } from '../../../src/core/metrics/definition.js';
import { segmentAt, type Buckets } from '../../../src/core/time/buckets.js';
import { accumulatorFor, Cells } from './accumulators.js';
import type { CellsRequest, LeafCells } from '../../../src/core/answer/engine.js';
import type { Cell, FactTable } from './fact-table.js';
import { groupsOf, isBefore, isWithin, rowTest, timesOf } from './row-selection.js';
import { aggregateStock } from './stock.js';
import { isKnown } from '../../../src/core/answer/where.js';

export function aggregateLeaf(leaf: Leaf, table: FactTable, request: CellsRequest): LeafCells {
  if (leaf.op === 'stock') return aggregateStock(leaf, table, request);
  const accept = rowTest(leaf, table, request);
  const cells = new Cells(() => accumulatorFor(leaf), request);
  const groupOf = groupsOf(leaf, table, request.groups);
  const times = timesOf(table, leaf.at);
  const valueOf = leafValue(leaf, table);
  const begun = leaf.begunBefore === undefined ? undefined : timesOf(table, leaf.begunBefore);
  let leftOut = 0;
  for (let row = 0; row < table.length; row++) {
    const at = times[row];
    if (!isWithin(at, request.span) || !accept(row)) continue;
    const value = valueOf(row);
    if (value === null) leftOut++;
    else if (!begun) cells.add(value, groupOf(row), request.buckets ? bucketAt(request.buckets, at) : -1);
    else
      cells.add(
        value,
        groupOf(row),
        bucketIfBefore(begun[row], at, request.buckets),
        isBefore(begun[row], request.span.start),
      );
  }
  return cells.result(leftOut);
}

/** Which bucket an instant falls into. */
export function bucketAt({ edges, bucketOf }: Buckets, at: number): number {
  return bucketOf[segmentAt(edges, at)] ?? -1;
}

/** The instant's bucket, when `begun` lies before the bucket's start; else -1. */
function bucketIfBefore(begun: Cell | undefined, at: number, buckets: Buckets | undefined): number {
  return buckets && isBefore(begun, buckets.edges[segmentAt(buckets.edges, at)]!) ? bucketAt(buckets, at) : -1;
}

type LeafValue = number | string | null;

function leafValue(leaf: Leaf, table: FactTable): (row: number) => LeafValue {
  if (leaf.op === 'count' || leaf.op === 'stock') return () => 1;
  if (leaf.op === 'distinct') return keyOf(leaf.of, table);
  return measureOf(leaf.of, table);
}

/** One value that stands for a row's values in these columns; `null` where one is unknown. */
export function keyOf(names: readonly string[], table: FactTable): (row: number) => string | null {
  const columns = names.map((name) => requireColumn(table, name));
  return (row) => {
    const cells = columns.map((column) => column[row] ?? null);
    if (!cells.every(isKnown)) return null;
    return cells.length === 1 ? String(cells[0]) : JSON.stringify(cells);
  };
}

export function measureOf(measure: Measure, table: FactTable): (row: number) => number | null {
  const columns = columnsOf(measure).map((name) => requireColumn(table, name));
  const sign = typeof measure !== 'string' && 'minus' in measure ? -1 : 1;
  return (row) => {
    let value = 0;
    for (const [index, column] of columns.entries()) {
      const cell = column[row];
      if (typeof cell !== 'number') return null;
      value += index === 0 ? cell : sign * cell;
    }
    return value;
  };
}

function requireColumn(table: FactTable, name: string): readonly Cell[] {
  const column = table.column(name);
  if (!column) throw new RangeError(`Unknown column "${name}" in a measure. Use one of: ${table.names.join(', ')}.`);
  return column;
}
