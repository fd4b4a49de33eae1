/** Finds the code of a text by its bytes, so that a value that was seen before costs no string: a hash table with open addressing. */
import type { Dictionary } from '../core/columnar/store/columns.js';
import { readUtf8 } from '../core/columnar/store/bytes.js';
import { BACKSLASH, QUOTE, SPACE, isPlainWord, isWellFormed } from './json/bytes.js';

const FIRST_SLOTS = 256;

export class InternedTexts {
  /** The position behind the string that was read last. */
  end = 0;
  /** Four numbers a slot: the hash, where the bytes begin, how many there are, and the code + 1 (0: the slot is free). */
  #slots = new Int32Array(FIRST_SLOTS * 4);
  #mask = FIRST_SLOTS - 1;
  #count = 0;
  #bytes = new Uint8Array(4096);
  #used = 0;
  readonly #dictionary: Dictionary;
  readonly #accepts: ((text: string) => boolean) | undefined;

  constructor(dictionary: Dictionary, accepts?: (text: string) => boolean) {
    this.#dictionary = dictionary;
    this.#accepts = accepts;
  }

  /** The code of the JSON string whose opening quote is before `start`; -1 where it is not accepted or has escapes. */
  read(bytes: Uint8Array, view: DataView, start: number): number {
    let at = start;
    let hash = 0x811c9dc5 | 0;
    for (;;) {
      const word = view.getInt32(at, true);
      if (!isPlainWord(word)) break;
      hash = Math.imul(hash ^ word, 0x5bd1e995);
      hash ^= hash >>> 15;
      at += 4;
    }
    let byte = bytes[at]!;
    while (byte !== QUOTE) {
      if (byte < SPACE || byte === BACKSLASH) return -1;
      hash = Math.imul(hash ^ byte, 0x01000193);
      byte = bytes[++at]!;
    }
    this.end = at + 1;
    return this.#lookUp(bytes, start, at, hash);
  }

  /** The code of the text that these bytes are; -1 where it is not accepted or they are not well formed. A table is used with `read` or with `find`: their hashes differ. */
  find(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5 | 0;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    return this.#lookUp(bytes, start, end, hash);
  }

  #lookUp(bytes: Uint8Array, start: number, end: number, hash: number): number {
    hash ^= hash >>> 13;
    const slots = this.#slots;
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const code = slots[slot * 4 + 3]!;
      if (code === 0) return this.#add(bytes, start, end, hash);
      if (
        slots[slot * 4] === hash &&
        slots[slot * 4 + 2] === end - start &&
        this.#equals(slots[slot * 4 + 1]!, bytes, start, end)
      )
        return code - 1;
    }
  }

  #equals(at: number, bytes: Uint8Array, start: number, end: number): boolean {
    const known = this.#bytes;
    while (start < end) if (known[at++] !== bytes[start++]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number): number {
    if (!isWellFormed(bytes, start, end)) return -1;
    const text = readUtf8(bytes, start, end);
    if (this.#accepts && !this.#accepts(text)) return -1;
    const code = this.#dictionary.codeOf(text);
    if (++this.#count * 2 > this.#mask) this.#grow();
    if (this.#used + end - start > this.#bytes.length) {
      const larger = new Uint8Array((this.#used + end - start) * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(bytes.subarray(start, end), this.#used);
    this.#put(hash, this.#used, end - start, code + 1);
    this.#used += end - start;
    return code;
  }

  #put(hash: number, at: number, length: number, code: number): void {
    let slot = hash & this.#mask;
    while (this.#slots[slot * 4 + 3] !== 0) slot = (slot + 1) & this.#mask;
    this.#slots[slot * 4] = hash;
    this.#slots[slot * 4 + 1] = at;
    this.#slots[slot * 4 + 2] = length;
    this.#slots[slot * 4 + 3] = code;
  }

  #grow(): void {
    const old = this.#slots;
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Int32Array(old.length * 2);
    for (let i = 0; i < old.length; i += 4)
      if (old[i + 3] !== 0) this.#put(old[i]!, old[i + 1]!, old[i + 2]!, old[i + 3]!);
  }
}
