/** Where values gather: one accumulator a cell, exact for every operation. */
import type { Leaf } from '../../../src/core/metrics/plan.js';
import type { CellsRequest, LeafCells } from '../../../src/core/answer/engine.js';

/** Takes one cell's values and gives its number. */
export interface Accumulator {
  add(value: number | string): void;
  result(): number | null;
}

export function accumulatorFor(leaf: Leaf): Accumulator {
  if (leaf.op === 'distinct') return new DistinctCount(leaf.havingAtLeast);
  return leaf.op === 'quantile' ? new ExactQuantile(leaf.q) : new Sum();
}

class Sum implements Accumulator {
  #sum = 0;
  add(value: number | string): void {
    this.#sum += value as number;
  }
  result(): number {
    return this.#sum;
  }
}

class DistinctCount implements Accumulator {
  readonly #seen = new Map<number | string, number>();
  readonly #atLeast: number;
  constructor(atLeast: number) {
    this.#atLeast = atLeast;
  }
  add(value: number | string): void {
    this.#seen.set(value, (this.#seen.get(value) ?? 0) + 1);
  }
  result(): number {
    return this.#atLeast <= 1
      ? this.#seen.size
      : [...this.#seen.values()].filter((times) => times >= this.#atLeast).length;
  }
}

/** Linear between ranks. */
class ExactQuantile implements Accumulator {
  readonly #values: number[] = [];
  readonly #q: number;
  constructor(q: number) {
    this.#q = q;
  }
  add(value: number | string): void {
    this.#values.push(value as number);
  }
  result(): number | null {
    const sorted = this.#values.sort((a, b) => a - b);
    if (!sorted.length) return null;
    const rank = (sorted.length - 1) * this.#q;
    const below = sorted[Math.floor(rank)]!;
    const above = sorted[Math.ceil(rank)]!;
    return below + (above - below) * (rank - Math.floor(rank));
  }
}

/** One accumulator per cell; a row lands in the total, its groups, its bucket and the places where they meet. */
export class Cells {
  readonly #total: Accumulator;
  readonly #groups: Accumulator[] = [];
  readonly #buckets: Accumulator[] = [];
  readonly #both: Accumulator[][] = [];

  constructor(create: () => Accumulator, { groups, buckets }: Pick<CellsRequest, 'groups' | 'buckets'>) {
    const many = (length: number) => Array.from({ length }, create);
    this.#total = create();
    this.#groups = many(groups ? groups.values.length + Number(groups.rest) : 0);
    this.#buckets = many(buckets?.labels.length ?? 0);
    if (groups && buckets) this.#both = this.#groups.map(() => many(buckets.labels.length));
    this.result = (leftOut) => ({
      total: this.#total.result(),
      leftOut,
      ...(groups && { byGroup: results(this.#groups) }),
      ...(buckets && { byBucket: results(this.#buckets) }),
      ...(groups && buckets && { byGroupAndBucket: this.#both.map(results) }),
    });
  }

  readonly result: (leftOut: number) => LeafCells;

  /** `bucket` is -1 for none. */
  add(value: number | string, groups: readonly number[], bucket: number, isInTotal = true): void {
    if (isInTotal) this.#total.add(value);
    this.#buckets[bucket]?.add(value);
    for (const group of groups) {
      if (isInTotal) this.#groups[group]?.add(value);
      this.#both[group]?.[bucket]?.add(value);
    }
  }
}

const results = (accumulators: readonly Accumulator[]): (number | null)[] => accumulators.map((one) => one.result());
