/** NDJSON: one record a line. */
import { showValue } from '../../core/format/show-value.js';
import { SourceError } from '../source-error.js';
import type { ByteWindow, Reading } from './byte-window.js';
import type { Decode } from './decode.js';
import type { FactIntake } from './fact-intake.js';
import { itemReader, type ItemReader } from './item-reader.js';
import { LINE_FEED, RETURN, skipSpace, SPACE, TAB } from './json-bytes.js';

/** Bytes between two places to pause. */
const STRIDE = 65_536;

export class LineReader {
  readonly #window: ByteWindow;
  readonly #intake: FactIntake;
  readonly #items: ItemReader;
  readonly #decode: Decode;
  /** Lines with content. */
  #count = 0;
  #broken = 0;
  /** A line that is no JSON, unless it is the last one and nothing but space is too much. */
  #doubtful: string | undefined;
  #last: unknown;

  constructor(window: ByteWindow, intake: FactIntake, decode: Decode) {
    this.#window = window;
    this.#intake = intake;
    this.#items = itemReader(intake.fact, intake);
    this.#decode = decode;
  }

  /** Resolves to whether some line was JSON. The window is read to its end. */
  *read(): Reading<boolean> {
    const window = this.#window;
    this.#intake.give(this.#intake.fact);
    for (;;) {
      this.#readRun();
      const { chunks } = window;
      const size = yield* this.#lineSize();
      // What was waited for may be simple after all.
      if (window.chunks > chunks && this.#readRun()) continue;
      if (size > 0) this.#takeLine(this.#decode(window.bytes, window.at, window.at + size));
      window.at = Math.min(window.at + size + 1, window.end);
      if (window.at === window.end && window.isLast) break;
      yield;
    }
    this.#settle(true);
    // What is but one value is no line: objects of lists and lists were read before.
    if (
      this.#count === 1 &&
      this.#broken === 0 &&
      this.#last !== undefined &&
      (typeof this.#last !== 'object' || this.#last === null)
    ) {
      throw new SourceError(
        `The supplied data are ${showValue(this.#last)}. Use an object with lists such as { conversations: […] }.`,
      );
    }
    return this.#broken < this.#count;
  }

  /** Simple records that stand in a line of their own; whether there were any. */
  #readRun(): boolean {
    const { bytes, view, end, at: start } = this.#window;
    const last = Math.min(end, start + STRIDE);
    for (let at = start; at < last;) {
      const next = this.#items.read(bytes, view, skipSpace(bytes, at), end);
      if (next < 0) break;
      const behind = skipBlanks(bytes, next);
      // A record over several lines is none.
      const isLine =
        bytes[behind] === LINE_FEED
          ? bytes.indexOf(LINE_FEED, skipSpace(bytes, at)) === behind
          : this.#isLastLine(at, behind);
      if (!isLine) {
        this.#items.drop();
        break;
      }
      this.#settle(false);
      this.#items.commit();
      this.#count++;
      at = Math.min(behind + 1, end);
      this.#window.at = at;
    }
    return this.#window.at > start;
  }

  #isLastLine(start: number, behind: number): boolean {
    const { bytes, end, isLast } = this.#window;
    return isLast && behind === end && !bytes.subarray(skipSpace(bytes, start), end).includes(LINE_FEED);
  }

  /** Without the line break. */
  *#lineSize(): Reading<number> {
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

  #takeLine(line: string): void {
    if (line.trim() === '') return;
    this.#settle(false);
    try {
      this.#takeRecord(JSON.parse(line));
    } catch {
      this.#doubtful = line;
    }
  }

  #takeRecord(value: unknown): void {
    this.#last = value;
    this.#items.take(value, this.#count++);
  }

  #settle(isEnd: boolean): void {
    const line = this.#doubtful;
    if (line === undefined) return;
    this.#doubtful = undefined;
    try {
      this.#takeRecord(JSON.parse(isEnd ? line.trimEnd() : line));
    } catch (error) {
      const { fact } = this.#intake;
      this.#intake.refusals.add('lines', fact, this.#count++, {
        field: '',
        reason: `is not JSON: ${(error as Error).message}`,
      });
      this.#broken++;
    }
  }
}

function skipBlanks(bytes: Uint8Array, at: number): number {
  while (bytes[at] === SPACE || bytes[at] === RETURN || bytes[at] === TAB) at++;
  return at;
}
