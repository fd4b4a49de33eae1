/** When something happened in the conversations of a shard: the first and the last instant. */
import { eventTimes } from '../records.js';
import type { LivingRows } from './living-rows.js';

export class EventTimes {
  readonly #living: LivingRows;
  #first: number | undefined;
  #last = -Infinity;

  constructor(living: LivingRows) {
    this.#living = living;
  }

  /** `Infinity` without any row. */
  get first(): number {
    this.#measure();
    return this.#first!;
  }

  /** The latest up to `now`; `-Infinity`: none. */
  lastUpTo(now: number): number {
    this.#measure();
    if (this.#last <= now) return this.#last;
    if (this.#first! > now) return -Infinity;
    let last = -Infinity;
    this.#each((at) => { if (at <= now && at > last) last = at; });
    return last;
  }

  /** A row that bounds neither end leaves them as they are. */
  forget(row: number): void {
    if (this.#first === undefined) return;
    this.#eachOf(row, (at) => { if (at === this.#first || at === this.#last) this.#first = undefined; });
  }

  #measure(): void {
    if (this.#first !== undefined) return;
    let first = Infinity;
    let last = -Infinity;
    this.#each((at) => {
      if (at < first) first = at;
      if (at > last) last = at;
    });
    this.#first = first;
    this.#last = last;
  }

  #each(consider: (at: number) => void): void {
    for (let row = 0; row < this.#living.batch.length; row++) if (this.#living.has(row)) this.#eachOf(row, consider);
  }

  #eachOf(row: number, consider: (at: number) => void): void {
    const { batch, records } = this.#living;
    const record = records?.recordAt(row);
    if (record) {
      for (const at of eventTimes(record)) consider(at);
      return;
    }
    consider(batch.startedAt[row]!);
    if (batch.updatedAt && !Number.isNaN(batch.updatedAt[row]!)) consider(batch.updatedAt[row]!);
  }
}
