/** Bytes of JSON: what they are called, and where simple things end. All readers return where they stopped, or -1 for what they do not read. */

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
