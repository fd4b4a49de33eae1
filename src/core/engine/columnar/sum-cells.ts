/** Sums of a measure. */
import type { Leaf } from '../../metrics/plan.js';
import type { CellsRequest, LeafCells } from '../engine.js';
import { AdditiveCells, toOffsets } from './additive-cells.js';
import { pickRows } from './bit-sets.js';
import { sumOfRows, type Sum } from './block-sums.js';
import type { NumberColumn, CodeArray } from './columns.js';
import { toPlacing } from './group-places.js';
import { measureIn } from './measures.js';
import { roomForRows } from './room.js';
import type { Slice } from './slices.js';

export function sumCells(
  leaf: Leaf & { op: 'sum' },
  slices: readonly Slice[],
  request: Pick<CellsRequest, 'buckets' | 'groups'>,
): LeafCells {
  const cells = new AdditiveCells(request);
  const placesIn = request.groups && toPlacing(leaf, request.groups);
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
  const picked = roomForRows(high - low);
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
    const picked = roomForRows(edges[piece + 1]! - edges[piece]!);
    const count = pickRows(rows, edges[piece]!, edges[piece + 1]!, picked);
    for (let at = 0; at < count; at++) {
      const row = picked[at]!;
      const value = values[row]!;
      if (value === value) cells[offsets[codes[row]!]! + bucket]! += value;
    }
  }
}
