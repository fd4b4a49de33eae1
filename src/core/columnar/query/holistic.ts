/** Numbers that need all of a cell's values at once: exact quantiles and counts of distinct values. */
import type { Leaf } from '../../metrics/plan.js';
import type { CellsRequest, LeafCells } from '../../answer/engine.js';
import { countRows } from '../store/bits.js';
import { PlacedValues, type RowCodes, type RowValues, visitCells } from './cell-values.js';
import { DistinctCounter, toKeys } from './distinct.js';
import { type Placing, groupCount, toPlacing } from './groups.js';
import { type Slice, bounds, measureIn } from './slices.js';

type Grid = Pick<CellsRequest, 'buckets' | 'groups'>;

/** A cell's number from its values, which it may reorder. */
type Reduce = (values: Float64Array) => number | null;

export function quantileCells(leaf: Leaf & { op: 'quantile' }, slices: readonly Slice[], grid: Grid): LeafCells {
  const values = slices.map(({ table }) => ({ values: measureIn(table, leaf.of).values, first: 0 }));
  return fillCells(leaf, slices, values, (cell) => quantileOf(cell, leaf.q), grid);
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
  const inGroups = layOut(slices, from, width, count, toPlacing(leaf, groups));
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
  placesIn: Placing | undefined,
): Float64Array[] {
  const placed = new PlacedValues(groups * bucketCount, countAll(slices));
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

/** Exact quantiles without sorting everything: a sample says between which values a rank must lie, and only those are sorted. */

const SAMPLE = 512;
/** How far around the rank the sample is trusted, in standard deviations. */
const TRUST = 3;

/** Linear between ranks over all of `values`, which are reordered; `null` without any. None may be NaN. */
export function quantileOf(values: Float64Array, q: number): number | null {
  if (values.length === 0) return null;
  const rank = (values.length - 1) * q;
  const [below, above] = select(values, Math.floor(rank), Math.ceil(rank));
  return below + (above - below) * (rank - Math.floor(rank));
}

/** The values at two ranks that are the same or neighbours. */
function select(values: Float64Array, low: number, high: number): [number, number] {
  let rest = values;
  let before = 0;
  let shrinks = true;
  while (shrinks && rest.length > 2 * SAMPLE) {
    const { from, to } = bracket(rest, (low - before) / (rest.length - 1));
    const { below, inside } = gatherWithin(rest, from, to);
    const missed = low - before < below || high - before >= below + inside;
    if (missed) break;
    if (from === to) return [from, from];
    before += below;
    shrinks = inside < rest.length / 2;
    rest = rest.subarray(0, inside);
  }
  rest.sort();
  return [rest[low - before]!, rest[high - before]!];
}

/** Two values between which the share `q` of all most likely falls. */
function bracket(values: Float64Array, q: number): { from: number; to: number } {
  const sample = new Float64Array(SAMPLE);
  const step = values.length / SAMPLE;
  for (let at = 0; at < SAMPLE; at++) sample[at] = values[Math.floor(at * step)]!;
  sample.sort();
  const middle = q * (SAMPLE - 1);
  const reach = TRUST * Math.sqrt(SAMPLE * q * (1 - q)) + 1;
  return { from: sample[Math.floor(middle - reach)] ?? -Infinity, to: sample[Math.ceil(middle + reach)] ?? Infinity };
}

/** Brings the values from `from` to `to` to the front; says how many they are and how many are smaller. */
function gatherWithin(values: Float64Array, from: number, to: number): { below: number; inside: number } {
  let below = 0;
  let inside = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (value < from) below++;
    else if (value <= to) {
      values[at] = values[inside]!;
      values[inside++] = value;
    }
  }
  return { below, inside };
}
