/** A hash table from the bytes of an id to its place, kept beside the ids rather than with copies of them. */
import { compareBytes, type ByteText } from './compare-bytes.js';

const FIRST_ROOM = 1024;
const EMPTY = 0xffffffff;

export class IdTable {
  readonly #textAt: (place: number) => ByteText;
  #hashes = new Uint32Array(FIRST_ROOM);
  #places = new Uint32Array(FIRST_ROOM).fill(EMPTY);
  #size = 0;

  constructor(textAt: (place: number) => ByteText) {
    this.#textAt = textAt;
  }

  get size(): number {
    return this.#size;
  }

  find(id: ByteText): number | undefined {
    const place = this.#places[this.#slotOf(id, hashOf(id))]!;
    return place === EMPTY ? undefined : place;
  }

  /** What is known of the same id stays, and comes back, unless it is to be replaced. */
  put(id: ByteText, place: number, isReplacing: boolean): number | undefined {
    if (this.#size * 4 >= this.#places.length * 3) this.#grow();
    const hash = hashOf(id);
    const slot = this.#slotOf(id, hash);
    const known = this.#places[slot]!;
    if (known !== EMPTY && !isReplacing) return known;
    if (known === EMPTY) this.#size++;
    this.#hashes[slot] = hash;
    this.#places[slot] = place;
    return undefined;
  }

  /** Where the id is, or else would go. */
  #slotOf(id: ByteText, hash: number): number {
    const last = this.#places.length - 1;
    let slot = hash & last;
    for (;;) {
      const place = this.#places[slot]!;
      if (place === EMPTY || (this.#hashes[slot] === hash && compareBytes(this.#textAt(place), id) === 0)) return slot;
      slot = (slot + 1) & last;
    }
  }

  #grow(): void {
    const hashes = this.#hashes;
    const places = this.#places;
    const last = places.length * 2 - 1;
    this.#hashes = new Uint32Array(last + 1);
    this.#places = new Uint32Array(last + 1).fill(EMPTY);
    for (let from = 0; from < places.length; from++) {
      if (places[from] === EMPTY) continue;
      let slot = hashes[from]! & last;
      while (this.#places[slot] !== EMPTY) slot = (slot + 1) & last;
      this.#hashes[slot] = hashes[from]!;
      this.#places[slot] = places[from]!;
    }
  }
}

/** FNV-1a, its bits mixed once more, since the lower ones choose the slot. */
function hashOf({ bytes, start, end }: ByteText): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
