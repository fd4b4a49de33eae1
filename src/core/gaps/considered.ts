/** Which questions count. Groups are always made of all, so that a narrower look shows the same gaps under the same ids. */
import type { Question } from '../engine/engine.js';
import type { GapsQuery } from '../query.js';
import { asksSomething } from './to-ask.js';

export type Considered = NonNullable<GapsQuery['only']>;

export function isConsidered({ unresolved, missed }: Question, only: Considered): boolean {
  return only === 'all' || unresolved || missed;
}

/** Greetings, thanks and other courtesy are no questions. */
export function withoutCourtesy(questions: readonly Question[]): Question[] {
  return questions.filter(({ text }) => asksSomething(text));
}
