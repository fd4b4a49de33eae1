/** Which vectors hold a term: the way from a word to the texts that have it. */
import type { SparseVector } from './sparse-vector.js';

export interface Holders {
  /** Indices of vectors, ascending. */
  texts: Int32Array;
  /** The term's weight in each. */
  weights: Float64Array;
}

export const NO_HOLDERS: Holders = { texts: new Int32Array(0), weights: new Float64Array(0) };

/** By term. */
export function listHolders(vectors: readonly SparseVector[]): Holders[] {
  const counts: number[] = [];
  for (const { terms } of vectors) for (const term of terms) counts[term] = (counts[term] ?? 0) + 1;
  const holders = Array.from(counts, (count = 0): Holders => ({ texts: new Int32Array(count), weights: new Float64Array(count) }));
  const filled = new Int32Array(counts.length);
  vectors.forEach(({ terms, weights }, index) => {
    terms.forEach((term, at) => {
      const place = filled[term]!++;
      holders[term]!.texts[place] = index;
      holders[term]!.weights[place] = weights[at]!;
    });
  });
  return holders;
}
