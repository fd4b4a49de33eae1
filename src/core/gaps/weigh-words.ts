/** Texts as vectors, in which a word weighs more the fewer texts hold it. No list of stop words: common words weigh next to nothing. */
import { toUnit, toVector, type SparseVector } from './sparse-vector.js';
import { mapInSteps, type Steps } from './steps.js';

const TEXTS_PER_STEP = 128;

export interface WeighedText {
  words: readonly string[];
  /** How many texts it stands for. */
  count: number;
}

export function* weighWords(texts: readonly WeighedText[]): Steps<SparseVector[]> {
  const terms = new Map<string, number>();
  const textsWith: number[] = [];
  let total = 0;
  const bags = yield* mapInSteps(texts, TEXTS_PER_STEP, ({ words, count }) => {
    total += count;
    const bag = new Map<number, number>();
    for (const word of words) {
      const term = terms.get(word) ?? terms.size;
      terms.set(word, term);
      bag.set(term, (bag.get(term) ?? 0) + 1);
    }
    for (const term of bag.keys()) textsWith[term] = (textsWith[term] ?? 0) + count;
    return bag;
  });
  const weights = textsWith.map((count) => rarity(count, total));
  return yield* mapInSteps(bags, TEXTS_PER_STEP, (bag) =>
    toUnit(toVector(new Map([...bag].map(([term, times]) => [term, (weights[term]! * (1 + Math.min(times, 3))) / 2])))),
  );
}

/** Rounded, since engines differ in the last bits of a logarithm and every engine has to find the same groups. */
function rarity(count: number, total: number): number {
  return Math.round(Math.log(1 + total / count) ** 1.2 * 1e6) / 1e6;
}
