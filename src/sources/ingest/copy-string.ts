/** Copies a JSON string to a column of UTF-8, its escapes resolved. */
import type { GrowingTexts } from '../../core/columnar/store/growing-columns.js';
import { characterEnd } from './character-end.js';
import { BACKSLASH, QUOTE, SPACE } from './json-bytes.js';
import { readHex } from './skip-value.js';

/** The escapes of one letter by that letter. */
const ESCAPED = new Uint8Array(256);
for (const [letter, byte] of [
  ['"', 34],
  ['/', 47],
  ['\\', 92],
  ['b', 8],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
] as const)
  ESCAPED[letter.charCodeAt(0)] = byte;

/** `at` is behind the opening quote; after the closing one, or -1. No byte is read from `limit` on that counts. */
export function copyString(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  limit: number,
  texts: GrowingTexts,
  row: number,
): number {
  const start = texts.reserve(limit - at + 8);
  const target = texts.bytes;
  const targetView = texts.view;
  let to = start;
  let isAscii = true;
  for (;;) {
    // Four bytes at a time, while none is a quote, a backslash, a control character or part of a longer character.
    for (;;) {
      const word = view.getInt32(at, true);
      const quotes = word ^ 0x22222222;
      const slashes = word ^ 0x5c5c5c5c;
      if (
        ((((quotes - 0x01010101) & ~quotes) | ((slashes - 0x01010101) & ~slashes) | (word - 0x20202020) | word) &
          0x80808080) !==
        0
      )
        break;
      targetView.setInt32(to, word, true);
      at += 4;
      to += 4;
    }
    let byte = bytes[at]!;
    while (byte < 0x80 && byte >= SPACE && byte !== QUOTE && byte !== BACKSLASH) {
      target[to++] = byte;
      byte = bytes[++at]!;
    }
    if (byte === QUOTE) {
      texts.setWritten(row, to, isAscii);
      return at + 1;
    }
    if (byte < SPACE) return -1;
    if (byte === BACKSLASH) {
      const letter = bytes[at + 1]!;
      const unit = letter === 117 ? readHex(bytes, at + 2) : ESCAPED[letter]! || -1;
      // Halves of a pair are put together by JSON.parse.
      if (unit < 0 || (unit >= 0xd800 && unit < 0xe000)) return -1;
      if (unit >= 0x80) isAscii = false;
      to = writeUnit(target, to, unit);
      at += letter === 117 ? 6 : 2;
    } else {
      isAscii = false;
      const end = characterEnd(bytes, at);
      if (end < 0) return -1;
      while (at < end) target[to++] = bytes[at++]!;
    }
  }
}

function writeUnit(target: Uint8Array, to: number, unit: number): number {
  if (unit < 0x80) target[to++] = unit;
  else {
    if (unit < 0x800) target[to++] = 0xc0 | (unit >> 6);
    else {
      target[to++] = 0xe0 | (unit >> 12);
      target[to++] = 0x80 | ((unit >> 6) & 0x3f);
    }
    target[to++] = 0x80 | (unit & 0x3f);
  }
  return to;
}
