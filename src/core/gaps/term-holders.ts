/** Which vectors hold a term: the way from a word to the texts that have it. */
import type { SparseVector } from './sparse-vector.js';
import type { Steps } from './steps.js';

const VECTORS_PER_STEP = 512;

export interface Holders {
  /** Indices of vectors, ascending. */
  texts: Int32Array;
  /** The term's weight in each. */
  weights: Float64Array;
}

export const NO_HOLDERS: Holders = { texts: new Int32Array(0), weights: new Float64Array(0) };

/** By term. */
export function* listHolders(vectors: readonly SparseVector[]): Steps<Holders[]> {
  const counts: number[] = [];
  for (const { terms } of vectors) for (const term of terms) counts[term] = (counts[term] ?? 0) + 1;
  yield;
  const holders = Array.from(counts, (count = 0): Holders => ({
    texts: new Int32Array(count),
    weights: new Float64Array(count),
  }));
  const filled = new Int32Array(counts.length);
  for (const [index, { terms, weights }] of vectors.entries()) {
    for (let at = 0; at < terms.length; at++) {
      const { texts, weights: held } = holders[terms[at]!]!;
      const place = filled[terms[at]!]!++;
      texts[place] = index;
      held[place] = weights[at]!;
    }
    if (index % VECTORS_PER_STEP === 0) yield;
  }
  return holders;
}
