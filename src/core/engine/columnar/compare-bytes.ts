/** Texts as UTF-8, compared byte by byte: that is the order of their code points. */

/** Where a text's bytes are. */
export interface ByteText {
  bytes: Uint8Array;
  start: number;
  end: number;
}

export function compareBytes(a: ByteText, b: ByteText): number {
  return compareRanges(a.bytes, a.start, a.end, b.bytes, b.start, b.end);
}

export function compareRanges(
  a: Uint8Array,
  start: number,
  end: number,
  b: Uint8Array,
  otherStart: number,
  otherEnd: number,
): number {
  const shift = otherStart - start;
  const stop = Math.min(end, otherEnd - shift);
  for (let at = start; at < stop; at++) {
    const order = a[at]! - b[at + shift]!;
    if (order !== 0) return order;
  }
  return end - start - (otherEnd - otherStart);
}
