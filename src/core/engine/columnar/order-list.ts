/** The orders of an engine and the instants at which they were placed and cancelled. */
import type { OrderRecord } from '../records.js';
import { firstFrom } from '../../bisect.js';

export class OrderList {
  readonly length: number;
  readonly #instants: Float64Array;

  constructor(orders: readonly OrderRecord[]) {
    this.length = orders.length;
    this.#instants = Float64Array.from(
      orders.flatMap(({ at, cancelledAt }) => (cancelledAt === undefined ? [at] : [at, cancelledAt])),
    ).sort();
  }

  /** `Infinity` without any. */
  get first(): number {
    return this.#instants[0] ?? Infinity;
  }

  /** `-Infinity` without any up to `now`. */
  lastUpTo(now: number): number {
    return this.#instants[firstFrom(this.#instants, now + 1) - 1] ?? -Infinity;
  }
}
