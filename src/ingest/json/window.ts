/**
 * Bytes that come chunk by chunk, and how they are parsed where a value may be cut anywhere. A parser is a generator that is in the middle of
 * something: it yields `'more'` where it needs bytes that have not come yet, and `undefined` where it may be paused.
 */
import { LINE_FEED, skipSpace } from './bytes.js';
import { readUtf8, writeUtf8 } from '../../core/columnar/store/bytes.js';

export type ParseSteps<T = void> = Generator<'more' | undefined, T, undefined>;

/** Zeros behind the last byte: a parser stops at them, so it need not ask for the end at each byte. */
const PADDING = 16;

/** The bytes that are at hand: those that were not read yet, followed by the newest chunk. Positions hold until the next `append`. */
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
  /** Set when the last chunk was appended. */
  isLast = false;

  /** Moves the unread bytes to the front only when there is no space behind them, so that a long record is not moved once a chunk. */
  append(chunk: Uint8Array): void {
    this.reserve(chunk.length);
    this.bytes.set(chunk, this.end);
    this.wrote(chunk.length);
  }

  /** Makes space for this many bytes behind `end`. */
  reserve(count: number): void {
    if (this.end + count + PADDING <= this.bytes.length) return;
    const rest = this.bytes.subarray(this.at, this.end);
    const needed = rest.length + count + PADDING;
    // At least half of a window is free after a move: each byte is moved a limited number of times.
    if (needed * 2 > this.bytes.length) {
      this.bytes = new Uint8Array(needed * 2);
      this.view = new DataView(this.bytes.buffer);
    }
    this.bytes.set(rest, 0);
    this.end = rest.length;
    this.at = 0;
  }

  /** To be called after this many bytes were written behind `end`. */
  wrote(count: number): void {
    this.end += count;
    this.#newest = count;
    this.chunks++;
    this.bytes.fill(0, this.end, this.end + PADDING);
  }

  /** A copy of the bytes that were appended last. */
  newest(): Uint8Array {
    return this.bytes.slice(this.end - this.#newest, this.end);
  }
}

/** Runs a parser over bytes that are all there. */
export function parseAll<T>(bytes: Uint8Array, parser: (window: ByteWindow) => ParseSteps<T>): T {
  const window = new ByteWindow();
  window.append(bytes);
  window.isLast = true;
  const steps = parser(window);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Moves the window to the next byte that is no space and returns it; 0 behind the last. */
export function* peek(window: ByteWindow): ParseSteps<number> {
  for (;;) {
    window.at = Math.min(skipSpace(window.bytes, window.at), window.end);
    if (window.at < window.end || window.isLast) return window.bytes[window.at] ?? 0;
    yield 'more';
  }
}

/** Decodes the bytes from `start` to `end`. */
export type Decode = (bytes: Uint8Array, start: number, end: number) => string;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Bytes that are not well formed become U+FFFD. */
export const decodeUtf8: Decode = (bytes, start, end) => decoder.decode(bytes.subarray(start, end));

/** For bytes that were made of a text with lone surrogates. */
export const decodeOwn: Decode = readUtf8;

const encoder = new TextEncoder();
/** Characters. */
const PORTION = 65_536;

/**
 * Appends a text to the window, a portion each time it is asked: all of a large text as bytes would be the text a second time. Says whether the
 * portion had no lone surrogate, which `TextEncoder` would replace.
 */
export function* encodePortions(text: string, windowNow: () => ByteWindow): Generator<{ isWellFormed: boolean }> {
  for (let start = 0; start < text.length;) {
    const isPair = isHigh(text.charCodeAt(start + PORTION - 1)) && start + PORTION < text.length;
    const end = Math.min(text.length, start + PORTION + Number(isPair));
    const portion = text.slice(start, end);
    start = end;
    const window = windowNow();
    window.reserve(portion.length * 3);
    const { written } = encoder.encodeInto(portion, window.bytes.subarray(window.end));
    // ASCII has as many bytes as characters.
    const isWellFormed = written === portion.length || !/\p{Surrogate}/u.test(portion);
    window.wrote(isWellFormed ? written : writeUtf8(portion, window.bytes, window.end) - window.end);
    yield { isWellFormed };
  }
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

/** The longest space has three bytes. */
const LONGEST = 3;

/** Passes over all that `trim` takes away: every space of Unicode and byte order marks. Returns how many line feeds there were. */
export function* skipAnySpace(window: ByteWindow): ParseSteps<number> {
  let lineFeeds = 0;
  for (;;) {
    while (window.end - window.at < LONGEST && !window.isLast) yield 'more';
    const size = spaceSize(window);
    if (size === 0) return lineFeeds;
    if (window.bytes[window.at] === LINE_FEED) lineFeeds++;
    window.at += size;
  }
}

function spaceSize({ bytes, at, end }: ByteWindow): number {
  if (at === end) return 0;
  const byte = bytes[at]!;
  if (byte < 0x80) return byte === 32 || (byte >= 9 && byte <= 13) ? 1 : 0;
  const size = byte < 0xe0 ? 2 : 3;
  return at + size <= end && decodeUtf8(bytes, at, at + size).trim() === '' ? size : 0;
}
