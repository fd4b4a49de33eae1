/** Values beside the cell each goes to, and laid out cell by cell. */
import { type CodeArray, NO_VALUE } from '../store/columns.js';
import { scratchCells, scratchNumbers, scratchRows } from '../store/scratch-buffers.js';
import { pickRows } from '../store/bits.js';
import type { CodePlaces, GroupAssigner } from './groups.js';
import type { Slice } from './slices.js';

/** What the rows of a slice hold, by row or by a row's code; NaN: unknown. */
export type RowValues = RowNumbers | RowCodes;

interface RowNumbers {
  values: Int32Array | Float64Array;
  /** The row that comes first in `values`. */
  first: number;
}

export interface RowCodes {
  codes: CodeArray;
  /** Unset: the code itself; that of "no value" is unknown. */
  byCode: Float64Array | undefined;
}

export class CellValues {
  readonly #cellCount: number;
  #values: Float64Array;
  #cells: Int32Array;
  #length = 0;
  #mayLack = false;

  /** `capacity`: how many values to expect; it grows where rows have several groups. */
  constructor(cellCount: number, capacity: number) {
    this.#cellCount = cellCount;
    this.#values = scratchNumbers(capacity).subarray(0, capacity);
    this.#cells = new Int32Array(cellCount === 1 ? 0 : capacity);
  }

  add(from: RowValues, { rows, first, count, cells }: CellRows): void {
    const start = this.#length;
    this.#length += count;
    if (this.#length > this.#values.length) this.#grow(2 * this.#length);
    // Only doubles can be NaN.
    if ('codes' in from || from.values instanceof Float64Array) this.#mayLack = true;
    const to = this.#values.subarray(start, this.#length);
    if ('codes' in from) copyCodes(from, rows, first, to);
    else if (rows) copyRows(from, rows, to);
    else to.set(from.values.subarray(first - from.first, first - from.first + count));
    if (this.#cellCount === 1) return;
    if (typeof cells === 'number') this.#cells.fill(cells, start, this.#length);
    else this.#cells.set(cells.subarray(0, count), start);
  }

  /** The known values of each cell, all in one piece of memory, in the order of the cells. */
  layOut(): Float64Array[] {
    const values = this.#values.subarray(0, this.#length);
    if (this.#cellCount === 1) return [this.#mayLack ? keepKnown(values) : values];
    return sortByCell(values, this.#cells, this.#cellCount);
  }

  #grow(length: number): void {
    const [values, cells] = [this.#values, this.#cells];
    this.#values = new Float64Array(length);
    this.#values.set(values);
    if (this.#cellCount === 1) return;
    this.#cells = new Int32Array(length);
    this.#cells.set(cells);
  }
}

/** As many rows as `to` has places. */
function copyRows({ values, first }: RowNumbers, rows: Int32Array, to: Float64Array): void {
  for (let at = 0; at < to.length; at++) to[at] = values[rows[at]! - first]!;
}

/** As many rows as `to` has places; without `rows`, those from `first` on. */
function copyCodes({ codes, byCode }: RowCodes, rows: Int32Array | undefined, first: number, to: Float64Array): void {
  const { length } = to;
  if (rows) for (let at = 0; at < length; at++) to[at] = codes[rows[at]!]!;
  else to.set(codes.subarray(first, first + length));
  if (byCode) for (let at = 0; at < length; at++) to[at] = byCode[to[at]! | 0]!;
  else for (let at = 0; at < length; at++) if (to[at] === NO_VALUE) to[at] = NaN;
}

function keepKnown(values: Float64Array): Float64Array {
  let known = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (value === value) values[known++] = value;
  }
  return values.subarray(0, known);
}

function sortByCell(values: Float64Array, cells: Int32Array, cellCount: number): Float64Array[] {
  const ends = new Uint32Array(cellCount + 1);
  for (let at = 0; at < values.length; at++) if (values[at] === values[at]) ends[cells[at]! + 1]!++;
  for (let cell = 0; cell < cellCount; cell++) ends[cell + 1]! += ends[cell]!;
  const next = ends.slice();
  const sorted = new Float64Array(ends[cellCount]!);
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (value === value) sorted[next[cells[at]!]!++] = value;
  }
  return Array.from({ length: cellCount }, (_, cell) => sorted.subarray(ends[cell], ends[cell + 1]));
}

/** Rows of one piece of a slice. Its lists are used again after the visit. */
export interface CellRows {
  /** The first `count` of them count; unset: so many from `first` on. */
  rows: Int32Array | undefined;
  first: number;
  count: number;
  /** The cell of each row, or of all. */
  cells: Int32Array | number;
}

/** By bucket alone, or, where there is a grouping, by group and bucket: a group's buckets side by side. A row of several groups comes several times. */
export function visitCells(
  slices: readonly Slice[],
  bucketCount: number,
  placesIn: GroupAssigner | undefined,
  take: (found: CellRows, index: number) => void,
): void {
  slices.forEach((slice, index) => {
    const places = placesIn ? placesIn(slice.table) : ONE_PLACE;
    for (let piece = 0; piece < slice.buckets.length; piece++) {
      const bucket = slice.buckets[piece]!;
      if ('whole' in places)
        for (const group of places.whole)
          take({ ...pickPiece(slice, piece), cells: group * bucketCount + bucket }, index);
      else for (const layer of places.layers) take(pickPlaced(slice, piece, places, layer, bucketCount), index);
    }
  });
}

const ONE_PLACE = { whole: [0] } as const;

/** Rows and the cells they go to, for what cannot be counted in words or blocks. */
function pickPiece({ rows, edges }: Slice, piece: number): Omit<CellRows, 'cells'> {
  const first = edges[piece]!;
  const end = edges[piece + 1]!;
  if (!rows) return { rows, first, count: end - first };
  const picked = scratchRows(end - first);
  return { rows: picked, first, count: pickRows(rows, first, end, picked) };
}

function pickPlaced(
  { rows, edges, buckets }: Slice,
  piece: number,
  { column }: CodePlaces,
  layer: Int32Array,
  bucketCount: number,
): CellRows {
  const first = edges[piece]!;
  const end = edges[piece + 1]!;
  const bucket = buckets[piece]!;
  const { codes } = column;
  const picked = scratchRows(end - first);
  const cells = scratchCells(end - first);
  const count = pickRows(rows, first, end, picked);
  let placed = 0;
  for (let at = 0; at < count; at++) {
    const row = picked[at]!;
    const group = layer[codes[row]!]!;
    if (group < 0) continue;
    picked[placed] = row;
    cells[placed++] = group * bucketCount + bucket;
  }
  return { rows: picked, first, count: placed, cells };
}
