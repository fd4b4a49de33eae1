/** Texts as UTF-8, compared byte by byte: that is the order of their code points. */

/** Where a text's bytes are. */
export interface ByteText {
  bytes: Uint8Array;
  start: number;
  end: number;
}

export function compareBytes(a: ByteText, b: ByteText): number {
  const length = Math.min(a.end - a.start, b.end - b.start);
  for (let at = 0; at < length; at++) {
    const order = a.bytes[a.start + at]! - b.bytes[b.start + at]!;
    if (order) return order;
  }
  return a.end - a.start - (b.end - b.start);
}
