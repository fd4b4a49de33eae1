/** Answers a `GapsQuery`: takes the range's questions from the engine and holds them against the articles. */
import type { Article } from '../facts.js';
import type { AnswerContext } from '../engine/answer-query.js';
import { CONVERSATIONS } from '../engine/list-questions.js';
import { checkScope } from '../engine/query-limits.js';
import type { GapsQuery, KnowledgeGaps } from '../query.js';
import { QueryError } from '../query-error.js';
import { toInstants } from '../time/range.js';
import { isConsidered } from './considered.js';
import { findKnowledgeGaps, type FindGaps } from './find-gaps.js';

const DEFAULT_LIMIT = 10;
const MOST = 100;

/** `find` decides whether finding holds the thread; the default does. */
export async function answerKnowledgeGaps(
  query: GapsQuery, { engine, clock, mostQuestions = Infinity }: Pick<AnswerContext, 'engine' | 'clock' | 'mostQuestions'>, articles: readonly Article[], find: FindGaps = findKnowledgeGaps,
): Promise<KnowledgeGaps> {
  const now = checkScope(query, await engine.facts(), clock);
  const limit = query.limit ?? DEFAULT_LIMIT;
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= MOST)) throw new QueryError('limit', `limit is ${limit}. Use a whole number from 1 to ${MOST}.`);
  const { start, end } = toInstants(query, query.timeZone);
  const selection = { span: { start, end: Math.min(end, now + 1) }, filters: query.filters ?? {}, now };
  // Counted first: reading them costs more than any answer may.
  if (mostQuestions < Infinity) atMost(query, (await engine.cells({ ...selection, leaves: [{ op: 'count', ...CONVERSATIONS }] }))[0]?.total ?? 0, 'conversations', mostQuestions);
  const questions = await engine.questions(selection);
  atMost(query, questions.length, 'questions', mostQuestions);
  const only = query.only ?? 'all';
  const gaps = await find(questions, articles, MOST, only);
  return { gaps: gaps.slice(0, limit), considered: questions.filter((question) => isConsidered(question, only)).length };
}

function atMost({ from, to }: GapsQuery, found: number, what: string, most: number): void {
  if (found > most) throw new QueryError('from', `The range ${from}/${to} holds ${found} ${what}; gaps are found among up to ${most}. Use a shorter range or a filter.`);
}
