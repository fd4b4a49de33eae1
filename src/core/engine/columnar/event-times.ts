/** When something happened in the conversations of a shard: the first and the last instant. */
import { eventTimes } from '../records.js';
import { hasBit } from './bits.js';
import type { LivingRows } from './living-rows.js';

interface Bounds {
  first: number;
  last: number;
}

export class EventTimes {
  readonly #living: LivingRows;
  #kept: Bounds | undefined;

  constructor(living: LivingRows) {
    this.#living = living;
  }

  /** `Infinity` without any row. */
  get first(): number {
    return this.#bounds().first;
  }

  /** The latest up to `now`; `-Infinity`: none. */
  lastUpTo(now: number): number {
    const { first, last } = this.#bounds();
    if (last <= now) return last;
    return first > now ? -Infinity : this.#measure(now).last;
  }

  /** A row that bounds neither end leaves them as they are. */
  forget(row: number): void {
    if (!this.#kept) return;
    const { first, last } = this.#kept;
    for (const at of this.#eventsOf(row)) if (at === first || at === last) this.#kept = undefined;
  }

  #bounds(): Bounds {
    return (this.#kept ??= this.#measure(Infinity));
  }

  #measure(upTo: number): Bounds {
    const { batch: { startedAt, updatedAt }, records, bits } = this.#living;
    let first = Infinity;
    let last = -Infinity;
    const consider = (at: number | undefined) => {
      if (at === undefined || !(at <= upTo)) return;
      if (at < first) first = at;
      if (at > last) last = at;
    };
    for (let row = 0; row < startedAt.length; row++) {
      if (bits && !hasBit(bits, row)) continue;
      if (records?.recordAt(row)) {
        for (const at of this.#eventsOf(row)) consider(at);
        continue;
      }
      consider(startedAt[row]);
      consider(updatedAt?.[row]);
    }
    return { first, last };
  }

  *#eventsOf(row: number): Generator<number> {
    const { batch: { startedAt, updatedAt }, records } = this.#living;
    const record = records?.recordAt(row);
    if (record) return yield* eventTimes(record);
    yield startedAt[row]!;
    if (updatedAt && !Number.isNaN(updatedAt[row]!)) yield updatedAt[row]!;
  }
}
