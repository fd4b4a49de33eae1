import {
  type CodeColumn,
  type Dictionary,
  NO_VALUE,
  type NumberColumn,
  type TextColumn,
  codeArray,
} from './columns.js';
import { writeUtf8 } from './bytes.js';

/** What columns that are still being filled have in common. */
export const FIRST_ROOM = 1024;

/** Rows must be set in ascending order; those passed over have no value. */
export abstract class GrowingRows {
  /** Rows set or passed over. */
  protected filled = 0;

  has(row: number): boolean {
    return this.filled > row;
  }

  /** Takes back what was set from the row on. */
  dropFrom(row: number): void {
    if (this.filled > row) this.filled = row;
  }
}

/** With room for the index, doubled until there is. */
export function grown<A extends Uint8Array | Int32Array | Uint32Array | Float64Array>(values: A, index: number): A {
  let room = values.length;
  while (room <= index) room *= 2;
  const larger = new (values.constructor as new (length: number) => A)(room);
  larger.set(values);
  return larger;
}

/**
 * Columns that are still being filled, row after row. The room that they grow into is kept for the next batch; what `take` hands over is a
 * copy of exactly the rows there are.
 */
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

  at(row: number): number {
    return this.#values[row]!;
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

/** Whole numbers of 32 bits, one for every row. */
export class GrowingWholes {
  #values = new Int32Array(FIRST_ROOM);

  set(row: number, value: number): void {
    if (row >= this.#values.length) this.#values = grown(this.#values, row);
    this.#values[row] = value;
  }

  at(row: number): number {
    return this.#values[row]!;
  }

  take(length: number): Int32Array {
    return this.#values.slice(0, length);
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

/** Texts as UTF-8, one after the other. */
export class GrowingTexts extends GrowingRows {
  bytes = new Uint8Array(FIRST_ROOM);
  view = new DataView(this.bytes.buffer);
  #offsets = new Uint32Array(FIRST_ROOM);
  #missing = new Set<number>();
  #isAscii = true;

  /** Where the bytes of the next text go, after making room for so many. */
  reserve(count: number): number {
    const end = this.filled > 0 ? this.#offsets[this.filled]! : 0;
    if (end + count > this.bytes.length) {
      this.bytes = grown(this.bytes, end + count);
      this.view = new DataView(this.bytes.buffer);
    }
    return end;
  }

  /** The text's bytes were written to where `reserve` said, up to `end`. */
  setWritten(row: number, end: number, isAscii: boolean): void {
    if (row + 1 >= this.#offsets.length) this.#offsets = grown(this.#offsets, row + 1);
    this.#passOver(row);
    this.#offsets[row + 1] = end;
    this.filled = row + 1;
    if (!isAscii) this.#isAscii = false;
  }

  set(row: number, text: string): void {
    const start = this.reserve(text.length * 3);
    const end = writeUtf8(text, this.bytes, start);
    this.setWritten(row, end, end - start === text.length);
  }

  /** The texts of rows `from` to `to` of other bytes, as they are. */
  copy(row: number, bytes: Uint8Array, offsets: Int32Array, from: number, to: number, isAscii: boolean): void {
    const start = offsets[from]!;
    const end = this.reserve(offsets[to]! - start);
    this.bytes.set(bytes.subarray(start, offsets[to]), end);
    const count = to - from;
    if (row + count >= this.#offsets.length) this.#offsets = grown(this.#offsets, row + count);
    this.#passOver(row);
    const own = this.#offsets;
    for (let i = 1; i <= count; i++) own[row + i] = end + offsets[from + i]! - start;
    this.filled = row + count;
    if (!isAscii) this.#isAscii = false;
  }

  override dropFrom(row: number): void {
    if (this.filled <= row) return;
    super.dropFrom(row);
    for (const gone of this.#missing) if (gone >= row) this.#missing.delete(gone);
  }

  /** `undefined`: no row has a text. */
  take(length: number): TextColumn | undefined {
    this.dropFrom(length);
    if (length + 1 >= this.#offsets.length) this.#offsets = grown(this.#offsets, length + 1);
    this.#passOver(length);
    const missing = this.#missing;
    const offsets = this.#offsets.slice(0, length + 1);
    const column: TextColumn = {
      kind: 'text',
      bytes: this.bytes.slice(0, offsets[length]),
      offsets,
      isAscii: this.#isAscii,
      ...(missing.size && { missing }),
    };
    this.filled = 0;
    this.#missing = new Set();
    this.#isAscii = true;
    return missing.size === length ? undefined : column;
  }

  #passOver(row: number): void {
    for (; this.filled < row; this.filled++) {
      this.#missing.add(this.filled);
      this.#offsets[this.filled + 1] = this.#offsets[this.filled]!;
    }
  }
}
