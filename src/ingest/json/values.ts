/** Parses JSON out of a window: lists value by value, objects entry by entry, single values at once. */
import { type ByteWindow, type Decode, type ParseSteps, peek } from './window.js';
import { readNumber } from './numbers.js';
import {
  BACKSLASH,
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  ESCAPED,
  LOWER_F,
  LOWER_N,
  LOWER_T,
  LOWER_U,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  SPACE,
  ZERO,
  readFlag,
  readNull,
  skipSpace,
} from './bytes.js';

/** Takes the values of a list. */
export interface ItemReader {
  /** The fast path: reads the value and returns the position behind it, or -1 where it has to be parsed as a whole. */
  read(window: ByteWindow, at: number): number;
  /** Keeps the value that `read` read last. */
  commit(): void;
  /** Forgets the value that `read` read last. */
  drop(): void;
  /** Takes a value that was parsed as a whole. */
  take(value: unknown, index: number): void;
}

/** For values that are all read as a whole. */
export const READ_WHOLE = { read: () => -1, commit: () => undefined, drop: () => undefined };

/** For lists that nobody reads; they must be JSON all the same. */
export const IGNORED: ItemReader = {
  ...READ_WHOLE,
  read: (window, at) => skipValue(window.bytes, at),
  take: () => undefined,
};

/** Bytes between two places to pause. */
const STRIDE = 65_536;

