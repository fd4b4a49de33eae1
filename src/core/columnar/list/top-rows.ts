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

function select(found: readonly FoundRows[], order: RowOrder, most: number): Float64Array {
  const best = new TopPlaces(most, (a, b) => order.compare(a, b));
  // Rows are in order of time, and so mostly is what they are sorted by: from its end, hardly any row after the first few is put in.
  for (const { shard, rows } of order.descending ? [...found].reverse() : found) {
    const listed = listRows(rows);
    if (order.descending) listed.reverse();
    const rowKeys = order.keysOf(shard, listed);
    for (let index = 0; index < listed.length; index++) {
      if (best.mayTake(rowKeys[index]!)) best.push(rowKeys[index]!, placeOf(shard.slot, listed[index]!));
    }
  }
  return best.drain();
}

/** The places with the lowest keys so far, as a heap with the last of them on top. Equal keys are decided by `compare`. */
class TopPlaces {
  readonly #keys: Float64Array;
  readonly #places: Float64Array;
  readonly #compare: (a: Place, b: Place) => number;
  #size = 0;

  constructor(capacity: number, compare: (a: Place, b: Place) => number) {
    this.#keys = new Float64Array(capacity);
    this.#places = new Float64Array(capacity);
    this.#compare = compare;
  }

  /** Whether a place with this key can be among them; cheap, so that most places need not be looked at. */
  mayTake(key: number): boolean {
    return this.#size < this.#keys.length || !(key > this.#keys[0]!);
  }

  push(key: number, place: Place): void {
    if (this.#size < this.#keys.length) {
      this.#put(this.#size, key, place);
      this.#rise(this.#size++);
    } else if (key < this.#keys[0]! || this.#compare(place, this.#places[0]!) < 0) {
      this.#put(0, key, place);
      this.#sink();
    }
  }

  /** All of them, the lowest first. Nothing is left. */
  drain(): Float64Array {
    const sorted = new Float64Array(this.#size);
    while (this.#size > 0) {
      sorted[--this.#size] = this.#places[0]!;
      this.#put(0, this.#keys[this.#size]!, this.#places[this.#size]!);
      this.#sink();
    }
    return sorted;
  }

  #rise(at: number): void {
    for (let parent = (at - 1) >> 1; at > 0 && this.#isAfter(at, parent); parent = (at - 1) >> 1) {
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(): void {
    for (let at = 0, child = 1; child < this.#size; at = child, child = 2 * at + 1) {
      if (child + 1 < this.#size && this.#isAfter(child + 1, child)) child++;
      if (!this.#isAfter(child, at)) return;
      this.#swap(at, child);
    }
  }

  #isAfter(a: number, b: number): boolean {
    const keys = this.#keys;
    return keys[a]! > keys[b]! || (keys[a] === keys[b] && this.#compare(this.#places[a]!, this.#places[b]!) > 0);
  }

  #swap(a: number, b: number): void {
    const key = this.#keys[a]!;
    const place = this.#places[a]!;
    this.#put(a, this.#keys[b]!, this.#places[b]!);
    this.#put(b, key, place);
  }

  #put(at: number, key: number, place: Place): void {
    this.#keys[at] = key;
    this.#places[at] = place;
  }
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
