import type { Steps } from './steps.js';

/** A text in words, and the questions that ask it. */
interface CountedText {
  words: readonly string[];
  asked: readonly unknown[];
}

const TEXTS_PER_STEP = 256;

/** In how many questions each word stands. */
export function* countWords(texts: readonly CountedText[]): Steps<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const [index, { words, asked }] of texts.entries()) {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + asked.length);
    if (index % TEXTS_PER_STEP === TEXTS_PER_STEP - 1) yield;
  }
  return counts;
}
