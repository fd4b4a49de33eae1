/** Articles in pieces about as long as an answer: a long article covers several topics, each in a piece of its own. */
import type { Article } from '../facts/articles.js';
import { compareCodePoints } from '../engine/groups.js';
import { toWordKey, toWords } from './words.js';

const WORDS_PER_PASSAGE = 120;
/** Sentences of a very large knowledge base are read several at once, so that the work stays in proportion. */
const MOST_SENTENCES = 5000;
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
  const atOnce = Math.ceil(sentences / MOST_SENTENCES);
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
