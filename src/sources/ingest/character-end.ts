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
