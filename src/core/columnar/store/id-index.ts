/**
 * Where the conversation of an id is. Ids that come in ascending order, as of most exports, are found by bisection and cost nothing more;
 * all others are in a hash table.
 */
import type { TextColumn } from './columns.js';
import { type ByteText, compareBytes, compareRanges } from './bytes.js';

/** Shard and row in one number; a shard has up to 65,536 rows. */
export type Place = number;

export const MAX_ROWS = 65_536;
export const placeOf = (shard: number, row: number): Place => shard * MAX_ROWS + row;
export const shardOf = (place: Place): number => Math.floor(place / MAX_ROWS);
export const rowOf = (place: Place): number => place % MAX_ROWS;

/** A shard whose ids ascended as they came. */
interface Run {
  shard: number;
  ids: TextColumn;
  /** The rows as they came; unset: in their order. */
  arrival: Uint16Array | undefined;
}

export class IdIndex {
  readonly #idsOf: (shard: number) => TextColumn;
  readonly #table: IdTable;
  #runs: Run[] = [];

  /** `idsOf` must know a shard for as long as the index does. */
  constructor(idsOf: (shard: number) => TextColumn) {
    this.#idsOf = idsOf;
    this.#table = new IdTable((place) => this.textAt(place));
  }

  find(id: ByteText): Place | undefined {
    return this.#table.find(id) ?? this.#findInRuns(id);
  }

  /** Takes a whole shard, where its ids ascend and come after all others; says whether it did. */
  addRun(shard: number, arrival: Uint16Array | undefined): boolean {
    if (this.#table.size > 0) return false;
    const run = { shard, ids: this.#idsOf(shard), arrival };
    const last = this.#runs.at(-1);
    if (!isAscending(run, last && idAt(last, last.ids.offsets.length - 2))) return false;
    this.#runs.push(run);
    return true;
  }

  /** Puts an id that is new; else says where it is already. */
  putNew(id: ByteText, place: Place): Place | undefined {
    const known = this.#runs.length ? this.#findInRuns(id) : undefined;
    if (known === undefined) return this.#table.put(id, place, false);
    return this.#table.find(id) ?? known;
  }

  /** From now on the id is at this place. */
  put(id: ByteText, place: Place): void {
    this.#table.put(id, place, true);
  }

  /** Forgets a shard. Its rows that count must have been put elsewhere. */
  drop(shard: number): void {
    this.#runs = this.#runs.filter((run) => run.shard !== shard);
  }

  textAt(place: Place): ByteText {
    const { bytes, offsets } = this.#idsOf(shardOf(place));
    const row = rowOf(place);
    return { bytes, start: offsets[row]!, end: offsets[row + 1]! };
  }

  #findInRuns(id: ByteText): Place | undefined {
    const run = this.#runs.findLast((one) => compareBytes(idAt(one, 0), id) <= 0);
    if (!run) return undefined;
    let low = 0;
    let high = run.ids.offsets.length - 1;
    // Mostly an id is new, and then after all others.
    if (compareBytes(idAt(run, high - 1), id) < 0) return undefined;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = compareBytes(idAt(run, middle), id);
      if (order === 0) return placeOf(run.shard, run.arrival ? run.arrival[middle]! : middle);
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }
}

function idAt({ ids: { bytes, offsets }, arrival }: Run, index: number): ByteText {
  const row = arrival ? arrival[index]! : index;
  return { bytes, start: offsets[row]!, end: offsets[row + 1]! };
}

function isAscending({ ids: { bytes, offsets }, arrival }: Run, after: ByteText | undefined): boolean {
  let start = 0;
  let end = 0;
  for (let index = 0; index < offsets.length - 1; index++) {
    const row = arrival ? arrival[index]! : index;
    const [from, to] = [start, end];
    start = offsets[row]!;
    end = offsets[row + 1]!;
    if (index > 0 && compareRanges(bytes, from, to, bytes, start, end) >= 0) return false;
    if (index === 0 && after && compareRanges(after.bytes, after.start, after.end, bytes, start, end) >= 0)
      return false;
  }
  return true;
}

const FIRST_ROOM = 1024;
const EMPTY = 0xffffffff;

/** A hash table from the bytes of an id to its place, kept beside the ids rather than with copies of them. */
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
export function hashOf({ bytes, start, end }: ByteText): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
