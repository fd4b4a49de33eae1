/** Numbers and texts one after the other in bytes, as short as they can be. */
import { writeUtf8 } from '../store/bytes.js';
import { FIRST_ROOM, grown } from '../store/growing-columns.js';

export interface BytePlace {
  bytes: Uint8Array;
  at: number;
}

/** Whole numbers take up to eight bytes, and are safe ones. */
const MAX_BYTES = 9;
const WHOLE = 0;
const DOUBLE = 1;

const double = new Float64Array(1);
const doubleBytes = new Uint8Array(double.buffer);

export class ByteWriter {
  bytes = new Uint8Array(FIRST_ROOM);
  at = 0;

  /** Takes everything written so far back. */
  clear(): void {
    this.at = 0;
  }

  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.at);
    this.at = 0;
    return taken;
  }

  /** Where so many zeros were written. */
  skip(count: number): number {
    const start = this.#reserve(count);
    this.bytes.fill(0, start, start + count);
    this.at = start + count;
    return start;
  }

  /** Seven bits a byte, the sign in the first; all but the last byte have the eighth bit set. */
  writeWhole(value: number): void {
    let at = this.#reserve(MAX_BYTES);
    const { bytes } = this;
    let left = value < 0 ? -2 * value - 1 : 2 * value;
    while (left > 0x7fffffff) {
      bytes[at++] = (left % 128) | 128;
      left = Math.floor(left / 128);
    }
    let small = left | 0;
    while (small > 127) {
      bytes[at++] = (small & 127) | 128;
      small >>>= 7;
    }
    bytes[at++] = small;
    this.at = at;
  }

  writeNumber(value: number): void {
    // Twice the number has to be safe too; a negative zero is a double.
    const isWhole = Number.isSafeInteger(value * 2) && Number.isInteger(value) && !Object.is(value, -0);
    this.writeWhole(isWhole ? WHOLE : DOUBLE);
    if (isWhole) return this.writeWhole(value);
    double[0] = value;
    const start = this.#reserve(doubleBytes.length);
    this.bytes.set(doubleBytes, start);
    this.at = start + doubleBytes.length;
  }

  /** With its length before it. */
  writeText(text: string): void {
    const start = this.#reserve(text.length * 3 + MAX_BYTES);
    const length = writeUtf8(text, this.bytes, start + MAX_BYTES) - start - MAX_BYTES;
    this.writeWhole(length);
    this.bytes.copyWithin(this.at, start + MAX_BYTES, start + MAX_BYTES + length);
    this.at += length;
  }

  #reserve(count: number): number {
    if (this.at + count > this.bytes.length) this.bytes = grown(this.bytes, this.at + count);
    return this.at;
  }
}

export function readWhole(from: BytePlace): number {
  const { bytes } = from;
  let byte = bytes[from.at++]!;
  let value = byte & 127;
  for (let scale = 128; byte > 127; scale *= 128) {
    byte = bytes[from.at++]!;
    value += (byte & 127) * scale;
  }
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}

export function readNumber(from: BytePlace): number {
  if (readWhole(from) === WHOLE) return readWhole(from);
  doubleBytes.set(from.bytes.subarray(from.at, from.at + doubleBytes.length));
  from.at += doubleBytes.length;
  return double[0]!;
}
