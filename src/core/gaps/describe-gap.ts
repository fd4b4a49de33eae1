/** A group of alike texts as a reader sees it. */
import { compareCodePoints } from '../engine/groups.js';
import type { KnowledgeGap } from '../query.js';
import type { AskedText } from './asked-texts.js';
import { isConsidered, type Considered } from './considered.js';
import type { Nearest } from './coverage.js';
import { toGapId } from './gap-id.js';
import { dot, sumOf, toUnit, type SparseVector } from './sparse-vector.js';
import { mapInSteps, sortInSteps, type Steps } from './steps.js';

const EXAMPLES = 5;
const TEXTS_PER_STEP = 64;

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
