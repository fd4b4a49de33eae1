/** Which questions count. Groups are always made of all, so that a narrower look shows the same gaps under the same ids. */
import type { Question } from '../engine/engine.js';
import type { GapsQuery } from '../query.js';

export type Considered = NonNullable<GapsQuery['only']>;

export function isConsidered({ unresolved, missed }: Question, only: Considered): boolean {
  return only === 'all' || unresolved || missed;
}
