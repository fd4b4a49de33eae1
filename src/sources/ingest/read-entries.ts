/** The entries of a JSON object, one after the other. */
import { peek, type ByteWindow, type Reading } from './byte-window.js';
import type { Decode } from './decode.js';
import { CLOSE_OBJECT, COLON, COMMA, OPEN_LIST, OPEN_OBJECT, QUOTE } from './json-bytes.js';
import { NotJson } from './not-json.js';
import { parse } from './read-list.js';
import { readPieces } from './read-pieces.js';
import { valueSize } from './value-end.js';

/** The window stands before the brace, and behind its counterpart afterwards. `readEntry` begins at the value. */
export function* readEntries(
  window: ByteWindow,
  decode: Decode,
  readEntry: (name: string, first: number) => Reading,
): Reading {
  window.at++;
  let byte = yield* peek(window);
  while (byte !== CLOSE_OBJECT) {
    if (byte !== QUOTE) throw new NotJson();
    const name = (yield* readWhole(window, decode)) as string;
    if ((yield* peek(window)) !== COLON) throw new NotJson();
    window.at++;
    yield* readEntry(name, yield* peek(window));
    byte = yield* peek(window);
    if (byte === COMMA) {
      window.at++;
      byte = yield* peek(window);
      if (byte === CLOSE_OBJECT) throw new NotJson();
    } else if (byte !== CLOSE_OBJECT) throw new NotJson();
  }
  window.at++;
}

/** One value at once. */
export function* readWhole(window: ByteWindow, decode: Decode): Reading<unknown> {
  const size = yield* valueSize(window);
  const { bytes, at } = window;
  window.at += size;
  return parse(decode(bytes, at, at + size));
}

/** A value whose lists may be long, if they are not too deep inside. `sees` hears of each object's keys as they come. */
export function* readInPieces(
  window: ByteWindow,
  decode: Decode,
  levels: number,
  sees?: (name: string) => void,
): Reading<unknown> {
  const first = yield* peek(window);
  if (first === OPEN_LIST) return yield* readPieces(window, decode);
  if (first !== OPEN_OBJECT || levels === 0) return yield* readWhole(window, decode);
  const entries: [string, unknown][] = [];
  yield* readEntries(window, decode, function* (name) {
    sees?.(name);
    entries.push([name, yield* readInPieces(window, decode, levels - 1)]);
  });
  return Object.fromEntries(entries);
}
