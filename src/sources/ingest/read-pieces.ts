/** Reads a long JSON list of small values in pieces, so that no piece holds its thread for long. */
import { peek, type ByteWindow, type Reading } from './byte-window.js';
import type { Decode } from './decode.js';
import { CLOSE_LIST, COMMA } from './json-bytes.js';
import { NotJson } from './not-json.js';
import { parse } from './read-list.js';
import { piecesSize } from './value-end.js';

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
    const size = yield* piecesSize(window, PIECE);
    const piece = parse(`[${decode(window.bytes, window.at, window.at + size)}]`) as unknown[];
    if (piece.length === 0) throw new NotJson();
    pushAll(values, piece);
    const end = window.bytes[window.at + size];
    window.at += size + 1;
    if (end === CLOSE_LIST) return values;
    if (end !== COMMA) throw new NotJson();
    yield;
  }
}

function pushAll(values: unknown[], more: readonly unknown[]): void {
  for (let i = 0; i < more.length; i++) values.push(more[i]);
}
