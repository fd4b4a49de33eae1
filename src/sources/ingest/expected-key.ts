/** A key as it most likely stands in the next record: with what is before it, quotes and colon, compared eight bytes at a time. */

const OVERLAP = 8;

export class ExpectedKey {
  readonly length: number;
  /** Eight bytes each, the last ones overlapping. ASCII is never NaN nor zero as a double, so that equal doubles are equal bytes. */
  readonly #words: Float64Array;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    this.#bytes = bytes;
    const isWords = bytes.length >= OVERLAP && bytes.every((byte) => byte < 0x80);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const count = isWords ? Math.ceil(bytes.length / OVERLAP) : 0;
    this.#words = Float64Array.from({ length: count }, (_, word) =>
      view.getFloat64(Math.min(word * OVERLAP, bytes.length - OVERLAP)),
    );
  }

  standsAt(bytes: Uint8Array, view: DataView, at: number): boolean {
    const words = this.#words;
    const last = words.length - 1;
    if (last < 0) return this.#equals(bytes, at);
    for (let word = 0; word < last; word++) if (view.getFloat64(at + word * OVERLAP) !== words[word]) return false;
    return view.getFloat64(at + this.length - OVERLAP) === words[last];
  }

  #equals(bytes: Uint8Array, at: number): boolean {
    const own = this.#bytes;
    for (let i = 0; i < own.length; i++) if (own[i] !== bytes[at + i]) return false;
    return true;
  }
}
