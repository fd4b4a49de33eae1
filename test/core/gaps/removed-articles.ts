/** Takes articles away and sees whether the gaps name them. */
import { findKnowledgeGaps } from '../../../src/core/gaps/find-gaps.js';
import type { Article } from '../../../src/core/facts/articles.js';
import type { Question } from '../../../src/core/answer/engine.js';
import type { KnowledgeGap } from '../../../src/core/query.js';
import { INTENTS, type Intent } from '../../fixtures/banking77/intents.js';

export const toArticle = ({ name, article }: Intent): Article => ({
  id: name,
  title: name.replaceAll('_', ' '),
  body: article.join('\n'),
});

/** The conversation's id says which intent its question has. */
export const QUESTIONS: Question[] = INTENTS.flatMap(({ name, questions }) =>
  questions.map((text, index) => ({
    conversationId: `${name}/${index}`,
    text,
    unresolved: index % 4 === 0,
    missed: false,
    resolved: index % 4 !== 0,
    takenOver: false,
    tag: null,
  })),
);

/** Ten intents, other ones for each draw. */
export function drawRemoved(draw: number): Set<string> {
  let state = draw;
  const keyed = INTENTS.map(({ name }) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return { name, key: state };
  });
  return new Set(
    keyed
      .sort((a, b) => a.key - b.key)
      .slice(0, 10)
      .map(({ name }) => name),
  );
}

export function gapsWithout(removed: ReadonlySet<string>, limit = 10): KnowledgeGap[] {
  return findKnowledgeGaps(QUESTIONS, INTENTS.filter(({ name }) => !removed.has(name)).map(toArticle), limit).gaps;
}

/** The intent that most of the gap's questions have. */
export function majorityIntent({ conversationIds }: KnowledgeGap): string {
  const counts = new Map<string, number>();
  for (const id of conversationIds) {
    const intent = id.split('/')[0]!;
    counts.set(intent, (counts.get(intent) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
}

export const countRemoved = (gaps: readonly KnowledgeGap[], removed: ReadonlySet<string>) =>
  gaps.filter((gap) => removed.has(majorityIntent(gap))).length;
