/** The different texts among the questions: what differs in case, spaces and punctuation alone counts as asked again. */
import { compareCodePoints } from '../engine/groups.js';
import type { Question } from '../engine/engine.js';
import { countWords } from './count-words.js';
import { isSmallTalk } from './small-talk.js';
import { mapInSteps, sortInSteps, type Steps } from './steps.js';
import { toWordKey, toWords } from './words.js';

const TEXTS_PER_STEP = 64;

export interface AskedText {
  /** Folded words, by which texts are told apart and put in order. */
  key: string;
  words: string[];
  /** The spelling asked most often. */
  text: string;
  asked: Question[];
}

/** In the order of their keys, whatever the order of the questions; without small talk. */
export function* toAskedTexts(questions: readonly Question[]): Steps<AskedText[]> {
  const byKey = new Map<string, Question[]>();
  for (const [index, question] of questions.entries()) {
    const key = toWordKey(question.text);
    const same = byKey.get(key);
    if (same) same.push(question);
    else byKey.set(key, [question]);
    if (index % TEXTS_PER_STEP === 0) yield;
  }
  const texts = yield* mapInSteps([...byKey], TEXTS_PER_STEP, ([key, asked]) => ({ key, words: toWords(asked[0]!.text), text: commonSpelling(asked), asked }));
  const counts = yield* countWords(texts);
  yield;
  const asking = yield* mapInSteps(texts, TEXTS_PER_STEP, (text) => (isSmallTalk(text.words, (word) => counts.get(word) ?? 0, questions.length) ? [] : [text]));
  return yield* sortInSteps(asking.flat(), TEXTS_PER_STEP, (a, b) => compareCodePoints(a.key, b.key));
}

function commonSpelling(asked: readonly Question[]): string {
  const counts = new Map<string, number>();
  for (const { text } of asked) counts.set(text.trim(), (counts.get(text.trim()) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compareCodePoints(a[0], b[0]))[0]![0];
}
