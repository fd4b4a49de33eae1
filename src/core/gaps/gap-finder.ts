/** Finds knowledge gaps and frequent questions, and keeps the last answers: asking again costs nothing while questions and articles are the same. */
import type { Question } from '../answer/engine.js';
import type { Article } from '../facts/articles.js';
import { findGapsInSteps, type FindGaps } from './find-gaps.js';
import { findQuestionsInSteps, type FindQuestions } from './find-questions.js';
import type { Steps } from '../steps.js';

/** All questions, and the unresolved or missed ones; and what is asked most. */
const CACHED_ANSWERS = 3;

interface Found {
  kind: string;
  questions: readonly Question[];
  articles: readonly Article[];
  answer: unknown;
}

/** Runs steps to their end, in slices if it likes; it may reject. */
export type RunSteps = <T>(steps: Steps<T>) => Promise<T>;

export class GapFinder {
  #found: Found[] = [];

  for(run: RunSteps): FindGaps {
    return (questions, articles, limit, only) =>
      this.#answer(
        JSON.stringify(['gaps', limit, only]),
        questions,
        articles,
        () => findGapsInSteps(questions, articles, limit, only),
        run,
      );
  }

  /** As `for`, of what is asked most. */
  forQuestions(run: RunSteps): FindQuestions {
    return (questions, limit) =>
      this.#answer(
        JSON.stringify(['questions', limit]),
        questions,
        [],
        () => findQuestionsInSteps(questions, limit),
        run,
      );
  }

  async #answer<A>(
    kind: string,
    questions: readonly Question[],
    articles: readonly Article[],
    find: () => Steps<A>,
    run: RunSteps,
  ): Promise<A> {
    const known = this.#found.find(
      (one) => one.kind === kind && isSameList(one.questions, questions) && isSameList(one.articles, articles),
    );
    if (known) return known.answer as A;
    const answer = await run(find());
    this.#found = [{ kind, questions, articles, answer }, ...this.#found].slice(0, CACHED_ANSWERS);
    return answer;
  }
}

/** Records of equal fields in the same order; a file that is read again gives such. */
function isSameList<T extends Question | Article>(one: readonly T[], other: readonly T[]): boolean {
  return (
    one === other || (one.length === other.length && one.every((record, index) => isSameRecord(record, other[index]!)))
  );
}

function isSameRecord<T extends Question | Article>(one: T, other: T): boolean {
  if (one === other) return true;
  const names = Object.keys(one) as (keyof T)[];
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
