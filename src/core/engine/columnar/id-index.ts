/**
 * Where the conversation of an id is. Ids that come in ascending order, as of most exports, are found by bisection and cost nothing more;
 * all others are in a hash table.
 */
import type { TextColumn } from './columns.js';
import { compareBytes, compareRanges, type ByteText } from './compare-bytes.js';
import { IdTable } from './id-table.js';

/** Shard and row in one number; a shard has up to 65,536 rows. */
export type Place = number;

export const MOST_ROWS = 65_536;
export const placeOf = (shard: number, row: number): Place => shard * MOST_ROWS + row;
export const shardOf = (place: Place): number => Math.floor(place / MOST_ROWS);
export const rowOf = (place: Place): number => place % MOST_ROWS;

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
