/** The first messages of visitors in a range, those of courtesy alone included. */
import type { AnswerContext } from '../engine/answer-query.js';
import type { Question } from '../engine/engine.js';
import { CONVERSATIONS } from '../engine/asked-questions.js';
import type { GapsQuery } from '../query.js';
import { QueryError } from '../query-error.js';
import { toInstants } from '../time/range.js';

type Asked = Pick<GapsQuery, 'from' | 'to' | 'timeZone' | 'filters'>;

/** Throws a `QueryError` where they are more than `mostQuestions`. */
export async function rangeQuestions(
  query: Asked,
  now: number,
  { engine, mostQuestions = Infinity }: Pick<AnswerContext, 'engine' | 'mostQuestions'>,
): Promise<Question[]> {
  const { start, end } = toInstants(query, query.timeZone);
  const selection = { span: { start, end: Math.min(end, now + 1) }, filters: query.filters ?? {}, now };
  // Counted first: reading them costs more than any answer may.
  if (mostQuestions < Infinity)
    atMost(
      query,
      (await engine.cells({ ...selection, leaves: [{ op: 'count', ...CONVERSATIONS }] }))[0]?.total ?? 0,
      'conversations',
      mostQuestions,
    );
  const questions = await engine.questions(selection);
  atMost(query, questions.length, 'questions', mostQuestions);
  return questions;
}

function atMost({ from, to }: Asked, found: number, what: string, most: number): void {
  if (found > most)
    throw new QueryError(
      'from',
      `The range ${from}/${to} holds ${found} ${what}; questions are grouped up to ${most}. Use a shorter range or a filter.`,
    );
}
