/** The values of a JSON list, one after the other. */
import { peek, type ByteWindow, type Reading } from './byte-window.js';
import type { Decode } from './decode.js';
import type { ItemReader } from './item-reader.js';
import { CLOSE_LIST, COMMA, skipSpace } from './json-bytes.js';
import { NotJson } from './not-json.js';
import { valueSize } from './value-end.js';

/** Bytes between two places to pause. */
const STRIDE = 65_536;

/** The window stands before the bracket, and behind its counterpart afterwards. */
export function* readList(window: ByteWindow, items: ItemReader, decode: Decode): Reading {
  window.at++;
  if ((yield* peek(window)) === CLOSE_LIST) {
    window.at++;
    return;
  }
  for (let index = 0; ; index++) {
    index += readRun(window, items);
    yield* readItem(window, items, index, decode);
    const byte = yield* peek(window);
    window.at++;
    if (byte === CLOSE_LIST) return;
    if (byte !== COMMA) throw new NotJson();
    yield;
    yield* peek(window);
  }
}

/** Values with a comma right behind them, as long as they are at hand and simple. Returns how many. */
function readRun(window: ByteWindow, items: ItemReader): number {
  const { bytes, view, end } = window;
  const last = Math.min(end, window.at + STRIDE);
  let count = 0;
  let { at } = window;
  while (at < last) {
    const next = items.read(bytes, view, at, end);
    if (next < 0) break;
    if (bytes[next] !== COMMA) {
      items.drop();
      break;
    }
    items.commit();
    at = skipSpace(bytes, next + 1);
    count++;
  }
  window.at = Math.min(at, end);
  return count;
}

function* readItem(window: ByteWindow, items: ItemReader, index: number, decode: Decode): Reading {
  yield* peek(window);
  const size = yield* valueSize(window);
  const next = items.read(window.bytes, window.view, window.at, window.end);
  if (next === window.at + size) items.commit();
  else {
    if (next >= 0) items.drop();
    items.take(parse(decode(window.bytes, window.at, window.at + size)), index);
  }
  window.at += size;
}

export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new NotJson(cause);
  }
}
