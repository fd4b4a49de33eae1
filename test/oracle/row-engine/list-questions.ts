import { CONVERSATIONS, questionsOf } from '../../../src/core/answer/asked-questions.js';
import type { ListRequest, Question } from '../../../src/core/answer/engine.js';
import { compareCodePoints } from '../../../src/core/answer/groups.js';
import type { Snapshot } from './build-tables.js';
import { contributing } from './list-conversations.js';

/** What visitors asked, in the order of their conversations' ids. */
export function listQuestions(snapshot: Snapshot, request: Pick<ListRequest, 'span' | 'filters'>): Question[] {
  return contributing(snapshot, { ...request, leaf: CONVERSATIONS })
    .sort((a, b) => compareCodePoints(a.record.id, b.record.id))
    .flatMap(questionsOf);
}
