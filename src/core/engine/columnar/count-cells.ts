/** Counts rows: by whole words of bits where the groups are few, else row by row. */
import type { Leaf } from '../../metrics/plan.js';
import type { CellsRequest, LeafCells } from '../engine.js';
import { AdditiveCells, toOffsets } from './additive-cells.js';
import { countBoth, countRows, either, pickRows } from './bit-sets.js';
import type { Bits } from './bits.js';
import type { CodeArray } from './columns.js';
import { toPlacing, type CodePlaces } from './group-places.js';
import { roomForRows } from './room.js';
import type { Slice } from './slices.js';
import { valueBits } from './value-bits.js';

/** With more groups one pass over the codes is quicker than one over the bits of each. */
const MOST_MASKS = 12;

export function countCells(
  leaf: Leaf,
  slices: readonly Slice[],
  request: Pick<CellsRequest, 'buckets' | 'groups'>,
): LeafCells {
  const cells = new AdditiveCells(request);
  const placesIn = request.groups && toPlacing(leaf, request.groups);
  for (const slice of slices) {
    const counts = countPieces(slice);
    addPieces(cells.byBucket, 0, slice, counts);
    const places = placesIn?.(slice.table);
    if (!places) continue;
    if ('whole' in places)
      for (const group of places.whole) addPieces(cells.byGroup, cells.place(group), slice, counts);
    else countGroups(slice, places, counts, cells);
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

function countGroups(slice: Slice, places: CodePlaces, counts: Float64Array, cells: AdditiveCells): void {
  const masks =
    places.layers.length === 1 && cells.groupCount <= MOST_MASKS ? toMasks(places, cells.groupCount) : undefined;
  if (masks) return countMasks(slice, masks, places.rest, counts, cells);
  for (const layer of places.layers) countCodes(slice, places.column.codes, toOffsets(layer, cells), cells.byGroup);
}

/** The rows of each group but the rest, unset where it has none; `undefined`: the column has too many values. */
function toMasks({ column, layers, rest }: CodePlaces, groupCount: number): (Bits | undefined)[] | undefined {
  const byCode = valueBits(column);
  if (!byCode) return undefined;
  const masks = new Array<Bits | undefined>(groupCount).fill(undefined);
  byCode.forEach((bits, code) => {
    const group = layers[0]![code]!;
    if (!bits || group < 0 || group === rest) return;
    const mask = masks[group];
    masks[group] = mask ? either(mask, bits) : bits;
  });
  return masks;
}

function countMasks(
  { rows, edges, buckets }: Slice,
  masks: readonly (Bits | undefined)[],
  rest: number,
  counts: Float64Array,
  cells: AdditiveCells,
): void {
  const { byGroup } = cells;
  masks.forEach((mask, group) => {
    if (!mask) return;
    const place = cells.place(group);
    const restPlace = cells.place(rest);
    for (let piece = 0; piece < buckets.length; piece++) {
      const count = countBoth(mask, rows ?? mask, edges[piece]!, edges[piece + 1]!);
      byGroup[place + buckets[piece]!]! += count;
      byGroup[restPlace + buckets[piece]!]! -= count;
    }
  });
  // Whatever is in no other group is in the rest, which without one is nobody's.
  addPieces(byGroup, cells.place(rest), { buckets }, counts);
}

function countCodes({ rows, edges, buckets }: Slice, codes: CodeArray, offsets: Int32Array, cells: Float64Array): void {
  for (let piece = 0; piece < buckets.length; piece++) {
    const bucket = buckets[piece]!;
    const low = edges[piece]!;
    const high = edges[piece + 1]!;
    if (!rows) {
      for (let row = low; row < high; row++) cells[offsets[codes[row]!]! + bucket]!++;
      continue;
    }
    const picked = roomForRows(high - low);
    const count = pickRows(rows, low, high, picked);
    for (let at = 0; at < count; at++) cells[offsets[codes[picked[at]!]!]! + bucket]!++;
  }
}
