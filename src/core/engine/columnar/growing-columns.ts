/**
 * Columns that are still being filled, row after row. The room that they grow into is kept for the next batch; what `take` hands over is a
 * copy of exactly the rows there are.
 */
import { codeArray, type CodeColumn, type NumberColumn } from './columns.js';
import { NO_VALUE, type Dictionary } from './dictionary.js';
import { FIRST_ROOM, grown, GrowingRows } from './growing-rows.js';

export class GrowingCodes extends GrowingRows {
  readonly dictionary: Dictionary;
  #codes = new Uint32Array(FIRST_ROOM);

  constructor(dictionary: Dictionary) {
    super();
    this.dictionary = dictionary;
  }

  set(row: number, code: number): void {
    if (row >= this.#codes.length) this.#codes = grown(this.#codes, row);
    if (this.filled < row) this.#codes.fill(NO_VALUE, this.filled, row);
    this.#codes[row] = code;
    this.filled = row + 1;
  }

  /** Where the codes of so many rows go, from `row` on; they count as set. */
  extend(row: number, count: number): Uint32Array {
    if (row + count > this.#codes.length) this.#codes = grown(this.#codes, row + count);
    if (this.filled < row) this.#codes.fill(NO_VALUE, this.filled, row);
    this.filled = row + count;
    return this.#codes;
  }

  /** `undefined`: no row has a value. */
  take(length: number): CodeColumn | undefined {
    const used = this.#codes.subarray(0, Math.min(this.filled, length));
    this.filled = 0;
    let most = 0;
    for (let row = 0; row < used.length; row++) if (used[row]! > most) most = used[row]!;
    if (most === NO_VALUE) return undefined;
    const codes = codeArray(length, most);
    codes.set(used);
    return { kind: 'code', codes, dictionary: this.dictionary };
  }
}

export class GrowingNumbers extends GrowingRows {
  #values = new Float64Array(FIRST_ROOM);

  set(row: number, value: number): void {
    if (row >= this.#values.length) this.#values = grown(this.#values, row);
    if (this.filled < row) this.#values.fill(NaN, this.filled, row);
    this.#values[row] = value;
    this.filled = row + 1;
  }

  /** Where the numbers of so many rows go, from `row` on; they count as set. */
  extend(row: number, count: number): Float64Array {
    if (row + count > this.#values.length) this.#values = grown(this.#values, row + count);
    if (this.filled < row) this.#values.fill(NaN, this.filled, row);
    this.filled = row + count;
    return this.#values;
  }

  /** `undefined`: no row has a value. */
  take(length: number): NumberColumn | undefined {
    const used = this.#values.subarray(0, Math.min(this.filled, length));
    const values = used.length === length && length > 0 ? toSmallWhole(used) : undefined;
    if (values) {
      this.filled = 0;
      return { kind: 'number', values };
    }
    const doubles = this.takeDoubles(length);
    return doubles && { kind: 'number', values: doubles };
  }

  /** NaN where there is none; `undefined`: no row has a value. */
  takeDoubles(length: number): Float64Array | undefined {
    const used = this.#values.subarray(0, Math.min(this.filled, length));
    this.filled = 0;
    if (isEmpty(used)) return undefined;
    const values = new Float64Array(length);
    values.set(used);
    return values.fill(NaN, used.length);
  }
}

/** `undefined` where one of them is no whole number of 32 bits. A negative zero is a double. */
function toSmallWhole(values: Float64Array): Int32Array | undefined {
  const whole = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if ((value | 0) !== value || (value === 0 && 1 / value < 0)) return undefined;
    whole[row] = value;
  }
  return whole;
}

function isEmpty(values: Float64Array): boolean {
  for (let row = 0; row < values.length; row++) if (!Number.isNaN(values[row]!)) return false;
  return true;
}
