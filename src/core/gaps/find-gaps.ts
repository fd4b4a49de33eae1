/**
 * What is asked often and written nowhere. Questions that an article covers are put aside, the rest is grouped by likeness, and groups
 * that no article covers are listed, the most asked and least covered first. Neither a language model nor a network is involved: words,
 * and how rare they are, decide.
 */
import { compareCodePoints } from '../engine/groups.js';
import type { Question } from '../engine/engine.js';
import type { Article } from '../facts/articles.js';
import type { KnowledgeGap, KnowledgeGaps } from '../query.js';
import { toAskedTexts, toAskings } from './asked-texts.js';
import { isConsidered, type Considered } from './considered.js';
import { countWords } from './count-words.js';
import { Coverage, type Nearest } from './coverage.js';
import { describeGap, toMiddle } from './describe-gap.js';
import { tellApart } from './gap-id.js';
import { groupTexts } from './group-texts.js';
import { toPassages } from './passages.js';
import { mapInSteps, runToEnd, type Steps } from './steps.js';
import { toTextSpace } from './text-space.js';

/** From this coverage on, an article answers the question. Measured on questions whose articles had been taken away. */
const COVERED = 0.85;
const TEXTS_PER_STEP = 64;

/** How an answer comes by its gaps: at once, or with pauses. */
export type FindGaps = (
  questions: readonly Question[],
  articles: readonly Article[],
  limit: number,
  only?: Considered,
) => KnowledgeGaps | Promise<KnowledgeGaps>;

export function findKnowledgeGaps(
  questions: readonly Question[],
  articles: readonly Article[],
  limit: number,
  only?: Considered,
): KnowledgeGaps {
  return runToEnd(findGapsInSteps(questions, articles, limit, only));
}

/** The same with places to pause, for whoever must not hold its thread. */
export function* findGapsInSteps(
  questions: readonly Question[],
  articles: readonly Article[],
  limit: number,
  only: Considered = 'all',
): Steps<KnowledgeGaps> {
  const askings = yield* toAskings(questions);
  const texts = yield* toAskedTexts(askings);
  const passages = toPassages(articles);
  yield;
  const space = yield* toTextSpace(texts, passages);
  const overall = yield* countWords(texts);
  yield;
  const coverage = new Coverage(passages, space.passages);
  const covered = yield* mapInSteps(space.texts, TEXTS_PER_STEP, (vector) => !isOpen(coverage.nearest(vector)));
  const open = texts.flatMap((text, index) => (covered[index] ? [] : [{ text, vector: space.texts[index]! }]));
  const groups = yield* groupTexts(
    open.map(({ vector }) => vector),
    open.map(({ text }) => text.asked.length),
  );
  const gaps: KnowledgeGap[] = [];
  for (const members of groups) {
    yield;
    const group = members.map((member) => open[member]!);
    const middle = toMiddle(group);
    const nearest = coverage.nearest(middle);
    const gap = isOpen(nearest) ? yield* describeGap(group, middle, nearest, overall, only) : undefined;
    if (gap) gaps.push(gap);
  }
  const ordered = gaps.sort((a, b) => weight(b) - weight(a) || compareCodePoints(a.topic, b.topic));
  return {
    gaps: tellApart(ordered).slice(0, limit),
    considered: askings.filter(({ question }) => isConsidered(question, only)).length,
  };
}

function isOpen(nearest: Nearest | undefined): boolean {
  return (nearest?.score ?? 0) < COVERED;
}

function weight({ count, coverage }: KnowledgeGap): number {
  return count * (1 - coverage);
}
