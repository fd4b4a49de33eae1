/** Which texts are most alike, without comparing each with each. */
import { type SparseVector, heaviest, sumOf, toHeaviest, toUnit } from './vectors.js';
import { type Steps, mapInSteps } from '../steps.js';

export interface Neighbour {
  index: number;
  similarity: number;
}

/** How many of a text's heaviest words lead to candidates, how many texts each leads to, and how many candidates are compared in full. */
const LEADING_WORDS = 6;
const REACH = 200;
const COMPARED = 30;
const TEXTS_PER_STEP = 16;

/**
 * The `most` nearest texts of each. A word that many texts share leads only to those that stand close by in the list, so the list should
 * be in the order of the texts, and the work grows with their number alone.
 */
export function* findNearest(vectors: readonly SparseVector[], most: number): Steps<Neighbour[][]> {
  const holders = yield* listHolders(vectors);
  const candidates = new Candidates(vectors.length);
  const dense = new Float64Array(holders.length);
  return yield* mapInSteps(vectors, TEXTS_PER_STEP, (vector, index) => {
    gather(vector, index, holders, candidates);
    const { terms, weights } = vector;
    for (let at = 0; at < terms.length; at++) dense[terms[at]!] = weights[at]!;
    const nearest = candidates
      .takeHighest(COMPARED)
      .map((other) => ({ index: other, similarity: dotDense(dense, vectors[other]!) }))
      .sort((a, b) => b.similarity - a.similarity || a.index - b.index)
      .slice(0, most);
    for (let at = 0; at < terms.length; at++) dense[terms[at]!] = 0;
    return nearest;
  });
}

function gather(vector: SparseVector, index: number, holders: readonly Holders[], candidates: Candidates): void {
  for (const place of heaviest(vector, LEADING_WORDS)) {
    const { texts } = holders[vector.terms[place]!]!;
    const from = Math.max(0, Math.min(positionOf(texts, index) - REACH / 2, texts.length - REACH));
    const within = { from, to: Math.min(texts.length, from + REACH) };
    candidates.add(holders[vector.terms[place]!]!, vector.weights[place]!, within, index);
  }
}

/** The dot product with a vector that is laid out term by term. */
function dotDense(dense: Float64Array, { terms, weights }: SparseVector): number {
  let sum = 0;
  for (let at = 0; at < terms.length; at++) sum += dense[terms[at]!]! * weights[at]!;
  return sum;
}

class Candidates {
  readonly #scores: Float64Array;
  readonly #touched = new Int32Array(LEADING_WORDS * REACH);
  #count = 0;

  constructor(length: number) {
    this.#scores = new Float64Array(length);
  }

  add({ texts, weights }: Holders, factor: number, { from, to }: { from: number; to: number }, except: number): void {
    const scores = this.#scores;
    const touched = this.#touched;
    let count = this.#count;
    for (let at = from; at < to; at++) {
      const other = texts[at]!;
      const score = scores[other]!;
      if (other === except) continue;
      if (score === 0) touched[count++] = other;
      scores[other] = score + factor * weights[at]!;
    }
    this.#count = count;
  }

  /** Those with the highest scores, the highest first; of equal ones the first in the list. Forgets all. */
  takeHighest(most: number): number[] {
    const scores = this.#scores;
    const best: number[] = [];
    for (let index = 0; index < this.#count; index++) {
      const candidate = this.#touched[index]!;
      const score = scores[candidate]!;
      let at = best.length;
      if (at === most) {
        const last = best[most - 1]!;
        if (score < scores[last]! || (score === scores[last] && candidate > last)) continue;
        at--;
      }
      for (; at > 0; at--) {
        const ahead = best[at - 1]!;
        if (scores[ahead]! > score || (scores[ahead] === score && ahead < candidate)) break;
        best[at] = ahead;
      }
      best[at] = candidate;
    }
    for (let index = 0; index < this.#count; index++) scores[this.#touched[index]!] = 0;
    this.#count = 0;
    return best;
  }
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

const LENDERS = 10;
/** Below this cosine two texts share little more than common words. */
const RELATED = 0.1;
const KEPT_WORDS = 60;

const BLENDS_PER_STEP = 32;

/** Lends each text the words of the texts most like it, so that two ways of asking the same thing meet. */
export function* blendVectors(vectors: readonly SparseVector[]): Steps<SparseVector[]> {
  const nearest = yield* findNearest(vectors, LENDERS);
  return yield* mapInSteps(vectors, BLENDS_PER_STEP, (vector, index) =>
    blend(
      vector,
      nearest[index]!.filter(({ similarity }) => similarity >= RELATED),
      vectors,
    ),
  );
}

/** Half its own words, half its neighbours', each by how alike they are. */
function blend(own: SparseVector, neighbours: readonly Neighbour[], vectors: readonly SparseVector[]): SparseVector {
  const total = neighbours.reduce((sum, { similarity }) => sum + similarity, 0);
  if (total === 0) return own;
  const sum = sumOf(
    [own, ...neighbours.map(({ index }) => vectors[index]!)],
    [1, ...neighbours.map(({ similarity }) => similarity / total)],
  );
  return toUnit(toHeaviest(sum, KEPT_WORDS));
}

const VECTORS_PER_STEP = 512;

export interface Holders {
  /** Indices of vectors, ascending. */
  texts: Int32Array;
  /** The term's weight in each. */
  weights: Float64Array;
}

/** Which vectors hold a term: the way from a word to the texts that have it. */
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
