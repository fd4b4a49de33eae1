/** Counts of keys that occur at least so often. */
import { pickRows } from './bit-sets.js';
import type { CodeArray } from './columns.js';
import { NO_VALUE } from './dictionary.js';
import { roomForRows } from './room.js';
import { bounds, type Slice } from './slices.js';

type Times = Uint8Array | Uint32Array;

export class DistinctCounter {
  readonly #enough: number;
  /** How often each key occurred, up to enough. */
  readonly #times: Times;

  /** `size`: more than the greatest key. */
  constructor(size: number, atLeast: number) {
    this.#enough = Math.max(1, Math.ceil(atLeast));
    this.#times = this.#enough <= 0xff ? new Uint8Array(size) : new Uint32Array(size);
  }

  /** Of a list by itself. */
  countOf(keys: Float64Array): number {
    const times = this.#times;
    const enough = this.#enough;
    let count = 0;
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at]! | 0;
      if (times[key]! < enough && ++times[key]! === enough) count++;
    }
    for (let at = 0; at < keys.length; at++) times[keys[at]! | 0] = 0;
    return count;
  }

  /** Of codes where they are, together with those before; the code of "no value" is passed over. */
  addCodes(codes: CodeArray, slice: Slice): { count: number; known: number } {
    const { low, high } = bounds(slice);
    return slice.rows ? this.#addPicked(codes, slice.rows, low, high) : this.#addRange(codes, low, high);
  }

  #addRange(codes: CodeArray | Int32Array, low: number, high: number): { count: number; known: number } {
    const times = this.#times;
    const enough = this.#enough;
    let count = 0;
    let known = 0;
    for (let row = low; row < high; row++) {
      const code = codes[row]!;
      if (code === NO_VALUE) continue;
      known++;
      if (times[code]! < enough && ++times[code]! === enough) count++;
    }
    return { count, known };
  }

  #addPicked(
    codes: CodeArray,
    rows: NonNullable<Slice['rows']>,
    low: number,
    high: number,
  ): { count: number; known: number } {
    const picked = roomForRows(high - low);
    const length = pickRows(rows, low, high, picked);
    for (let at = 0; at < length; at++) picked[at] = codes[picked[at]!]!;
    return this.#addRange(picked, 0, length);
  }
}
