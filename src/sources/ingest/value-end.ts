/**
 * Finds where JSON values end without reading them: goes on where it stopped when more bytes come, so that a long value costs no more. Right for
 * all that is JSON; whether it is, `JSON.parse` tells.
 */
import type { ByteWindow, Reading } from './byte-window.js';
import { BACKSLASH, CLOSE_LIST, CLOSE_OBJECT, COMMA, OPEN_LIST, OPEN_OBJECT, QUOTE, SPACE } from './json-bytes.js';
import { NotJson } from './not-json.js';

/** Bytes of the value at which the window stands. */
export function* valueSize(window: ByteWindow): Reading<number> {
  const scan = new Scan();
  while (!scan.isThrough(window, 0)) {
    if (window.isLast) {
      if (!scan.isOutside) throw new NotJson();
      break;
    }
    yield 'more';
  }
  return scan.size;
}

/** Bytes of at least so many whole values of the list in which the window stands: up to a comma, or to the list's end. */
export function* piecesSize(window: ByteWindow, least: number): Reading<number> {
  const scan = new Scan();
  while (!scan.isThrough(window, least)) {
    if (window.isLast) throw new NotJson();
    yield 'more';
  }
  return scan.size;
}

/** Not a generator: its loop is for the compiler. */
class Scan {
  /** From where the window stands. */
  size = 0;
  #depth = 0;
  #isInString = false;

  get isOutside(): boolean {
    return this.#depth === 0 && !this.#isInString;
  }

  /** Whether an end was found that is `least` bytes away or more; 0: the first. */
  isThrough({ bytes, at: start, end }: ByteWindow, least: number): boolean {
    let at = start + this.size;
    let depth = this.#depth;
    let isInString = this.#isInString;
    let isFound = false;
    for (; at < end && !isFound; at++) {
      const byte = bytes[at]!;
      if (isInString) {
        if (byte === BACKSLASH) at++;
        else if (byte === QUOTE) {
          isInString = false;
          isFound = depth === 0 && least === 0;
        }
      } else if (byte === QUOTE) isInString = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
      else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        if (depth === 0) break;
        isFound = --depth === 0 && least === 0;
      } else if (depth === 0 && (byte === COMMA ? at - start >= least : byte <= SPACE && least === 0)) break;
    }
    this.size = at - start;
    this.#depth = depth;
    this.#isInString = isInString;
    return isFound || at < end;
  }
}
