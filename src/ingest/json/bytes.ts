/** Bytes of JSON and UTF-8 by name, and where simple things end. Functions return the position behind what they read, or -1 for what they do not read. */

export const [TAB, LINE_FEED, RETURN, SPACE, QUOTE, PLUS, COMMA, MINUS, DOT, SLASH, ZERO, NINE, COLON] = [
  9, 10, 13, 32, 34, 43, 44, 45, 46, 47, 48, 57, 58,
] as const;
export const [UPPER_E, OPEN_LIST, BACKSLASH, CLOSE_LIST, LOWER_E, LOWER_F, LOWER_N] = [
  69, 91, 92, 93, 101, 102, 110,
] as const;
export const [LOWER_T, LOWER_U, OPEN_OBJECT, CLOSE_OBJECT] = [116, 117, 123, 125] as const;

/** The bytes that letters behind a backslash stand for; 0 for letters that do not. */
export const ESCAPED = new Uint8Array(256);
for (const [index, letter] of [...'"/\\bfnrt'].entries())
  ESCAPED[letter.charCodeAt(0)] = '"/\\\b\f\n\r\t'.charCodeAt(index);

export function skipSpace(bytes: Uint8Array, at: number): number {
  for (;;) {
    const byte = bytes[at]!;
    if (byte > SPACE || (byte !== SPACE && byte !== LINE_FEED && byte !== RETURN && byte !== TAB)) return at;
    at++;
  }
}

/** The position behind `null`, or -1. */
export function readNull(bytes: Uint8Array, at: number): number {
  return bytes[at] === LOWER_N && bytes[at + 1] === 117 && bytes[at + 2] === 108 && bytes[at + 3] === 108 ? at + 4 : -1;
}

/** The position behind `true` or `false`, or -1. */
export function readFlag(bytes: Uint8Array, at: number): number {
  if (bytes[at] === LOWER_T)
    return bytes[at + 1] === 114 && bytes[at + 2] === 117 && bytes[at + 3] === LOWER_E ? at + 4 : -1;
  return bytes[at] === LOWER_F &&
    bytes[at + 1] === 97 &&
    bytes[at + 2] === 108 &&
    bytes[at + 3] === 115 &&
    bytes[at + 4] === LOWER_E
    ? at + 5
    : -1;
}

/**
 * Whether four bytes of a string, read at once, are plain ASCII: none is a quote, a backslash, a control character or part of a longer
 * character. A byte of `w - 0x01…` has its highest bit set and that of `w` not where the byte of `w` is zero. So `(w - 0x01…) & ~w & 0x80…` is
 * not zero if some byte of `w` is, and `word ^ 0x22…` has a zero where `word` has a quote. A byte below a space borrows in `word - 0x20…`; one
 * of 0x80 or more has the highest bit itself. Borrowing may blame a byte behind a guilty one, never a word without any.
 */
export function isPlainWord(word: number): boolean {
  const quotes = word ^ 0x22222222;
  const slashes = word ^ 0x5c5c5c5c;
  return (
    ((((quotes - 0x01010101) & ~quotes) | ((slashes - 0x01010101) & ~slashes) | (word - 0x20202020) | word) &
      0x80808080) ===
    0
  );
}

/** The position behind the character of several bytes that begins at `at`; -1 where the bytes are not well-formed UTF-8. */
export function characterEnd(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0xe0) return first >= 0xc2 && isTail(bytes[at + 1]!) ? at + 2 : -1;
  if (!isTail(bytes[at + 2]!)) return -1;
  if (first < 0xf0) return isSecondOfThree(first, bytes[at + 1]!) ? at + 3 : -1;
  return first <= 0xf4 && isTail(bytes[at + 3]!) && isSecondOfFour(first, bytes[at + 1]!) ? at + 4 : -1;
}

/** Rules out characters that are written longer than needed, and halves of a pair. */
const isSecondOfThree = (first: number, second: number): boolean =>
  second >= (first === 0xe0 ? 0xa0 : 0x80) && second <= (first === 0xed ? 0x9f : 0xbf);

/** Rules out characters that are written longer than needed, and those beyond Unicode. */
const isSecondOfFour = (first: number, second: number): boolean =>
  second >= (first === 0xf0 ? 0x90 : 0x80) && second <= (first === 0xf4 ? 0x8f : 0xbf);

const isTail = (byte: number): boolean => (byte & 0xc0) === 0x80;

/** Whether the bytes are well-formed UTF-8. */
export function isWellFormed(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at >= 0 && at < end) at = bytes[at]! < 0x80 ? at + 1 : characterEnd(bytes, at);
  return at === end;
}
