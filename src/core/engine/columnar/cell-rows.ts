/** Rows and the cells they go to, for what cannot be counted in words or blocks. */
import { pickRows } from './bit-sets.js';
import type { CodePlaces, Placing } from './group-places.js';
import { roomForCells, roomForRows } from './room.js';
import type { Slice } from './slices.js';

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
  placesIn: Placing | undefined,
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

function pickPiece({ rows, edges }: Slice, piece: number): Omit<CellRows, 'cells'> {
  const first = edges[piece]!;
  const end = edges[piece + 1]!;
  if (!rows) return { rows, first, count: end - first };
  const picked = roomForRows(end - first);
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
  const picked = roomForRows(end - first);
  const cells = roomForCells(end - first);
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
