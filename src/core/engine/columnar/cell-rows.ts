/** Rows and the cells they go to, for what cannot be counted in words or blocks. */
import { pickRows } from './bit-sets.js';
import type { CodePlaces, Placing } from './group-places.js';
import { roomFor } from './room.js';
import type { Slice } from './slices.js';

/** The first `count` of `rows`, each beside its cell. Both lists are used again after the call. */
export type TakeRows = (slice: Slice, rows: Int32Array, cells: Int32Array, count: number) => void;

/** By bucket alone, or, where there is a grouping, by group and bucket: a group's buckets side by side. A row of several groups comes several times. */
export function visitCells(slices: readonly Slice[], bucketCount: number, placesIn: Placing | undefined, take: TakeRows): void {
  let cells = new Int32Array(0);
  for (const slice of slices) {
    const places = placesIn ? placesIn(slice.table) : { whole: [0] };
    for (let piece = 0; piece < slice.buckets.length; piece++) {
      const low = slice.edges[piece]!;
      const high = slice.edges[piece + 1]!;
      const bucket = slice.buckets[piece]!;
      const rows = roomFor(high - low);
      if (cells.length < high - low) cells = new Int32Array(high - low);
      const layers = 'whole' in places ? places.whole : places.layers;
      for (const layer of layers) {
        const count = pickRows(slice.rows, low, high, rows);
        if (typeof layer === 'number') take(slice, rows, cells.fill(layer * bucketCount + bucket, 0, count), count);
        else take(slice, rows, cells, keepPlaced(rows, count, (places as CodePlaces).column.codes, layer, bucketCount, bucket, cells));
      }
    }
  }
}

function keepPlaced(
  rows: Int32Array, count: number, codes: CodePlaces['column']['codes'], layer: Int32Array, bucketCount: number, bucket: number, cells: Int32Array,
): number {
  let placed = 0;
  for (let at = 0; at < count; at++) {
    const row = rows[at]!;
    const group = layer[codes[row]!]!;
    if (group < 0) continue;
    rows[placed] = row;
    cells[placed++] = group * bucketCount + bucket;
  }
  return placed;
}
