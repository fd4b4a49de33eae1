import type { AskedText } from './asked-texts.js';

/** In how many questions each word stands. */
export function countWords(texts: readonly AskedText[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words, asked } of texts) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + asked.length);
  return counts;
}
