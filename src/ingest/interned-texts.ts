/** Finds the code of a text by its bytes, so that a value that was seen before costs no string. */
import type { Dictionary } from '../core/columnar/store/columns.js';
import { readUtf8 } from '../core/columnar/store/bytes.js';
import { BACKSLASH, QUOTE, SPACE } from './json/bytes.js';
import { isWellFormed } from './json/bytes.js';

const FIRST_ROOM = 256;

export class InternedTexts {
  /** After the string that was asked for last. */
  end = 0;
  /** Four numbers a place: hash, where the bytes begin, how many there are, code + 1 (0: free). */
  #places = new Int32Array(FIRST_ROOM * 4);
  #mask = FIRST_ROOM - 1;
  #count = 0;
  #bytes = new Uint8Array(4096);
  #used = 0;
  readonly #dictionary: Dictionary;
  readonly #accepts: ((text: string) => boolean) | undefined;

  constructor(dictionary: Dictionary, accepts?: (text: string) => boolean) {
    this.#dictionary = dictionary;
    this.#accepts = accepts;
  }

  /** The code of the JSON string whose opening quote is before `start`; -1 where it is not accepted or not written as it reads. */
  read(bytes: Uint8Array, view: DataView, start: number): number {
    let at = start;
    let hash = 0x811c9dc5 | 0;
    // Four bytes at a time, while none is a quote, a backslash, a control character or part of a longer character.
    for (;;) {
      const word = view.getInt32(at, true);
      const quotes = word ^ 0x22222222;
      const slashes = word ^ 0x5c5c5c5c;
      if (
        ((((quotes - 0x01010101) & ~quotes) | ((slashes - 0x01010101) & ~slashes) | (word - 0x20202020) | word) &
          0x80808080) !==
        0
      )
        break;
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

  /** The code of the text that these bytes are; -1 where it is not accepted or they are not well formed. Not to be mixed with `read`. */
  find(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5 | 0;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    return this.#lookUp(bytes, start, end, hash);
  }

  #lookUp(bytes: Uint8Array, start: number, end: number, hash: number): number {
    hash ^= hash >>> 13;
    const places = this.#places;
    for (let place = hash & this.#mask; ; place = (place + 1) & this.#mask) {
      const code = places[place * 4 + 3]!;
      if (code === 0) return this.#add(bytes, start, end, hash);
      if (
        places[place * 4] === hash &&
        places[place * 4 + 2] === end - start &&
        this.#equals(places[place * 4 + 1]!, bytes, start, end)
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
    let place = hash & this.#mask;
    while (this.#places[place * 4 + 3] !== 0) place = (place + 1) & this.#mask;
    this.#places[place * 4] = hash;
    this.#places[place * 4 + 1] = at;
    this.#places[place * 4 + 2] = length;
    this.#places[place * 4 + 3] = code;
  }

  #grow(): void {
    const old = this.#places;
    this.#mask = this.#mask * 2 + 1;
    this.#places = new Int32Array(old.length * 2);
    for (let i = 0; i < old.length; i += 4)
      if (old[i + 3] !== 0) this.#put(old[i]!, old[i + 1]!, old[i + 2]!, old[i + 3]!);
  }
}
