/** What visitors asked: how each conversation began, and what the agent did not understand. */
import type { Snapshot } from './build-tables.js';
import type { ConversationState } from './conversation-state.js';
import type { ListRequest, Question } from './engine.js';
import { compareCodePoints } from './groups.js';
import { contributing } from './list-conversations.js';

export const CONVERSATIONS = { fact: 'conversations', at: 'startedAt', where: [], known: [], ignore: [] } as const;

export function listQuestions(snapshot: Snapshot, request: Pick<ListRequest, 'span' | 'filters'>): Question[] {
  return contributing(snapshot, { ...request, leaf: CONVERSATIONS })
    .sort((a, b) => compareCodePoints(a.record.id, b.record.id))
    .flatMap(questionsOf);
}

/** The first question, and every other question that the agent answered with a missed message. */
export function questionsOf({ record, messages, firstQuestion, outcome }: ConversationState): Question[] {
  const base = { conversationId: record.id, unresolved: outcome === 'unresolved' };
  const missed = missedQuestions(messages ?? []);
  const first = firstQuestion === null || firstQuestion.trim() === '' ? [] : [{ ...base, text: firstQuestion, missed: missed.includes(firstQuestion) }];
  return [...first, ...missed.filter((text) => text !== firstQuestion).map((text) => ({ ...base, text, missed: true }))];
}

function missedQuestions(messages: NonNullable<ConversationState['messages']>): string[] {
  const asked: string[] = [];
  let last: string | undefined;
  for (const { from, raw } of messages) {
    if (from === 'visitor') last = raw.text;
    else if (from === 'agent' && raw.missed && last !== undefined && last.trim() !== '') asked.push(last);
  }
  return asked;
}
