/** UTF-8 both ways, lone surrogates kept as three bytes, so that every text comes back as it was. */

/** Writes the text at `at` and returns where it ends. The room must be there: three bytes a unit are always enough. */
export function writeUtf8(text: string, bytes: Uint8Array, at: number): number {
  let end = at;
  for (let unit = 0; unit < text.length; unit++) {
    const first = text.charCodeAt(unit);
    if (first < 0x80) {
      bytes[end++] = first;
      continue;
    }
    const point = text.codePointAt(unit)!;
    if (point < 0x800) bytes[end++] = 0xc0 | (point >> 6);
    else {
      if (point < 0x10000) bytes[end++] = 0xe0 | (point >> 12);
      else {
        unit++;
        bytes[end++] = 0xf0 | (point >> 18);
        bytes[end++] = 0x80 | ((point >> 12) & 0x3f);
      }
      bytes[end++] = 0x80 | ((point >> 6) & 0x3f);
    }
    bytes[end++] = 0x80 | (point & 0x3f);
  }
  return end;
}

export function toUtf8(text: string): Uint8Array {
  const room = new Uint8Array(text.length * 3);
  return room.slice(0, writeUtf8(text, room, 0));
}

/** Reads what `writeUtf8` wrote. The bytes must be well formed. */
export function readUtf8(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  const units: number[] = [];
  for (let at = start; at < end;) {
    const first = bytes[at++]!;
    if (first < 0x80) units.push(first);
    else if (first < 0xe0) units.push(((first & 0x1f) << 6) | (bytes[at++]! & 0x3f));
    else if (first < 0xf0) units.push(((first & 0x0f) << 12) | ((bytes[at++]! & 0x3f) << 6) | (bytes[at++]! & 0x3f));
    else {
      const point =
        (((first & 0x07) << 18) |
          ((bytes[at++]! & 0x3f) << 12) |
          ((bytes[at++]! & 0x3f) << 6) |
          (bytes[at++]! & 0x3f)) -
        0x10000;
      units.push(0xd800 | (point >> 10), 0xdc00 | (point & 0x3ff));
    }
    // An argument list has a limit.
    if (units.length >= 4096) text += String.fromCharCode(...units.splice(0));
  }
  return text + String.fromCharCode(...units);
}

/** Bytes without case: in folded text, and in text below 128 that was not folded. */
export const LOWER = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));

/** Where a text's bytes are. */
export interface ByteText {
  bytes: Uint8Array;
  start: number;
  end: number;
}

/** Texts as UTF-8, compared byte by byte: that is the order of their code points. */
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
