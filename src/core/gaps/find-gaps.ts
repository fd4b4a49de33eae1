/**
 * What is asked often and written nowhere. Questions that an article covers are put aside, the rest is grouped by likeness, and groups
 * that no article covers are listed, the most asked and least covered first. Neither a language model nor a network is involved: words,
 * and how rare they are, decide.
 */
import { compareCodePoints } from '../answer/groups.js';
import type { Question } from '../answer/engine.js';
import type { Article } from '../facts/articles.js';
import type { GapsQuery, KnowledgeGap, KnowledgeGaps } from '../query.js';
import { type AskedText, countWords, toAskedTexts, toAskings } from './asked-texts.js';
import { Coverage, type Nearest, toPassages } from './coverage.js';
import { tellApart, toGapId } from './gap-id.js';
import { groupTexts } from './cluster.js';
import { type Steps, mapInSteps, runToEnd, sortInSteps } from '../steps.js';
import { toTextSpace } from './text-space.js';
import { type SparseVector, dot, sumOf, toUnit } from './vectors.js';

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

const EXAMPLES = 5;

/** An asked text, and its vector with words lent by its neighbours. */
export interface PlacedText {
  text: AskedText;
  vector: SparseVector;
}

/** The middle of a group: what its questions have in common. */
export function toMiddle(group: readonly PlacedText[]): SparseVector {
  return toUnit(
    sumOf(
      group.map(({ vector }) => vector),
      group.map(({ text }) => text.asked.length),
    ),
  );
}

/**
 * `overall` counts the words of all questions. The topic is the question nearest the middle of the group; examples follow in that order.
 * `undefined`: none of the group's questions is looked at.
 */
export function* describeGap(
  group: readonly PlacedText[],
  middle: SparseVector,
  nearest: Nearest | undefined,
  overall: ReadonlyMap<string, number>,
  only: Considered,
): Steps<KnowledgeGap | undefined> {
  const texts = yield* mapInSteps(group, TEXTS_PER_STEP, ({ text: { text, key, asked }, vector }) => ({
    text,
    key,
    asked: asked.filter((question) => isConsidered(question, only)),
    likeness: dot(middle, vector),
  }));
  const central = yield* sortInSteps(
    texts.filter(({ asked }) => asked.length > 0),
    TEXTS_PER_STEP,
    (a, b) => b.likeness - a.likeness || compareCodePoints(a.key, b.key),
  );
  if (central.length === 0) return undefined;
  const asked = central.flatMap((one) => one.asked);
  const unresolved = new Map<string, boolean>();
  for (const question of asked)
    unresolved.set(question.conversationId, question.unresolved || (unresolved.get(question.conversationId) ?? false));
  return {
    id: yield* toGapId(
      group.map(({ text }) => text),
      overall,
    ),
    topic: central[0]!.text,
    questions: central.slice(0, EXAMPLES).map(({ text }) => text),
    count: asked.length,
    unresolvedRate: [...unresolved.values()].filter(Boolean).length / unresolved.size,
    coverage: nearest?.score ?? 0,
    ...(nearest && { nearest: { id: nearest.article.id, title: nearest.article.title, score: nearest.score } }),
    conversationIds: yield* sortInSteps([...unresolved.keys()], TEXTS_PER_STEP, compareCodePoints),
  };
}

export type Considered = NonNullable<GapsQuery['only']>;

/** Which questions count. Groups are always made of all, so that a narrower look shows the same gaps under the same ids. */
export function isConsidered({ unresolved, missed }: Question, only: Considered): boolean {
  return only === 'all' || unresolved || missed;
}
