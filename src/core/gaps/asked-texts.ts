/** The different texts among the questions: what differs in case, spaces, punctuation and courtesy alone counts as asked again. */
import { compareCodePoints } from '../answer/groups.js';
import type { Question } from '../answer/engine.js';
import { isSmallTalk } from './small-talk.js';
import { type Steps, mapInSteps, sortInSteps } from '../steps.js';
import { toAsk } from './to-ask.js';
import { toWordKey, toWords } from './words.js';

const TEXTS_PER_STEP = 64;

export interface AskedText {
  /** Folded words, by which texts are told apart and put in order. */
  key: string;
  words: string[];
  /** The spelling asked most often, without courtesy. */
  text: string;
  asked: Question[];
}

/** One way to ask: a question, and what is left of it without courtesy. */
export interface Asking {
  question: Question;
  ask: string;
}

/** Of all questions but those that are courtesy alone. */
export function* toAskings(questions: readonly Question[]): Steps<Asking[]> {
  const askings = yield* mapInSteps(questions, TEXTS_PER_STEP, (question) => ({ question, ask: toAsk(question.text) }));
  return askings.filter(({ ask }) => /\p{L}/u.test(ask));
}

/** In the order of their keys, whatever the order of the questions; without small talk. */
export function* toAskedTexts(askings: readonly Asking[]): Steps<AskedText[]> {
  const byKey = new Map<string, Asking[]>();
  for (const [index, asking] of askings.entries()) {
    const key = toWordKey(asking.ask);
    const same = byKey.get(key);
    if (same) same.push(asking);
    else byKey.set(key, [asking]);
    if (index % TEXTS_PER_STEP === 0) yield;
  }
  const texts = yield* mapInSteps([...byKey], TEXTS_PER_STEP, ([key, all]) => ({
    key,
    words: toWords(all[0]!.ask),
    text: commonSpelling(all),
    asked: all.map(({ question }) => question),
  }));
  const counts = yield* countWords(texts);
  yield;
  const asking = yield* mapInSteps(texts, TEXTS_PER_STEP, (text) =>
    isSmallTalk(text.words, (word) => counts.get(word) ?? 0, askings.length) ? [] : [text],
  );
  return yield* sortInSteps(asking.flat(), TEXTS_PER_STEP, (a, b) => compareCodePoints(a.key, b.key));
}

function commonSpelling(all: readonly Asking[]): string {
  const counts = new Map<string, number>();
  for (const { ask } of all) counts.set(ask, (counts.get(ask) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compareCodePoints(a[0], b[0]))[0]![0];
}

/** A text in words, and the questions that ask it. */
interface CountedText {
  words: readonly string[];
  asked: readonly unknown[];
}

const WORDS_PER_STEP = 256;

/** In how many questions each word stands. */
export function* countWords(texts: readonly CountedText[]): Steps<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const [index, { words, asked }] of texts.entries()) {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + asked.length);
    if (index % WORDS_PER_STEP === WORDS_PER_STEP - 1) yield;
  }
  return counts;
}
