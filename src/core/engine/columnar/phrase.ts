/** A folded phrase and where it stands in bytes. */
import { LOWER, toUtf8 } from './utf8.js';

export class Phrase {
  readonly bytes: Uint8Array;
  readonly isAscii: boolean;
  /** Begins or ends within a pair of surrogates, so that bytes cannot find it in a whole pair. */
  readonly isCut: boolean;
  /** How far the phrase may move by the byte under its end; 0: it may be here. */
  readonly #skips: Uint8Array;
  /** How far it may move where it was not. */
  readonly #next: number;

  constructor(folded: string) {
    const bytes = toUtf8(folded);
    const last = bytes.length - 1;
    this.bytes = bytes;
    this.isAscii = bytes.every((byte) => byte < 128);
    this.isCut = /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(folded);
    this.#skips = new Uint8Array(256).fill(Math.min(255, bytes.length));
    for (let at = 0; at < last; at++) this.#skips[bytes[at]!] = Math.min(255, last - at);
    this.#next = this.#skips[bytes[last]!]!;
    this.#skips[bytes[last]!] = 0;
    for (let byte = 65; byte <= 90; byte++) this.#skips[byte] = this.#skips[LOWER[byte]!]!;
  }

  /** Boyer–Moore–Horspool. −1: nowhere. */
  indexIn(text: Uint8Array, start: number, end: number): number {
    const { bytes } = this;
    const skips = this.#skips;
    const last = bytes.length - 1;
    for (let at = start + last; at < end;) {
      const skip = skips[text[at]!]!;
      if (skip !== 0) {
        at += skip;
        continue;
      }
      let back = 1;
      while (back <= last && LOWER[text[at - back]!] === bytes[last - back]) back++;
      if (back > last) return at - last;
      at += this.#next;
    }
    return -1;
  }
}
