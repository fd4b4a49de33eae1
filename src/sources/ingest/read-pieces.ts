/** Reads a long JSON list of small values in pieces, so that no piece holds its thread for long. */
import { peek, type ByteWindow, type Reading } from './byte-window.js';
import type { Decode } from './decode.js';
import { BACKSLASH, CLOSE_LIST, CLOSE_OBJECT, COMMA, OPEN_LIST, OPEN_OBJECT, QUOTE } from './json-bytes.js';
import { NotJson } from './not-json.js';
import { parse } from './read-list.js';

/** Bytes of a piece, at least. */
const PIECE = 65_536;

/** The window stands before the bracket, and behind its counterpart afterwards. */
export function* readPieces(window: ByteWindow, decode: Decode): Reading<unknown[]> {
  const values: unknown[] = [];
  window.at++;
  if ((yield* peek(window)) === CLOSE_LIST) {
    window.at++;
    return values;
  }
  for (;;) {
    const size = yield* pieceSize(window);
    const piece = parse(`[${decode(window.bytes, window.at, window.at + size)}]`) as unknown[];
    if (piece.length === 0) throw new NotJson();
    for (const value of piece) values.push(value);
    const end = window.bytes[window.at + size];
    window.at += size + 1;
    if (end === CLOSE_LIST) return values;
    yield;
  }
}

/** Up to a comma of the list itself, or to its end. */
function* pieceSize(window: ByteWindow): Reading<number> {
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
        else if (byte === QUOTE) isInString = false;
      } else if (byte === QUOTE) isInString = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
      else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        if (depth === 0) {
          if (byte === CLOSE_OBJECT) throw new NotJson();
          return at - window.at;
        }
        depth--;
      } else if (byte === COMMA && depth === 0 && at - window.at >= PIECE) return at - window.at;
    }
    size = at - window.at;
    if (window.isLast) throw new NotJson();
    yield 'more';
  }
}
