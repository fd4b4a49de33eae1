/** Counts and sums: numbers that add up over shards, pieces of time and rows. */
import type { CellsRequest, LeafCells } from '../../answer/engine.js';
import { groupCount } from '../../answer/groups.js';
import { type CodePlaces, toGroupAssigner } from './groups.js';
import type { Leaf } from '../../metrics/plan.js';
import { countRows, pickRows } from '../store/bits.js';
import { countCodes } from './code-counts.js';
import type { CodeArray, NumberColumn } from '../store/columns.js';
import { scratchRows } from '../store/scratch-buffers.js';
import { type Slice, measureIn } from './slices.js';

/** Numbers by bucket, and by group and bucket, a group's buckets side by side. Without buckets there is one. */
export class AdditiveCells {
  readonly bucketCount: number;
  readonly groupCount: number;
  readonly byBucket: Float64Array;
  /** Has one group more, for rows that belong to none. */
  readonly byGroup: Float64Array;

  constructor({ buckets, groups }: Pick<CellsRequest, 'buckets' | 'groups'>) {
    this.bucketCount = buckets?.labels.length ?? 1;
    this.groupCount = groupCount(groups);
    this.byBucket = new Float64Array(this.bucketCount);
    this.byGroup = new Float64Array((this.groupCount + 1) * this.bucketCount);
  }

  /** Where a group's buckets begin. */
  place(group: number): number {
    return (group < 0 ? this.groupCount : group) * this.bucketCount;
  }

  toLeafCells(leftOut: number, { buckets, groups }: Pick<CellsRequest, 'buckets' | 'groups'>): LeafCells {
    const cells: LeafCells = { total: sum(this.byBucket), leftOut };
    if (buckets) cells.byBucket = toList(this.byBucket);
    if (!groups) return cells;
    const rows = Array.from({ length: this.groupCount }, (_, group) =>
      this.byGroup.subarray(this.place(group), this.place(group + 1)),
    );
    cells.byGroup = rows.map(sum);
    if (buckets) cells.byGroupAndBucket = rows.map(toList);
    return cells;
  }
}

/** The place of each code, as `AdditiveCells` numbers them. */
export function toOffsets(layer: Int32Array, cells: Pick<AdditiveCells, 'place'>): Int32Array {
  return layer.map((group) => cells.place(group));
}

/** Many times quicker than `Array.from`. */
function toList(values: Float64Array): number[] {
  const list: number[] = [];
  for (let at = 0; at < values.length; at++) list.push(values[at]!);
  return list;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let at = 0; at < values.length; at++) total += values[at]!;
  return total;
}

/** Counts rows. */
export function countCells(
  leaf: Leaf,
  slices: readonly Slice[],
  request: Pick<CellsRequest, 'buckets' | 'groups'>,
): LeafCells {
  const cells = new AdditiveCells(request);
  const placesIn = request.groups && toGroupAssigner(leaf, request.groups);
  for (const slice of slices) {
    const counts = countPieces(slice);
    addPieces(cells.byBucket, 0, slice, counts);
    const places = placesIn?.(slice.table);
    if (!places) continue;
    if ('whole' in places)
      for (const group of places.whole) addPieces(cells.byGroup, cells.place(group), slice, counts);
    else countGroups(slice, places, cells);
  }
  return cells.toLeafCells(0, request);
}

function countPieces({ rows, edges, buckets }: Slice): Float64Array {
  const counts = new Float64Array(buckets.length);
  for (let piece = 0; piece < counts.length; piece++) counts[piece] = countRows(rows, edges[piece]!, edges[piece + 1]!);
  return counts;
}

function addPieces(
  cells: Float64Array,
  place: number,
  { buckets }: Pick<Slice, 'buckets'>,
  counts: Float64Array,
): void {
  for (let piece = 0; piece < counts.length; piece++) cells[place + buckets[piece]!]! += counts[piece]!;
}

function countGroups(slice: Slice, { column, layers }: CodePlaces, cells: AdditiveCells): void {
  const counts = countCodes(slice, column);
  const pieces = slice.buckets.length;
  for (const layer of layers) {
    const codes = Math.min(layer.length, counts.length / pieces);
    for (let code = 0; code < codes; code++) {
      const group = layer[code]!;
      if (group >= 0)
        addPieces(cells.byGroup, cells.place(group), slice, counts.subarray(code * pieces, (code + 1) * pieces));
    }
  }
}

