/** What visitors asked: how each conversation began, and what the agent did not understand. */
import { toOutcome, type ConversationStatus } from '../status/conversation-status.js';
import type { ConversationState } from '../tables/conversation-state.js';
import type { Question } from './engine.js';
import type { TimedMessage } from '../tables/conversation-record.js';

export const CONVERSATIONS = { fact: 'conversations', at: 'startedAt', where: [], known: [], ignore: [] } as const;

/** The first question, and every other question that the agent answered with a missed message. */
export function questionsOf({ record, messages, firstQuestion, verdict, takenOver }: ConversationState): Question[] {
  return toQuestions(
    { conversationId: record.id, status: verdict.status, takenOver, tag: record.raw.tag ?? null },
    firstQuestion,
    missedReplies(messages ?? []).map(({ text }) => text),
  );
}

export interface Asked {
  conversationId: string;
  status: ConversationStatus;
  takenOver: boolean;
  tag: string | null;
}

export function toQuestions(
  { conversationId, status, takenOver, tag }: Asked,
  firstQuestion: string | null,
  missed: readonly string[],
): Question[] {
  const of = {
    conversationId,
    unresolved: toOutcome(status) === 'unresolved',
    resolved: status === 'resolved',
    takenOver,
    tag: tag || null,
  };
  const first =
    firstQuestion === null || firstQuestion.trim() === ''
      ? []
      : [{ ...of, text: firstQuestion, missed: missed.includes(firstQuestion) }];
  return [...first, ...missed.filter((text) => text !== firstQuestion).map((text) => ({ ...of, text, missed: true }))];
}

/** What was asked before each missed reply, and when the reply came. */
export function missedReplies(messages: readonly TimedMessage[]): { at: number; text: string }[] {
  const replies: { at: number; text: string }[] = [];
  let last: string | undefined;
  for (const { at, from, raw } of messages) {
    if (from === 'visitor') last = raw.text;
    else if (from === 'agent' && raw.missed && last !== undefined && last.trim() !== '')
      replies.push({ at, text: last });
  }
  return replies;
}
