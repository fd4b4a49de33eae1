import { type Steps, mapInSteps } from '../steps.js';

/** Vectors of words of which nearly all are zero. Terms are whole numbers that stand for words. */
export interface SparseVector {
  /** Ascending. */
  terms: Int32Array;
  /** Of each term. */
  weights: Float64Array;
}

export function toVector(sums: ReadonlyMap<number, number>): SparseVector {
  const terms = Int32Array.from(sums.keys()).sort();
  const weights = new Float64Array(terms.length);
  for (let at = 0; at < terms.length; at++) weights[at] = sums.get(terms[at]!)!;
  return { terms, weights };
}

export function dot(a: SparseVector, b: SparseVector): number {
  const { terms: left, weights: leftWeights } = a;
  const { terms: right, weights: rightWeights } = b;
  let sum = 0;
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    const difference = left[i]! - right[j]!;
    if (difference === 0) sum += leftWeights[i++]! * rightWeights[j++]!;
    else if (difference < 0) i++;
    else j++;
  }
  return sum;
}

export function add(a: SparseVector, b: SparseVector): SparseVector {
  const terms = new Int32Array(a.terms.length + b.terms.length);
  const weights = new Float64Array(terms.length);
  let at = 0;
  for (let i = 0, j = 0; i < a.terms.length || j < b.terms.length; at++) {
    const left = a.terms[i] ?? Infinity;
    const right = b.terms[j] ?? Infinity;
    terms[at] = Math.min(left, right);
    if (left <= right) weights[at]! += a.weights[i++]!;
    if (right <= left) weights[at]! += b.weights[j++]!;
  }
  return { terms: terms.slice(0, at), weights: weights.slice(0, at) };
}

export function scale(vector: SparseVector, factor: number): SparseVector {
  if (factor === 1) return vector;
  const weights = new Float64Array(vector.weights);
  for (let at = 0; at < weights.length; at++) weights[at]! *= factor;
  return { terms: vector.terms, weights };
}

/** Of length one, so that the dot product of two is their cosine; nothing stays nothing. */
export function toUnit(vector: SparseVector): SparseVector {
  const length = Math.sqrt(dot(vector, vector));
  return length === 0 ? vector : scale(vector, 1 / length);
}

/** Each vector times its factor, added up. */
export function sumOf(vectors: readonly SparseVector[], factors?: readonly number[]): SparseVector {
  const sum = new Map<number, number>();
  vectors.forEach(({ terms, weights }, index) => {
    const factor = factors?.[index] ?? 1;
    for (let at = 0; at < terms.length; at++) sum.set(terms[at]!, (sum.get(terms[at]!) ?? 0) + weights[at]! * factor);
  });
  return toVector(sum);
}

/** Places of the `most` heaviest terms, the heaviest first. */
export function heaviest({ terms, weights }: SparseVector, most: number): number[] {
  return Array.from(terms.keys())
    .sort((a, b) => weights[b]! - weights[a]! || a - b)
    .slice(0, most);
}

/** Only the `most` heaviest terms. */
export function toHeaviest(vector: SparseVector, most: number): SparseVector {
  if (vector.terms.length <= most) return vector;
  const places = Int32Array.from(heaviest(vector, most)).sort();
  return {
    terms: Int32Array.from(places, (place) => vector.terms[place]!),
    weights: Float64Array.from(places, (place) => vector.weights[place]!),
  };
}

const TEXTS_PER_STEP = 128;

export interface WeighedText {
  words: readonly string[];
  /** How many texts it stands for. */
  count: number;
}

/** Texts as vectors, in which a word weighs more the fewer texts hold it. No list of stop words: common words weigh next to nothing. */
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
