import { CONVERSATIONS, questionsOf } from '../../../src/core/engine/asked-questions.js';
import type { ListRequest, Question } from '../../../src/core/engine/engine.js';
import { compareCodePoints } from '../../../src/core/engine/groups.js';
import type { Snapshot } from './build-tables.js';
import { contributing } from './list-conversations.js';

/** What visitors asked, in the order of their conversations' ids. */
export function listQuestions(snapshot: Snapshot, request: Pick<ListRequest, 'span' | 'filters'>): Question[] {
  return contributing(snapshot, { ...request, leaf: CONVERSATIONS })
    .sort((a, b) => compareCodePoints(a.record.id, b.record.id))
    .flatMap(questionsOf);
}
