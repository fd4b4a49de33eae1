/** Answers a `GapsQuery`: takes the range's questions from the engine and holds them against the articles. */
import type { Article } from '../facts/articles.js';
import type { AnswerContext } from '../engine/answer-query.js';
import { checkScope } from '../engine/query-limits.js';
import type { GapsQuery, KnowledgeGaps } from '../query.js';
import { QueryError } from '../query-error.js';
import { findKnowledgeGaps, type FindGaps } from './find-gaps.js';
import { rangeQuestions } from './range-questions.js';

const DEFAULT_LIMIT = 10;
const MOST = 100;

/** `find` decides whether finding holds the thread; the default does. */
export async function answerKnowledgeGaps(
  query: GapsQuery,
  { engine, clock, mostQuestions = Infinity }: Pick<AnswerContext, 'engine' | 'clock' | 'mostQuestions'>,
  articles: readonly Article[],
  find: FindGaps = findKnowledgeGaps,
): Promise<KnowledgeGaps> {
  const now = checkScope(query, await engine.facts(), clock);
  const limit = query.limit ?? DEFAULT_LIMIT;
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= MOST))
    throw new QueryError('limit', `limit is ${limit}. Use a whole number from 1 to ${MOST}.`);
  const questions = await rangeQuestions(query, now, { engine, mostQuestions });
  const only = query.only ?? 'all';
  const { gaps, considered } = await find(questions, articles, MOST, only);
  return { gaps: gaps.slice(0, limit), considered };
}
