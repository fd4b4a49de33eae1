/** Which texts are most alike, without comparing each with each. */
import { dot, heaviest, type SparseVector } from './sparse-vector.js';
import { listHolders } from './term-holders.js';

export interface Neighbour {
  index: number;
  similarity: number;
}

/** How many of a text's heaviest words lead to candidates, how many texts each leads to, and how many candidates are compared in full. */
const LEADING_WORDS = 6;
const REACH = 200;
const COMPARED = 30;

/**
 * The `most` nearest texts of each. A word that many texts share leads only to those that stand close by in the list, so the list should
 * be in the order of the texts, and the work grows with their number alone.
 */
export function findNearest(vectors: readonly SparseVector[], most: number): Neighbour[][] {
  const holders = listHolders(vectors);
  const scores = new Float64Array(vectors.length);
  const touched = new Int32Array(LEADING_WORDS * REACH);
  return vectors.map((vector, index) => {
    let count = 0;
    for (const place of heaviest(vector, LEADING_WORDS)) {
      const weight = vector.weights[place]!;
      const { texts, weights } = holders[vector.terms[place]!]!;
      const from = Math.max(0, Math.min(positionOf(texts, index) - REACH / 2, texts.length - REACH));
      const to = Math.min(texts.length, from + REACH);
      for (let at = from; at < to; at++) {
        const other = texts[at]!;
        if (other === index) continue;
        if (scores[other] === 0) touched[count++] = other;
        scores[other]! += weight * weights[at]!;
      }
    }
    const candidates = highest(touched.subarray(0, count), scores, COMPARED);
    for (let at = 0; at < count; at++) scores[touched[at]!] = 0;
    return candidates
      .map((other) => ({ index: other, similarity: dot(vector, vectors[other]!) }))
      .sort((a, b) => b.similarity - a.similarity || a.index - b.index)
      .slice(0, most);
  });
}

/** Those with the highest scores, the highest first; of equal ones the first in the list. */
function highest(candidates: Int32Array, scores: Float64Array, most: number): number[] {
  const best: number[] = [];
  for (let index = 0; index < candidates.length; index++) {
    const candidate = candidates[index]!;
    const isFull = best.length === most;
    if (isFull && !isAhead(candidate, best[most - 1]!, scores)) continue;
    let at = isFull ? most - 1 : best.length;
    for (; at > 0 && isAhead(candidate, best[at - 1]!, scores); at--) best[at] = best[at - 1]!;
    best[at] = candidate;
  }
  return best;
}

function isAhead(a: number, b: number, scores: Float64Array): boolean {
  return scores[a]! > scores[b]! || (scores[a] === scores[b] && a < b);
}

function positionOf(ascending: Int32Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
