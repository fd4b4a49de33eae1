/** Questions and sentences of articles as vectors of one space, where what is alike can be measured. */
import { compareCodePoints } from '../answer/groups.js';
import type { AskedText } from './asked-texts.js';
import { blendVectors } from './neighbours.js';
import type { Passage } from './coverage.js';
import { type SparseVector, sumOf, toHeaviest, toUnit, weighWords } from './vectors.js';
import { mapInSteps, type Steps } from '../steps.js';

const PASSAGE_WORDS = 200;

export interface TextSpace {
  /** Of each asked text, with words lent by its neighbours. */
  texts: SparseVector[];
  passages: SparseVector[];
}

export function* toTextSpace(texts: readonly AskedText[], passages: readonly Passage[]): Steps<TextSpace> {
  const sentences = passages.flatMap((passage) => passage.sentences);
  const all = [
    ...texts.map(({ key, words, asked }) => ({ key, words, count: asked.length })),
    ...sentences.map(({ key, words }) => ({ key, words, count: 1 })),
  ];
  // The search for neighbours looks close by in the order of the texts.
  const order = all.map((_, index) => index).sort((a, b) => compareCodePoints(all[a]!.key, all[b]!.key) || a - b);
  const blended = inPlace(yield* blendVectors(yield* weighWords(order.map((index) => all[index]!))), order);
  let next = texts.length;
  return {
    texts: blended.slice(0, texts.length),
    passages: yield* mapInSteps(passages, 16, (passage) =>
      toUnit(toHeaviest(sumOf(blended.slice(next, (next += passage.sentences.length))), PASSAGE_WORDS)),
    ),
  };
}

function inPlace(vectors: readonly SparseVector[], order: readonly number[]): SparseVector[] {
  const placed: SparseVector[] = [];
  order.forEach((index, at) => (placed[index] = vectors[at]!));
  return placed;
}
