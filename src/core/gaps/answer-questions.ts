/** Answers a `QuestionsQuery`: what visitors ask most in a range. */
import type { AnswerContext } from '../engine/answer-query.js';
import { checkScope } from '../engine/query-limits.js';
import type { FrequentQuestions, QuestionsQuery } from '../query.js';
import { QueryError } from '../query-error.js';
import { findQuestionsInSteps, type FindQuestions } from './find-questions.js';
import { rangeQuestions } from './range-questions.js';
import { runToEnd } from './steps.js';

const DEFAULT_LIMIT = 20;
const MOST = 200;

const findAtOnce: FindQuestions = (questions, limit) => runToEnd(findQuestionsInSteps(questions, limit));

/** `find` decides whether finding holds the thread; the default does. */
export async function answerQuestions(
  query: QuestionsQuery,
  { engine, clock, mostQuestions = Infinity }: Pick<AnswerContext, 'engine' | 'clock' | 'mostQuestions'>,
  find: FindQuestions = findAtOnce,
): Promise<FrequentQuestions> {
  const now = checkScope(query, await engine.facts(), clock);
  const limit = query.limit ?? DEFAULT_LIMIT;
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= MOST))
    throw new QueryError('limit', `limit is ${limit}. Use a whole number from 1 to ${MOST}.`);
  const { questions, considered } = await find(await rangeQuestions(query, now, { engine, mostQuestions }), MOST);
  return { questions: questions.slice(0, limit), considered };
}
