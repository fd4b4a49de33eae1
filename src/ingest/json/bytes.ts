/** Bytes of JSON and UTF-8 by name, and where simple things end. Functions return the position behind what they read, or -1 for what they do not read. */

export const [TAB, LINE_FEED, RETURN, SPACE, QUOTE, PLUS, COMMA, MINUS, DOT, SLASH, ZERO, NINE, COLON] = [
  9, 10, 13, 32, 34, 43, 44, 45, 46, 47, 48, 57, 58,
] as const;
export const [UPPER_E, OPEN_LIST, BACKSLASH, CLOSE_LIST, LOWER_E, OPEN_OBJECT, CLOSE_OBJECT] = [
  69, 91, 92, 93, 101, 123, 125,
] as const;

export function skipSpace(bytes: Uint8Array, at: number): number {
  for (;;) {
    const byte = bytes[at]!;
    if (byte > SPACE || (byte !== SPACE && byte !== LINE_FEED && byte !== RETURN && byte !== TAB)) return at;
    at++;
  }
}

/** After `null`, or -1. */
export function readNull(bytes: Uint8Array, at: number): number {
  return bytes[at] === 110 && bytes[at + 1] === 117 && bytes[at + 2] === 108 && bytes[at + 3] === 108 ? at + 4 : -1;
}

/** After `true` or `false`, or -1. */
export function readFlag(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 116)
    return bytes[at + 1] === 114 && bytes[at + 2] === 117 && bytes[at + 3] === LOWER_E ? at + 4 : -1;
  return bytes[at] === 102 &&
    bytes[at + 1] === 97 &&
    bytes[at + 2] === 108 &&
    bytes[at + 3] === 115 &&
    bytes[at + 4] === LOWER_E
    ? at + 5
    : -1;
}

/** After the character of several bytes that begins at `at`; -1 where the bytes are not well-formed UTF-8. */
export function characterEnd(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  const second = bytes[at + 1]!;
  if (first < 0xe0) return first >= 0xc2 && isTail(second) ? at + 2 : -1;
  if (!isTail(bytes[at + 2]!)) return -1;
  // The second byte rules out what is too short, half a pair, and beyond Unicode.
  if (first < 0xf0)
    return second >= (first === 0xe0 ? 0xa0 : 0x80) && second <= (first === 0xed ? 0x9f : 0xbf) ? at + 3 : -1;
  if (first > 0xf4 || !isTail(bytes[at + 3]!)) return -1;
  return second >= (first === 0xf0 ? 0x90 : 0x80) && second <= (first === 0xf4 ? 0x8f : 0xbf) ? at + 4 : -1;
}

const isTail = (byte: number): boolean => (byte & 0xc0) === 0x80;

/** Whether the bytes are well-formed UTF-8. */
export function isWellFormed(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at >= 0 && at < end) at = bytes[at]! < 0x80 ? at + 1 : characterEnd(bytes, at);
  return at === end;
}
