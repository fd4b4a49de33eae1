/** NDJSON: one record a line. One reader for the page, the import, exports of help desks and facts that are posted. */
import { LINE_FEED, RETURN, SPACE, TAB, skipSpace } from './json/bytes.js';
import type { ItemReader } from './json/values.js';
import { skipAnySpace, type ByteWindow, type Decode, type ParseSteps } from './json/window.js';

/** Bytes between two places to pause. */
const STRIDE = 65_536;

/** `index` counts lines with content from 0, `line` all lines from 1. */
export interface LinePlace {
  index: number;
  line: number;
}

export interface BrokenLine extends LinePlace {
  text: string;
  /** The words of `JSON.parse`. */
  message: string;
}

/** Takes what lines hold, in their order. */
export interface LineTaker extends Omit<ItemReader, 'take'> {
  take(value: unknown, place: LinePlace): void;
  /** A line that is not JSON. */
  takeBroken(line: BrokenLine): void;
}

export class LineReader {
  /** Lines with content. */
  count = 0;
  /** Those of them that are not JSON. */
  brokenCount = 0;
  /** The value that was taken last; not set by the fast path. */
  last: unknown;
  readonly #window: ByteWindow;
  readonly #decode: Decode;
  readonly #taker: LineTaker;
  #line = 1;
  /** A line that is not JSON. If it is the last one, only white space behind it may be wrong with it. */
  #doubtful: { text: string; line: number } | undefined;

  constructor(window: ByteWindow, decode: Decode, taker: LineTaker) {
    this.#window = window;
    this.#decode = decode;
    this.#taker = taker;
  }

  /** The line that is being read, from 1. */
  get line(): number {
    return this.#line;
  }

  /** Reads the window to its end. */
  *read(): ParseSteps {
    const window = this.#window;
    this.#line += yield* skipAnySpace(window);
    for (;;) {
      this.#readRun();
      const { chunks } = window;
      const size = yield* this.#lineSize();
      // A record that had not come as a whole may be simple after all.
      if (window.chunks > chunks && this.#readRun()) continue;
      if (size > 0) this.#takeLine(this.#decode(window.bytes, window.at, window.at + size));
      this.#line++;
      window.at = Math.min(window.at + size + 1, window.end);
      if (window.at === window.end && window.isLast) break;
      yield;
    }
    this.#settle(true);
  }

  /** Reads simple records that stand in a line of their own; returns whether there were any. */
  #readRun(): boolean {
    const window = this.#window;
    const { bytes, end, at: start } = window;
    const taker = this.#taker;
    const last = Math.min(end, start + STRIDE);
    for (let at = start; at < last;) {
      const first = skipSpace(bytes, at);
      const next = taker.read(window, first);
      if (next < 0) break;
      const behind = skipBlanks(bytes, next);
      // A record over several lines is none.
      const isLine =
        bytes[behind] === LINE_FEED ? bytes.indexOf(LINE_FEED, first) === behind : this.#isLastLine(first, behind);
      if (!isLine) {
        taker.drop();
        break;
      }
      this.#settle(false);
      taker.commit();
      this.count++;
      if (first > at) this.#line += lineFeeds(bytes, at, first);
      if (bytes[behind] === LINE_FEED) this.#line++;
      at = Math.min(behind + 1, end);
      window.at = at;
    }
    return window.at > start;
  }

  #isLastLine(first: number, behind: number): boolean {
    const { bytes, end, isLast } = this.#window;
    return isLast && behind === end && !bytes.subarray(first, end).includes(LINE_FEED);
  }

  /** Without the line break. */
  *#lineSize(): ParseSteps<number> {
    const window = this.#window;
    let size = 0;
    for (;;) {
      const at = window.bytes.indexOf(LINE_FEED, window.at + size);
      if (at >= 0 && at < window.end) return at - window.at;
      size = window.end - window.at;
      if (window.isLast) return size;
      yield 'more';
    }
  }

  #takeLine(text: string): void {
    if (text.trim() === '') return;
    this.#settle(false);
    const line = this.#line;
    try {
      this.#takeValue(JSON.parse(text), line);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.#doubtful = { text, line };
    }
  }

  #takeValue(value: unknown, line: number): void {
    this.last = value;
    this.#taker.take(value, { index: this.count++, line });
  }

  #settle(isEnd: boolean): void {
    if (this.#doubtful === undefined) return;
    const { text, line } = this.#doubtful;
    this.#doubtful = undefined;
    try {
      this.#takeValue(JSON.parse(isEnd ? text.trimEnd() : text), line);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.brokenCount++;
      this.#taker.takeBroken({ index: this.count++, line, text, message: error.message });
    }
  }
}

function skipBlanks(bytes: Uint8Array, at: number): number {
  while (bytes[at] === SPACE || bytes[at] === RETURN || bytes[at] === TAB) at++;
  return at;
}

function lineFeeds(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (bytes[at] === LINE_FEED) count++;
  return count;
}
