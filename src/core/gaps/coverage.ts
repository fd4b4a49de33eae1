/** How well the knowledge base covers what was asked, from the cosine between a text, or the middle of a group, and the nearest passage. */
import type { Article } from '../facts/articles.js';
import type { SparseVector } from './vectors.js';
import { runToEnd } from '../steps.js';
import { type Holders, NO_HOLDERS, listHolders } from './neighbours.js';
import { compareCodePoints } from '../answer/groups.js';
import { toWordKey, toWords } from './words.js';

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

const WORDS_PER_PASSAGE = 120;
/** Sentences of a very large knowledge base are read several at once, so that the work stays in proportion. */
const MAX_SENTENCES = 5000;
const SENTENCE_END = /(?<=[.!?])\s+|(?<=[。！？।])|\n+/u;

export interface Sentence {
  key: string;
  words: string[];
}

/** A title and some of the sentences under it. */
export interface Passage {
  article: Article;
  sentences: Sentence[];
}

/** Articles in pieces about as long as an answer: a long article covers several topics, each in a piece of its own. */
export function toPassages(articles: readonly Article[]): Passage[] {
  const read = [...articles]
    .sort((a, b) => compareCodePoints(a.id, b.id))
    .map((article) => ({
      article,
      title: toSentence(article.title),
      body: (article.body ?? '')
        .split(SENTENCE_END)
        .map(toSentence)
        .filter(({ words }) => words.length > 0),
    }));
  const sentences = read.reduce((sum, { body }) => sum + body.length, 0);
  const atOnce = Math.ceil(sentences / MAX_SENTENCES);
  return read.flatMap(({ article, title, body }) =>
    splitBody(joinSentences(body, atOnce)).map((piece) => ({ article, sentences: [title, ...piece] })),
  );
}

function toSentence(text: string): Sentence {
  return { key: toWordKey(text), words: toWords(text) };
}

function joinSentences(sentences: Sentence[], atOnce: number): Sentence[] {
  if (atOnce <= 1) return sentences;
  return Array.from({ length: Math.ceil(sentences.length / atOnce) }, (_, index) => {
    const some = sentences.slice(index * atOnce, (index + 1) * atOnce);
    return { key: some[0]!.key, words: some.flatMap(({ words }) => words) };
  });
}

function splitBody(body: readonly Sentence[]): Sentence[][] {
  const pieces: Sentence[][] = [[]];
  let length = 0;
  for (const sentence of body) {
    if (length > 0 && length + sentence.words.length > WORDS_PER_PASSAGE) {
      pieces.push([]);
      length = 0;
    }
    pieces.at(-1)!.push(sentence);
    length += sentence.words.length;
  }
  return pieces;
}
