/** A folded phrase and where it stands in bytes. */
import { toUtf8 } from './utf8.js';

/** Bytes without case: in folded text, and in text below 128 that was not folded. */
export const LOWER = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));

export class Phrase {
  readonly bytes: Uint8Array;
  readonly isAscii: boolean;
  /** Begins or ends within a pair of surrogates, so that bytes cannot find it in a whole pair. */
  readonly isCut: boolean;
  readonly #skips: Uint32Array;

  constructor(folded: string) {
    this.bytes = toUtf8(folded);
    this.isAscii = this.bytes.every((byte) => byte < 128);
    this.isCut = /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(folded);
    this.#skips = new Uint32Array(256).fill(this.bytes.length);
    for (let at = 0; at < this.bytes.length - 1; at++) this.#skips[this.bytes[at]!] = this.bytes.length - 1 - at;
    for (let byte = 65; byte <= 90; byte++) this.#skips[byte] = this.#skips[LOWER[byte]!]!;
  }

  /** Boyer–Moore–Horspool: the byte under the phrase's end says how far it may move. −1: nowhere. */
  indexIn(text: Uint8Array, start: number, end: number): number {
    const { bytes } = this;
    const skips = this.#skips;
    const last = bytes.length - 1;
    const lastByte = bytes[last]!;
    for (let at = start + last; at < end;) {
      const byte = text[at]!;
      if (LOWER[byte] === lastByte) {
        let back = 1;
        while (back <= last && LOWER[text[at - back]!] === bytes[last - back]) back++;
        if (back > last) return at - last;
      }
      at += skips[byte]!;
    }
    return -1;
  }
}
