/** The first rows of a list in its order, without sorting the others. */
import { countFound, listRows, type FoundRows } from './found.js';
import { placeOf, type Place } from '../store/id-index.js';
import type { RowOrder } from './sort.js';

/** The first `most` places, sorted. */
export function topRows(found: readonly FoundRows[], order: RowOrder, most: number): Float64Array {
  if (most === 0) return new Float64Array();
  const count = countFound(found);
  return most * 16 <= count ? select(found, order, most) : sortAll(found, order, count);
}

/** A heap of the best so far, with the last of them on top. */
function select(found: readonly FoundRows[], order: RowOrder, most: number): Float64Array {
  const keys = new Float64Array(most);
  const places = new Float64Array(most);
  let size = 0;
  const isAfter = (a: number, b: number) =>
    keys[a]! > keys[b]! || (keys[a] === keys[b] && order.compare(places[a]!, places[b]!) > 0);
  const swap = (a: number, b: number) => {
    [keys[a], keys[b]] = [keys[b]!, keys[a]!];
    [places[a], places[b]] = [places[b]!, places[a]!];
  };
  const sink = () => {
    for (let at = 0, child = 1; child < size; at = child, child = 2 * at + 1) {
      if (child + 1 < size && isAfter(child + 1, child)) child++;
      if (!isAfter(child, at)) return;
      swap(at, child);
    }
  };
  const put = (at: number, key: number, place: Place) => {
    keys[at] = key;
    places[at] = place;
  };
  // Rows are in order of time, and so mostly is what they are sorted by: from its end, hardly any row after the first few is put in.
  for (const { shard, rows } of order.descending ? [...found].reverse() : found) {
    const listed = listRows(rows);
    if (order.descending) listed.reverse();
    const rowKeys = order.keysOf(shard, listed);
    for (let index = 0; index < listed.length; index++) {
      const key = rowKeys[index]!;
      if (size === most && key > keys[0]!) continue;
      const place = placeOf(shard.slot, listed[index]!);
      if (size < most) {
        put(size, key, place);
        for (let at = size++; at > 0 && isAfter(at, (at - 1) >> 1); at = (at - 1) >> 1) swap(at, (at - 1) >> 1);
      } else if (key < keys[0]! || order.compare(place, places[0]!) < 0) {
        put(0, key, place);
        sink();
      }
    }
  }
  // The last goes behind, again and again.
  const sorted = new Float64Array(size);
  while (size > 0) {
    sorted[--size] = places[0]!;
    put(0, keys[size]!, places[size]!);
    sink();
  }
  return sorted;
}

/** Keys alone sort natively; each place then goes where its key is, and only those of one key are compared. */
function sortAll(found: readonly FoundRows[], order: RowOrder, count: number): Float64Array {
  const keys = new Float64Array(count);
  const places = new Float64Array(count);
  let filled = 0;
  for (const { shard, rows } of found) {
    const listed = listRows(rows);
    keys.set(order.keysOf(shard, listed), filled);
    for (let index = 0; index < listed.length; index++) places[filled++] = placeOf(shard.slot, listed[index]!);
  }
  const ascending = keys.slice().sort();
  const sorted = new Float64Array(count);
  const taken = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    const first = firstOf(ascending, keys[at]!);
    sorted[first + taken[first]!++] = places[at]!;
  }
  for (let first = 0; first < count; first += taken[first]!) {
    if (taken[first]! > 1) sorted.subarray(first, first + taken[first]!).sort((a, b) => order.compare(a, b));
  }
  return sorted;
}

function firstOf(ascending: Float64Array, key: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
