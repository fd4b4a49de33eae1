/** Answers a `GapsQuery`: takes the range's questions from the engine and holds them against the articles. */
import type { Article } from '../facts/articles.js';
import type { AnswerContext } from '../answer/query.js';
import { checkScope } from '../answer/limits.js';
import type { FrequentQuestions, GapsQuery, KnowledgeGaps, QuestionsQuery } from '../query.js';
import { QueryError } from '../query-error.js';
import { type FindGaps, findKnowledgeGaps } from './find-gaps.js';
import { type FindQuestions, findQuestionsInSteps } from './find-questions.js';
import { runToEnd } from '../steps.js';
import type { Question } from '../answer/engine.js';
import { CONVERSATIONS } from '../answer/asked-questions.js';
import { toInstants } from '../time/range.js';

const DEFAULT_GAPS = 10;
const MAX_GAPS = 100;

/** `find` decides whether finding holds the thread; the default does. */
export async function answerKnowledgeGaps(
  query: GapsQuery,
  { engine, clock, maxQuestions = Infinity }: Pick<AnswerContext, 'engine' | 'clock' | 'maxQuestions'>,
  articles: readonly Article[],
  find: FindGaps = findKnowledgeGaps,
): Promise<KnowledgeGaps> {
  const now = checkScope(query, await engine.facts(), clock);
  const limit = query.limit ?? DEFAULT_GAPS;
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= MAX_GAPS))
    throw new QueryError('limit', `limit is ${limit}. Use a whole number from 1 to ${MAX_GAPS}.`);
  const questions = await rangeQuestions(query, now, { engine, maxQuestions });
  const only = query.only ?? 'all';
  const { gaps, considered } = await find(questions, articles, MAX_GAPS, only);
  return { gaps: gaps.slice(0, limit), considered };
}

const DEFAULT_QUESTIONS = 20;
const MAX_QUESTIONS = 200;

const findAtOnce: FindQuestions = (questions, limit) => runToEnd(findQuestionsInSteps(questions, limit));

/** `find` decides whether finding holds the thread; the default does. */
export async function answerQuestions(
  query: QuestionsQuery,
  { engine, clock, maxQuestions = Infinity }: Pick<AnswerContext, 'engine' | 'clock' | 'maxQuestions'>,
  find: FindQuestions = findAtOnce,
): Promise<FrequentQuestions> {
  const now = checkScope(query, await engine.facts(), clock);
  const limit = query.limit ?? DEFAULT_QUESTIONS;
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= MAX_QUESTIONS))
    throw new QueryError('limit', `limit is ${limit}. Use a whole number from 1 to ${MAX_QUESTIONS}.`);
  const { questions, considered } = await find(
    await rangeQuestions(query, now, { engine, maxQuestions }),
    MAX_QUESTIONS,
  );
  return { questions: questions.slice(0, limit), considered };
}

type Asked = Pick<GapsQuery, 'from' | 'to' | 'timeZone' | 'filters'>;

/** Throws a `QueryError` where they are more than `maxQuestions`. */
export async function rangeQuestions(
  query: Asked,
  now: number,
  { engine, maxQuestions = Infinity }: Pick<AnswerContext, 'engine' | 'maxQuestions'>,
): Promise<Question[]> {
  const { start, end } = toInstants(query, query.timeZone);
  const selection = { span: { start, end: Math.min(end, now + 1) }, filters: query.filters ?? {}, now };
  // Counted first: reading them costs more than any answer may.
  if (maxQuestions < Infinity)
    atMost(
      query,
      (await engine.cells({ ...selection, leaves: [{ op: 'count', ...CONVERSATIONS }] }))[0]?.total ?? 0,
      'conversations',
      maxQuestions,
    );
  const questions = await engine.questions(selection);
  atMost(query, questions.length, 'questions', maxQuestions);
  return questions;
}

/** The first messages of visitors in a range, those of courtesy alone included. */
function atMost({ from, to }: Asked, found: number, what: string, most: number): void {
  if (found > most)
    throw new QueryError(
      'from',
      `The range ${from}/${to} holds ${found} ${what}; questions are grouped up to ${most}. Use a shorter range or a filter.`,
    );
}
