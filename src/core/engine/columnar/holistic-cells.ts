/** Numbers that need all of a cell's values at once: exact quantiles and counts of distinct values. */
import type { Leaf } from '../../metrics/plan.js';
import type { CellsRequest, LeafCells } from '../engine.js';
import { countRows } from './bit-sets.js';
import { visitCells } from './cell-rows.js';
import { toKeys } from './distinct-keys.js';
import { groupCount, toPlacing, type Placing } from './group-places.js';
import { measureIn } from './measures.js';
import { quantileOf } from './select-rank.js';
import { bounds, type Slice } from './slices.js';

type Grid = Pick<CellsRequest, 'buckets' | 'groups'>;

/** What the rows of each slice hold, from row `first` on; NaN: unknown. */
interface RowValues {
  values: Int32Array | Float64Array;
  first: number;
}

/** A cell's number from its values, which it may reorder. */
type Reduce = (values: Float64Array) => number | null;

/** Known values beside the cell each goes to. */
interface Placed {
  values: Float64Array;
  cells: Int32Array;
  length: number;
}

export function quantileCells(leaf: Leaf & { op: 'quantile' }, slices: readonly Slice[], grid: Grid): LeafCells {
  const values = slices.map(({ table }) => ({ values: measureIn(table, leaf.of).values, first: 0 }));
  return fillCells(leaf, slices, values, (cell) => quantileOf(cell, leaf.q), grid);
}

export function distinctCells(leaf: Leaf & { op: 'distinct' }, slices: readonly Slice[], grid: Grid): LeafCells {
  const { size, bySlice } = toKeys(slices, leaf.of);
  const values = slices.map((slice, index) => ({ values: bySlice[index]!, first: bounds(slice).low }));
  return fillCells(leaf, slices, values, distinctCounter(size, leaf.havingAtLeast), grid);
}

/** Counts the keys below `size` that occur at least so often. */
function distinctCounter(size: number, atLeast: number): Reduce {
  const seenIn = new Int32Array(size);
  const times = new Uint32Array(size);
  const enough = Math.max(1, Math.ceil(atLeast));
  let cell = 0;
  return (keys) => {
    cell++;
    let count = 0;
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at]!;
      if (seenIn[key] !== cell) {
        seenIn[key] = cell;
        times[key] = 0;
      }
      if (++times[key]! === enough) count++;
    }
    return count;
  };
}

function fillCells(leaf: Leaf, slices: readonly Slice[], rowValues: readonly RowValues[], reduce: Reduce, { buckets, groups }: Grid): LeafCells {
  const bucketCount = buckets?.labels.length ?? 1;
  const all = findValues(slices, rowValues, bucketCount, undefined);
  const inBuckets = layOut(all, bucketCount);
  // The cells come before their total, which reorders the values across them.
  const byBucket = buckets && inBuckets.map(reduce);
  const cells: LeafCells = { total: reduce(joined(inBuckets)), leftOut: countAll(slices) - all.length, ...(byBucket && { byBucket }) };
  if (!groups) return cells;
  const byCell = layOut(findValues(slices, rowValues, bucketCount, toPlacing(leaf, groups)), groupCount(groups) * bucketCount);
  const byGroup = Array.from({ length: groupCount(groups) }, (_, group) => byCell.slice(group * bucketCount, (group + 1) * bucketCount));
  if (buckets) cells.byGroupAndBucket = byGroup.map((values) => values.map(reduce));
  cells.byGroup = byGroup.map((values) => reduce(joined(values)));
  return cells;
}

function findValues(slices: readonly Slice[], rowValues: readonly RowValues[], bucketCount: number, placesIn: Placing | undefined): Placed {
  const placed = withRoom(countAll(slices));
  visitCells(slices, bucketCount, placesIn, (slice, rows, cells, count) => {
    makeRoom(placed, count);
    addKnown(placed, rowValues[slices.indexOf(slice)]!, rows, cells, count);
  });
  return placed;
}

function addKnown(placed: Placed, { values, first }: RowValues, rows: Int32Array, rowCells: Int32Array, count: number): void {
  const { values: known, cells } = placed;
  let end = placed.length;
  for (let at = 0; at < count; at++) {
    const value = values[rows[at]! - first]!;
    if (value !== value) continue;
    known[end] = value;
    cells[end++] = rowCells[at]!;
  }
  placed.length = end;
}

/** The values of each cell, all in one piece of memory, in the order of the cells. */
function layOut({ values, cells, length }: Placed, cellCount: number): Float64Array[] {
  if (cellCount === 1) return [values.subarray(0, length)];
  const ends = new Uint32Array(cellCount + 1);
  for (let at = 0; at < length; at++) ends[cells[at]! + 1]!++;
  for (let cell = 0; cell < cellCount; cell++) ends[cell + 1]! += ends[cell]!;
  const next = ends.slice();
  const ordered = new Float64Array(length);
  for (let at = 0; at < length; at++) ordered[next[cells[at]!]!++] = values[at]!;
  return Array.from({ length: cellCount }, (_, cell) => ordered.subarray(ends[cell], ends[cell + 1]));
}

/** Neighbours from `layOut` as one. */
function joined(cells: readonly Float64Array[]): Float64Array {
  const [first] = cells;
  const length = cells.reduce((total, cell) => total + cell.length, 0);
  return first ? new Float64Array(first.buffer, first.byteOffset, length) : new Float64Array(0);
}

function countAll(slices: readonly Slice[]): number {
  return slices.reduce((count, slice) => count + countRows(slice.rows, bounds(slice).low, bounds(slice).high), 0);
}

function withRoom(length: number): Placed {
  return { values: new Float64Array(length), cells: new Int32Array(length), length: 0 };
}

/** Rows of several groups need more than one place each. */
function makeRoom(placed: Placed, more: number): void {
  if (placed.length + more <= placed.values.length) return;
  const { values, cells } = placed;
  Object.assign(placed, { ...withRoom(2 * (placed.length + more)), length: placed.length });
  placed.values.set(values);
  placed.cells.set(cells);
}
