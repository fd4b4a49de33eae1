/** How well the knowledge base covers what was asked, from the cosine between a text, or the middle of a group, and the nearest passage. */
import type { Article } from '../facts/articles.js';
import type { Passage } from './passages.js';
import type { SparseVector } from './sparse-vector.js';
import { runToEnd } from './steps.js';
import { listHolders, NO_HOLDERS, type Holders } from './term-holders.js';

/** Cosine that questions with an article of their own commonly reach; it counts as coverage 1. */
const FULL = 0.65;

export interface Nearest {
  article: Article;
  /** 0–1 */
  score: number;
}

export class Coverage {
  readonly #passages: readonly Passage[];
  readonly #holders: readonly Holders[];
  readonly #scores: Float64Array;

  /** `vectors` of length one, of each passage. */
  constructor(passages: readonly Passage[], vectors: readonly SparseVector[]) {
    this.#passages = passages;
    this.#holders = runToEnd(listHolders(vectors));
    this.#scores = new Float64Array(passages.length);
  }

  /** The nearest article of a vector of length one; `undefined` where no article shares a word. */
  nearest({ terms, weights }: SparseVector): Nearest | undefined {
    const scores = this.#scores.fill(0);
    terms.forEach((term, at) => {
      const { texts, weights: held } = this.#holders[term] ?? NO_HOLDERS;
      const weight = weights[at]!;
      for (let place = 0; place < texts.length; place++) scores[texts[place]!]! += weight * held[place]!;
    });
    let best = 0;
    scores.forEach((score, passage) => {
      if (score > scores[best]!) best = passage;
    });
    return scores[best]
      ? { article: this.#passages[best]!.article, score: Math.min(1, scores[best]! / FULL) }
      : undefined;
  }
}
