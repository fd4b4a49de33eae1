/** Where a JSON value ends, found without reading it: goes on where it stopped when more bytes come, so that a long value costs no more. */
import type { ByteWindow, Reading } from './byte-window.js';
import { BACKSLASH, CLOSE_LIST, CLOSE_OBJECT, COMMA, OPEN_LIST, OPEN_OBJECT, QUOTE, SPACE } from './json-bytes.js';
import { NotJson } from './not-json.js';

/** Bytes from where the window stands. Right for every value that is JSON; whether it is, `JSON.parse` tells. */
export function* valueSize(window: ByteWindow): Reading<number> {
  let size = 0;
  let depth = 0;
  let isInString = false;
  for (;;) {
    const { bytes, end } = window;
    let at = window.at + size;
    for (; at < end; at++) {
      const byte = bytes[at]!;
      if (isInString) {
        if (byte === BACKSLASH) at++;
        else if (byte === QUOTE) {
          isInString = false;
          if (depth === 0) return at + 1 - window.at;
        }
      } else if (byte === QUOTE) isInString = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
      else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        if (depth <= 1) return at + depth - window.at;
        depth--;
      } else if (depth === 0 && (byte === COMMA || byte <= SPACE)) return at - window.at;
    }
    size = at - window.at;
    if (window.isLast) {
      if (isInString || depth > 0) throw new NotJson();
      return size;
    }
    yield 'more';
  }
}
