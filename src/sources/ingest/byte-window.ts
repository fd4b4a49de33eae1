import { skipSpace } from './json-bytes.js';

/** How a reader that is in the middle of something goes on: `'more'` asks for bytes, `undefined` is a place to pause. */
export type Reading<T = void> = Generator<'more' | undefined, T, undefined>;

/** The bytes that are at hand: what was not read yet, followed by the newest chunk. Positions hold until the next `append`. */

/** Zeros after the last byte, so that a reader runs into something that fits nowhere instead of asking for the end each time. */
const PADDING = 16;

export class ByteWindow {
  bytes = new Uint8Array(0);
  view = new DataView(this.bytes.buffer);
  /** The next byte to read. */
  at = 0;
  /** Where the bytes end. */
  end = 0;
  /** How many chunks came until now. */
  chunks = 0;
  #newest = 0;
  /** Whether nothing follows. */
  isLast = false;

  /** Moves what is left to the front only when there is no room behind it, so that a long record is not moved once a chunk. */
  append(chunk: Uint8Array): void {
    this.reserve(chunk.length);
    this.bytes.set(chunk, this.end);
    this.wrote(chunk.length);
  }

  /** Makes room behind `end`. */
  reserve(count: number): void {
    if (this.end + count + PADDING <= this.bytes.length) return;
    const rest = this.bytes.subarray(this.at, this.end);
    const room = rest.length + count + PADDING;
    // At least half of a window is free after a move: each byte is moved a limited number of times.
    if (room * 2 > this.bytes.length) {
      this.bytes = new Uint8Array(room * 2);
      this.view = new DataView(this.bytes.buffer);
    }
    this.bytes.set(rest, 0);
    this.end = rest.length;
    this.at = 0;
  }

  /** So many bytes were written behind `end`. */
  wrote(count: number): void {
    this.end += count;
    this.#newest = count;
    this.chunks++;
    this.bytes.fill(0, this.end, this.end + PADDING);
  }

  /** A copy of what was appended last. */
  newest(): Uint8Array {
    return this.bytes.slice(this.end - this.#newest, this.end);
  }
}

/** The next byte that is no space, which is then where the window stands; 0 behind the last. */
export function* peek(window: ByteWindow): Reading<number> {
  for (;;) {
    window.at = Math.min(skipSpace(window.bytes, window.at), window.end);
    if (window.at < window.end || window.isLast) return window.bytes[window.at] ?? 0;
    yield 'more';
  }
}
