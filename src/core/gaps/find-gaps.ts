/**
 * What is asked often and written nowhere. Questions that an article covers are put aside, the rest is grouped by likeness, and groups
 * that no article covers are listed, the most asked and least covered first. Neither a language model nor a network is involved: words,
 * and how rare they are, decide.
 */
import { compareCodePoints } from '../engine/groups.js';
import type { Question } from '../engine/engine.js';
import type { Article } from '../facts.js';
import type { KnowledgeGap } from '../query.js';
import { toAskedTexts } from './asked-texts.js';
import { countWords } from './count-words.js';
import { Coverage, type Nearest } from './coverage.js';
import { describeGap, toMiddle } from './describe-gap.js';
import { tellApart } from './gap-id.js';
import { groupTexts } from './group-texts.js';
import { toPassages } from './passages.js';
import { toTextSpace } from './text-space.js';

/** From this coverage on, an article answers the question. Measured on questions whose articles had been taken away. */
const COVERED = 0.85;

export function findKnowledgeGaps(questions: readonly Question[], articles: readonly Article[], limit: number): KnowledgeGap[] {
  const texts = toAskedTexts(questions);
  const passages = toPassages(articles);
  const space = toTextSpace(texts, passages);
  const overall = countWords(texts);
  const coverage = new Coverage(passages, space.passages);
  const open = texts.flatMap((text, index) => (isOpen(coverage.nearest(space.texts[index]!)) ? [{ text, vector: space.texts[index]! }] : []));
  const groups = groupTexts(open.map(({ vector }) => vector), open.map(({ text }) => text.asked.length)).map((members) => members.map((member) => open[member]!));
  const gaps = groups
    .map((group) => ({ group, nearest: coverage.nearest(toMiddle(group)) }))
    .filter(({ nearest }) => isOpen(nearest))
    .map(({ group, nearest }) => describeGap(group, nearest, overall))
    .sort((a, b) => weight(b) - weight(a) || compareCodePoints(a.topic, b.topic));
  return tellApart(gaps).slice(0, limit);
}

function isOpen(nearest: Nearest | undefined): boolean {
  return (nearest?.score ?? 0) < COVERED;
}

function weight({ count, coverage }: KnowledgeGap): number {
  return count * (1 - coverage);
}