/** Sums of a measure. */
export function sumCells(
  leaf: Leaf & { op: 'sum' },
  slices: readonly Slice[],
  request: Pick<CellsRequest, 'buckets' | 'groups'>,
): LeafCells {
  const cells = new AdditiveCells(request);
  const placesIn = request.groups && toGroupAssigner(leaf, request.groups);
  let leftOut = 0;
  for (const slice of slices) {
    const measure = measureIn(slice.table, leaf.of);
    const places = placesIn?.(slice.table);
    for (let piece = 0; piece < slice.buckets.length; piece++) {
      const bucket = slice.buckets[piece]!;
      const { sum, missing } = sumOfPiece(slice, piece, measure);
      leftOut += missing;
      cells.byBucket[bucket]! += sum;
      if (places && 'whole' in places)
        for (const group of places.whole) cells.byGroup[cells.place(group) + bucket]! += sum;
    }
    if (!places || 'whole' in places) continue;
    for (const layer of places.layers)
      sumCodes(slice, places.column.codes, toOffsets(layer, cells), measure, cells.byGroup);
  }
  return cells.toLeafCells(leftOut, request);
}

function sumOfPiece({ rows, edges }: Slice, piece: number, measure: NumberColumn): Sum {
  const low = edges[piece]!;
  const high = edges[piece + 1]!;
  if (!rows) return sumOfRows(measure, low, high);
  const picked = scratchRows(high - low);
  return sumOfPicked(measure.values, picked, pickRows(rows, low, high, picked));
}

function sumOfPicked(values: NumberColumn['values'], picked: Int32Array, count: number): Sum {
  let sum = 0;
  let missing = 0;
  for (let at = 0; at < count; at++) {
    const value = values[picked[at]!]!;
    if (value === value) sum += value;
    else missing++;
  }
  return { sum, missing };
}

function sumCodes(
  { rows, edges, buckets }: Slice,
  codes: CodeArray,
  offsets: Int32Array,
  { values }: NumberColumn,
  cells: Float64Array,
): void {
  for (let piece = 0; piece < buckets.length; piece++) {
    const bucket = buckets[piece]!;
    const picked = scratchRows(edges[piece + 1]! - edges[piece]!);
    const count = pickRows(rows, edges[piece]!, edges[piece + 1]!, picked);
    for (let at = 0; at < count; at++) {
      const row = picked[at]!;
      const value = values[row]!;
      if (value === value) cells[offsets[codes[row]!]! + bucket]! += value;
    }
  }
}

const ROWS = 1024;
const UNKNOWN = 0xffff;

interface BlockSums {
  sums: Float64Array;
  /** Rows without a number; `UNKNOWN` until the block is asked for. */
  missing: Uint16Array;
}

/** What rows add up to, and how many of them have no number. */
export interface Sum {
  sum: number;
  missing: number;
}

const kept = new WeakMap<NumberColumn, BlockSums>();

/** Sums of a column's blocks of rows, kept: a long span is then mostly read off them. */
export function sumOfRows(column: NumberColumn, low: number, high: number): Sum {
  const first = Math.ceil(low / ROWS);
  const last = Math.floor(high / ROWS);
  const total = { sum: 0, missing: 0 };
  if (first >= last) {
    addRows(column.values, low, high, total);
    return total;
  }
  addRows(column.values, low, first * ROWS, total);
  addBlocks(column, first, last, total);
  addRows(column.values, last * ROWS, high, total);
  return total;
}

function addBlocks(column: NumberColumn, first: number, last: number, total: Sum): void {
  const { sums, missing } = blocksOf(column);
  for (let block = first; block < last; block++) {
    if (missing[block] === UNKNOWN) sumBlock(column.values, block, { sums, missing });
    total.sum += sums[block]!;
    total.missing += missing[block]!;
  }
}

function blocksOf(column: NumberColumn): BlockSums {
  const count = Math.floor(column.values.length / ROWS);
  const blocks = kept.get(column) ?? { sums: new Float64Array(count), missing: new Uint16Array(count).fill(UNKNOWN) };
  kept.set(column, blocks);
  return blocks;
}

function sumBlock(values: NumberColumn['values'], block: number, { sums, missing }: BlockSums): void {
  const total = { sum: 0, missing: 0 };
  addRows(values, block * ROWS, (block + 1) * ROWS, total);
  sums[block] = total.sum;
  missing[block] = total.missing;
}

function addRows(values: NumberColumn['values'], low: number, high: number, total: Sum): void {
  let sum = 0;
  let missing = 0;
  for (let row = low; row < high; row++) {
    const value = values[row]!;
    if (value === value) sum += value;
    else missing++;
  }
  total.sum += sum;
  total.missing += missing;
}