/** Reads a list value by value: from its bracket to behind the closing one. */
export function* readList(window: ByteWindow, items: ItemReader, decode: Decode): ParseSteps {
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
  const { bytes, end } = window;
  const last = Math.min(end, window.at + STRIDE);
  let count = 0;
  let { at } = window;
  while (at < last) {
    const next = items.read(window, at);
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

function* readItem(window: ByteWindow, items: ItemReader, index: number, decode: Decode): ParseSteps {
  yield* peek(window);
  const size = yield* valueSize(window);
  const next = items.read(window, window.at);
  if (next === window.at + size) items.commit();
  else {
    if (next >= 0) items.drop();
    items.take(parse(decode(window.bytes, window.at, window.at + size)), index);
  }
  window.at += size;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new NotJson(cause);
  }
}

/** Reads an object entry by entry: from its brace to behind the closing one. `readEntry` begins at the value. */
export function* readEntries(
  window: ByteWindow,
  decode: Decode,
  readEntry: (name: string, first: number) => ParseSteps,
): ParseSteps {
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

/** Reads one value at once. */
export function* readWhole(window: ByteWindow, decode: Decode): ParseSteps<unknown> {
  const size = yield* valueSize(window);
  const { bytes, at } = window;
  window.at += size;
  return parse(decode(bytes, at, at + size));
}

/** Reads a value whose lists may be long, as far as `levels` objects deep. `onKey` is called with each object's keys as they come. */
export function* readInPieces(
  window: ByteWindow,
  decode: Decode,
  levels: number,
  onKey?: (name: string) => void,
): ParseSteps<unknown> {
  const first = yield* peek(window);
  if (first === OPEN_LIST) return yield* readPieces(window, decode);
  if (first !== OPEN_OBJECT || levels === 0) return yield* readWhole(window, decode);
  const entries: [string, unknown][] = [];
  yield* readEntries(window, decode, function* (name) {
    onKey?.(name);
    entries.push([name, yield* readInPieces(window, decode, levels - 1)]);
  });
  return Object.fromEntries(entries);
}

/** Bytes of a piece, at least. */
const PIECE = 65_536;

/** Reads a long list of small values in pieces, so that no piece holds its thread for long. */
function* readPieces(window: ByteWindow, decode: Decode): ParseSteps<unknown[]> {
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

/** The size in bytes of the value at which the window stands. */
function* valueSize(window: ByteWindow): ParseSteps<number> {
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

/** The size of whole values of the list in which the window stands, `least` bytes or more: up to a comma, or to the list's end. */
function* piecesSize(window: ByteWindow, least: number): ParseSteps<number> {
  const scan = new Scan();
  while (!scan.isThrough(window, least)) {
    if (window.isLast) throw new NotJson();
    yield 'more';
  }
  return scan.size;
}

/** Brackets and braces by what they do to the depth. */
const DEPTH_CHANGE = new Int8Array(256);
for (const open of [OPEN_LIST, OPEN_OBJECT]) DEPTH_CHANGE[open] = 1;
for (const close of [CLOSE_LIST, CLOSE_OBJECT]) DEPTH_CHANGE[close] = -1;

/**
 * Finds where a JSON value ends without reading it, and goes on where it stopped when more bytes come, so that a long value costs no more.
 * Right for all that is JSON; `JSON.parse` tells whether it is. The loop is no generator, so that it is compiled well.
 */
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
    // Outside all brackets a string or a closing bracket ends the first value, but not a piece.
    const lastDepth = least === 0 ? 0 : -1;
    let at = start + this.size;
    let depth = this.#depth;
    let isFound = false;
    while (at < end && !isFound) {
      if (this.#isInString) {
        at = this.#passString(bytes, at, end);
        isFound = !this.#isInString && depth === lastDepth;
        continue;
      }
      const byte = bytes[at]!;
      const change = DEPTH_CHANGE[byte]!;
      if (byte === QUOTE) this.#isInString = true;
      else if (change !== 0) {
        if (depth + change < 0) break;
        depth += change;
        isFound = depth === lastDepth;
      } else if (depth === 0 && isEnd(byte, at - start, least)) break;
      at++;
    }
    this.size = at - start;
    this.#depth = depth;
    return isFound || at < end;
  }

  /** Behind the string, or where more bytes are needed. An escape may reach a byte beyond. */
  #passString(bytes: Uint8Array, start: number, end: number): number {
    let at = start;
    while (at < end) {
      const byte = bytes[at]!;
      if (byte === QUOTE) {
        this.#isInString = false;
        return at + 1;
      }
      at += byte === BACKSLASH ? 2 : 1;
    }
    return at;
  }
}

/** Whether the byte, outside all lists, objects and strings, ends a value, or a piece of `least` bytes. */
const isEnd = (byte: number, size: number, least: number): boolean =>
  byte === COMMA ? size >= least : byte <= SPACE && least === 0;

/** Thrown where the bytes are not the JSON that was expected. */
export class NotJson extends Error {
  constructor(cause?: unknown) {
    super('Unexpected end or token in JSON', { cause });
  }
}

/** Values nested deeper go through `JSON.parse`, which has no limit. */
const MAX_LEVELS = 64;
/** Checks a JSON value that nobody reads; the position behind it, or -1. */
export function skipValue(bytes: Uint8Array, at: number, levels = MAX_LEVELS): number {
  switch (bytes[at]) {
    case QUOTE:
      return skipString(bytes, at + 1);
    case OPEN_OBJECT:
      return levels > 0 ? skipEntries(bytes, at + 1, CLOSE_OBJECT, levels - 1) : -1;
    case OPEN_LIST:
      return levels > 0 ? skipEntries(bytes, at + 1, CLOSE_LIST, levels - 1) : -1;
    case LOWER_N:
      return readNull(bytes, at);
    case LOWER_T:
    case LOWER_F:
      return readFlag(bytes, at);
    default:
      return readNumber(bytes, at);
  }
}

/** `at` is behind the opening quote. */
function skipString(bytes: Uint8Array, at: number): number {
  for (;;) {
    const byte = bytes[at]!;
    if (byte === QUOTE) return at + 1;
    if (byte === BACKSLASH) {
      if (bytes[at + 1] === LOWER_U) {
        if (readHex(bytes, at + 2) < 0) return -1;
        at += 6;
      } else if (ESCAPED[bytes[at + 1]!]! > 0) at += 2;
      else return -1;
    } else if (byte < SPACE || byte === undefined) return -1;
    else at++;
  }
}

/** Four hexadecimal digits as a number, or -1. */
export function readHex(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let i = at; i < at + 4; i++) {
    const byte = bytes[i]!;
    const letter = (byte | 32) - 97;
    if (byte >= ZERO && byte <= ZERO + 9) value = value * 16 + byte - ZERO;
    else if (letter >= 0 && letter < 6) value = value * 16 + letter + 10;
    else return -1;
  }
  return value;
}

function skipEntries(bytes: Uint8Array, at: number, close: number, levels: number): number {
  at = skipSpace(bytes, at);
  if (bytes[at] === close) return at + 1;
  for (;;) {
    if (close === CLOSE_OBJECT) {
      if (bytes[at] !== QUOTE) return -1;
      at = skipString(bytes, at + 1);
      if (at < 0) return -1;
      at = skipSpace(bytes, at);
      if (bytes[at] !== COLON) return -1;
      at = skipSpace(bytes, at + 1);
    }
    at = skipValue(bytes, at, levels);
    if (at < 0) return -1;
    at = skipSpace(bytes, at);
    if (bytes[at] === close) return at + 1;
    if (bytes[at] !== COMMA) return -1;
    at = skipSpace(bytes, at + 1);
  }
}
