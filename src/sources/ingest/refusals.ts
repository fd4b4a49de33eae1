/** Counts what was refused, and keeps the first ones in an order that does not depend on how the data came: whole lists, then by fact. */
import type { Problem } from '../../core/facts/fact.js';
import { FACT_NAMES, type FactName } from '../../core/facts/registry.js';
import { MOST_REFUSALS, refuse, type Refused } from '../accept-records.js';

export type RefusalGroup = 'lines' | 'values' | 'lists' | FactName;

const ORDER: readonly RefusalGroup[] = ['lines', 'values', 'lists', ...FACT_NAMES];

export class Refusals {
  #groups = new Map<RefusalGroup, Refused>();

  add(group: RefusalGroup, fact: string, index: number, problem: Problem): void {
    const refused = this.#groups.get(group) ?? { count: 0, first: [] };
    this.#groups.set(group, refused);
    refuse(refused, fact, index, problem);
  }

  forget(group: RefusalGroup): void {
    this.#groups.delete(group);
  }

  forgetAll(): void {
    this.#groups.clear();
  }

  addTo(refused: Refused): void {
    for (const { count, first } of ORDER.flatMap((group) => this.#groups.get(group) ?? [])) {
      refused.count += count;
      refused.first.push(...first.slice(0, Math.max(0, MOST_REFUSALS - refused.first.length)));
    }
  }
}
