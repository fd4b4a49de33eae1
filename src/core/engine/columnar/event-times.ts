/** When something happened in the conversations of a shard: the first and the last instant. */
import { eventTimes, type ConversationRecord } from '../records.js';
import type { LivingRows } from './living-rows.js';

interface Bounds {
  first: number;
  last: number;
}

export class EventTimes {
  readonly #living: LivingRows;
  #kept: Bounds | undefined;
  /** Of each record. */
  #ends: readonly Bounds[] | undefined;

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
    const {
      batch: { startedAt, updatedAt },
      records,
      bits,
    } = this.#living;
    const bounds = { first: Infinity, last: -Infinity };
    if (!records && !bits) {
      widen(bounds, startedAt, upTo);
      if (updatedAt) widen(bounds, updatedAt, upTo);
      return bounds;
    }
    for (let row = 0; row < startedAt.length; row++) {
      if (!this.#living.has(row)) continue;
      const place = records ? records.places[row]! : -1;
      if (place >= 0) this.#widenByRecord(bounds, place, upTo);
      else {
        takeIn(bounds, startedAt[row]!, upTo);
        if (updatedAt) takeIn(bounds, updatedAt[row]!, upTo);
      }
    }
    return bounds;
  }

  #widenByRecord(bounds: Bounds, place: number, upTo: number): void {
    const ends = (this.#ends ??= this.#living.records!.records.map(boundsOf));
    const { first, last } = ends[place]!;
    takeIn(bounds, first, upTo);
    if (last <= upTo) takeIn(bounds, last, upTo);
    else if (first <= upTo)
      for (const at of eventTimes(this.#living.records!.records[place]!)) takeIn(bounds, at, upTo);
  }

  *#eventsOf(row: number): Generator<number> {
    const {
      batch: { startedAt, updatedAt },
      records,
    } = this.#living;
    const record = records?.recordAt(row);
    if (record) {
      yield* eventTimes(record);
      return;
    }
    yield startedAt[row]!;
    if (updatedAt && !Number.isNaN(updatedAt[row]!)) yield updatedAt[row]!;
  }
}

/** Takes in instants up to one; NaN is none. */
function widen(bounds: Bounds, instants: Float64Array, upTo: number): void {
  for (let index = 0; index < instants.length; index++) takeIn(bounds, instants[index]!, upTo);
}

function takeIn(bounds: Bounds, at: number, upTo: number): void {
  if (!(at <= upTo)) return;
  if (at < bounds.first) bounds.first = at;
  if (at > bounds.last) bounds.last = at;
}

function boundsOf(record: ConversationRecord): Bounds {
  const bounds = { first: Infinity, last: -Infinity };
  for (const at of eventTimes(record)) takeIn(bounds, at, Infinity);
  return bounds;
}
