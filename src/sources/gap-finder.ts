/** Finds knowledge gaps in slices, and keeps the last answers: asking again costs nothing while questions and articles are the same. */
import type { Question } from '../core/engine/engine.js';
import type { Article } from '../core/facts.js';
import type { Considered } from '../core/gaps/considered.js';
import { findGapsInSteps, type FindGaps } from '../core/gaps/find-gaps.js';
import type { KnowledgeGap } from '../core/query.js';
import { runInSlices, type SliceOptions } from './run-in-slices.js';

/** All questions, and the unresolved or missed ones. */
const KEPT = 2;

interface Found {
  questions: readonly Question[];
  articles: readonly Article[];
  limit: number;
  only: Considered | undefined;
  gaps: KnowledgeGap[];
}

export class GapFinder {
  #found: Found[] = [];

  /** Answers until the signal aborts. */
  for(options: SliceOptions): FindGaps {
    return async (questions, articles, limit, only) => {
      const known = this.#found.find((one) => one.limit === limit && one.only === only && isSameList(one.questions, questions) && isSameList(one.articles, articles));
      if (known) return known.gaps;
      const gaps = await runInSlices(findGapsInSteps(questions, articles, limit, only), options);
      this.#found = [{ questions, articles, limit, only, gaps }, ...this.#found].slice(0, KEPT);
      return gaps;
    };
  }
}

/** Records of equal fields in the same order; a file that is read again gives such. */
function isSameList<T extends Question | Article>(one: readonly T[], other: readonly T[]): boolean {
  return one === other || (one.length === other.length && one.every((record, index) => isSameRecord(record, other[index]!)));
}

function isSameRecord<T extends Question | Article>(one: T, other: T): boolean {
  if (one === other) return true;
  const names = Object.keys(one) as (keyof T)[];
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
