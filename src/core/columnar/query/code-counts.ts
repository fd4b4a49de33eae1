/** How many rows of each piece of time have each code of a column: kept, since a dashboard asks for the same days again and again. */
import { countBoth, pickRows, valueBits, type Bits } from '../store/bits.js';
import type { CodeColumn } from '../store/columns.js';
import { scratchRows } from '../store/scratch-buffers.js';
import type { Slice } from './slices.js';

/** With more codes one pass over the rows is quicker than one over the bits of each. */
const MAX_MASKS = 12;
/** More counts are not worth keeping. */
const MAX_KEPT = 65_536;

const ALL = {};
const kept = new WeakMap<Int32Array, WeakMap<CodeColumn, WeakMap<object, Float64Array>>>();

/** The pieces of each code side by side, code by code. */
export function countCodes(slice: Slice, column: CodeColumn): Float64Array {
  if (column.dictionary.size * slice.buckets.length > MAX_KEPT) return count(slice, column);
  const ofPieces = keptIn(kept, slice.edges, () => new WeakMap<CodeColumn, WeakMap<object, Float64Array>>());
  const ofColumn = keptIn(ofPieces, column, () => new WeakMap<object, Float64Array>());
  return keptIn(ofColumn, slice.rows ?? ALL, () => count(slice, column));
}

function keptIn<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

function count(slice: Slice, column: CodeColumn): Float64Array {
  const counts = new Float64Array(column.dictionary.size * slice.buckets.length);
  const masks = column.dictionary.size <= MAX_MASKS ? valueBits(column) : undefined;
  if (masks) countMasks(slice, masks, counts);
  else countRowByRow(slice, column, counts);
  return counts;
}

function countMasks({ rows, edges, buckets }: Slice, masks: readonly (Bits | undefined)[], counts: Float64Array): void {
  const pieces = buckets.length;
  masks.forEach((mask, code) => {
    if (!mask) return;
    for (let piece = 0; piece < pieces; piece++)
      counts[code * pieces + piece] = countBoth(mask, rows ?? mask, edges[piece]!, edges[piece + 1]!);
  });
}

function countRowByRow({ rows, edges, buckets }: Slice, { codes }: CodeColumn, counts: Float64Array): void {
  const pieces = buckets.length;
  for (let piece = 0; piece < pieces; piece++) {
    const low = edges[piece]!;
    const high = edges[piece + 1]!;
    if (!rows) {
      for (let row = low; row < high; row++) counts[codes[row]! * pieces + piece]!++;
      continue;
    }
    const picked = scratchRows(high - low);
    const length = pickRows(rows, low, high, picked);
    for (let at = 0; at < length; at++) counts[codes[picked[at]!]! * pieces + piece]!++;
  }
}
