/** Numbers that need all of a cell's values at once: exact quantiles and counts of distinct values. */
import { aggregateOf, measureOf } from '../../metrics/aggregates.js';
import type { Leaf } from '../../metrics/plan.js';
import type { CellsRequest, LeafCells } from '../../answer/engine.js';
import { countRows } from '../store/bits.js';
import { CellValues, type RowCodes, type RowValues, visitCells } from './cell-values.js';
import { DistinctCounter, toKeys } from './distinct.js';
import { groupCount } from '../../answer/groups.js';
import { type GroupAssigner, toGroupAssigner } from './groups.js';
import { type Slice, bounds, measureIn } from './slices.js';

type Grid = Pick<CellsRequest, 'buckets' | 'groups'>;

/** A cell's number from its values, which it may reorder. */
type Reduce = (values: Float64Array) => number | null;

/** By the aggregate's own rule, from the values of each cell. */
export function reducedCells(leaf: Leaf, slices: readonly Slice[], grid: Grid): LeafCells {
  const aggregate = aggregateOf(leaf);
  const measure = measureOf(leaf);
  if (!aggregate.reduce || measure === undefined)
    throw new TypeError(`${leaf.op} is not counted over the rows of a range.`);
  const values = slices.map(({ table }) => ({ values: measureIn(table, measure).values, first: 0 }));
  return fillCells(leaf, slices, values, (cell) => aggregate.reduce!(cell, leaf), grid);
}

export function distinctCells(leaf: Leaf & { op: 'distinct' }, slices: readonly Slice[], grid: Grid): LeafCells {
  const { size, bySlice } = toKeys(slices, leaf.of);
  const counter = new DistinctCounter(size, leaf.havingAtLeast);
  const isTotal = !grid.buckets && !grid.groups;
  return (
    (isTotal && countCodes(counter, slices, bySlice)) ||
    fillCells(leaf, slices, bySlice, (keys) => counter.countOf(keys), grid)
  );
}

/** Without a copy, where codes are the keys. */
function countCodes(
  counter: DistinctCounter,
  slices: readonly Slice[],
  from: readonly RowValues[],
): LeafCells | undefined {
  if (!from.every((keys) => 'codes' in keys && !keys.byCode)) return undefined;
  const cells = { total: 0, leftOut: countAll(slices) };
  slices.forEach((slice, index) => {
    const { count, known } = counter.addCodes((from[index] as RowCodes).codes, slice);
    cells.total += count;
    cells.leftOut -= known;
  });
  return cells;
}

function fillCells(
  leaf: Leaf,
  slices: readonly Slice[],
  from: readonly RowValues[],
  reduce: Reduce,
  { buckets, groups }: Grid,
): LeafCells {
  const width = buckets?.labels.length ?? 1;
  const inBuckets = layOut(slices, from, width, 1, undefined);
  const all = joined(inBuckets);
  // The parts come before their whole, which may be reordered across them.
  const byBucket = buckets && inBuckets.map(reduce);
  const cells: LeafCells = {
    total: reduce(all),
    leftOut: countAll(slices) - all.length,
    ...(byBucket && { byBucket }),
  };
  if (!groups) return cells;
  const count = groupCount(groups);
  const inGroups = layOut(slices, from, width, count, toGroupAssigner(leaf, groups));
  const byGroup = Array.from({ length: count }, (_, group) => inGroups.slice(group * width, (group + 1) * width));
  if (buckets) cells.byGroupAndBucket = byGroup.map((values) => values.map(reduce));
  cells.byGroup = byGroup.map((values) => reduce(joined(values)));
  return cells;
}

function layOut(
  slices: readonly Slice[],
  from: readonly RowValues[],
  bucketCount: number,
  groups: number,
  placesIn: GroupAssigner | undefined,
): Float64Array[] {
  const placed = new CellValues(groups * bucketCount, countAll(slices));
  visitCells(slices, bucketCount, placesIn, (found, index) => placed.add(from[index]!, found));
  return placed.layOut();
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
