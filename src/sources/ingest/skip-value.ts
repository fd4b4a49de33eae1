/** Passes over a JSON value that nobody wants, and sees that it is one. */
import {
  BACKSLASH,
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  SPACE,
  ZERO,
  readFlag,
  readNull,
  skipSpace,
} from './json-bytes.js';
import { readNumber } from './read-number.js';

/** What lies deeper goes through `JSON.parse`, which has no limit. */
const MOST_LEVELS = 64;
/** The escapes of one letter: " / \ b f n r t. */
const ESCAPES = new Uint8Array(256);
for (const letter of '"/\\bfnrt') ESCAPES[letter.charCodeAt(0)] = 1;

/** After the value, or -1. */
export function skipValue(bytes: Uint8Array, at: number, levels = MOST_LEVELS): number {
  switch (bytes[at]) {
    case QUOTE:
      return skipString(bytes, at + 1);
    case OPEN_OBJECT:
      return levels > 0 ? skipEntries(bytes, at + 1, CLOSE_OBJECT, levels - 1) : -1;
    case OPEN_LIST:
      return levels > 0 ? skipEntries(bytes, at + 1, CLOSE_LIST, levels - 1) : -1;
    case 110:
      return readNull(bytes, at);
    case 116:
    case 102:
      return readFlag(bytes, at);
    default:
      return readNumber(bytes, at);
  }
}

/** `at` is behind the opening quote. */
export function skipString(bytes: Uint8Array, at: number): number {
  for (;;) {
    const byte = bytes[at]!;
    if (byte === QUOTE) return at + 1;
    if (byte === BACKSLASH) {
      if (bytes[at + 1] === 117) {
        if (readHex(bytes, at + 2) < 0) return -1;
        at += 6;
      } else if (ESCAPES[bytes[at + 1]!] === 1) at += 2;
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
