/** Gaps that a user has acted on. A source may give a gap another id, divide it or join it with another; here it keeps its id. */
import type { KnowledgeGap } from '../../core/query.js';
import type { ListedGap } from './listed-gaps.js';

interface Known {
  gap: KnowledgeGap;
  /** Ids of the others in the same list: these are other gaps, even if they share most of their questions. */
  listedWith: ReadonlySet<string>;
}

export class KnownGaps {
  /** Ids; each can be taken back, or was. */
  readonly dismissedHere = new Set<string>();
  readonly #known = new Map<string, Known>();

  remember(gap: KnowledgeGap, listed: readonly ListedGap[]): void {
    this.#known.set(gap.id, {
      gap,
      listedWith: new Set(listed.map((one) => one.gap.id).filter((id) => id !== gap.id)),
    });
  }

  /** Or takes that back. */
  dismiss(gap: KnowledgeGap, listed: readonly ListedGap[]): void {
    this.remember(gap, listed);
    this.dismissedHere.add(gap.id);
  }

  forget(): void {
    this.#known.clear();
    this.dismissedHere.clear();
  }

  /** The gaps of an answer, a known one under the id it was known by; without further parts of one that is dismissed. */
  recognize(gaps: readonly KnowledgeGap[], dismissed: readonly string[]): KnowledgeGap[] {
    const ids = new Set(gaps.map(({ id }) => id));
    return gaps.flatMap((gap) => {
      const id = this.#known.has(gap.id) ? gap.id : this.#idOf(gap, dismissed);
      if (id === undefined || id === gap.id) return [gap];
      if (ids.has(id)) return dismissed.includes(id) ? [] : [gap];
      ids.add(id);
      return [{ ...gap, id }];
    });
  }

  #idOf(gap: KnowledgeGap, dismissed: readonly string[]): string | undefined {
    for (const [id, { gap: known, listedWith }] of this.#known) {
      if (listedWith.has(gap.id)) continue;
      // What is dismissed must not take a greater gap with it that it has become a part of.
      if (isMostlyIn(gap, known) || (!dismissed.includes(id) && isMostlyIn(known, gap))) return id;
    }
    return undefined;
  }
}

function isMostlyIn(gap: KnowledgeGap, other: KnowledgeGap): boolean {
  return sharesMost(gap.conversationIds, other.conversationIds) || sharesMost(gap.questions, other.questions);
}

function sharesMost(some: readonly string[], others: readonly string[]): boolean {
  const known = new Set(others);
  return some.filter((one) => known.has(one)).length > some.length / 2;
}
