/** One conversation as it stands at an instant: what exists by then, its status, and the numbers metrics count on it. */
import type { ResolvedSettings } from '../settings.js';
import {
  type Outcome,
  type StatusVerdict,
  explainStatus,
  lastMessage,
  toOutcome,
} from '../status/conversation-status.js';
import type { ConversationRecord, TimedMessage } from './conversation-record.js';
import type { Conversation } from '../facts/conversations.js';
import { type Instant, parseInstant } from '../time/instant.js';

export interface ConversationState {
  record: ConversationRecord;
  /** Messages that exist by now; `undefined`: not known. */
  messages: readonly TimedMessage[] | undefined;
  verdict: StatusVerdict;
  outcome: Outcome;
  visitorMessages: number | null;
  agentMessages: number | null;
  humanMessages: number | null;
  takenOver: boolean;
  abandoned: boolean;
  skills: readonly string[];
  firstQuestion: string | null;
  /** Time of the latest message. */
  updatedAt: number;
  /** All messages, people's included. */
  messageCount: number;
}

/** A reply and the first unanswered visitor message that it answers. */
export interface AnsweredRun {
  at: number;
  askedAt: number;
  from: 'agent' | 'human';
}

export function stateAt(
  record: ConversationRecord,
  now: number,
  settings: Pick<ResolvedSettings, 'inactivityHours'>,
): ConversationState {
  const messages = record.messages?.filter((message) => message.at <= now);
  const inactivityMs = settings.inactivityHours * 3_600_000;
  const verdict = explainStatus({ ...record, messages }, { now, inactivityMs });
  const counted = (from: TimedMessage['from']) =>
    messages ? messages.filter((message) => message.from === from).length : null;
  const humanMessages = counted('human');
  const handedOver =
    record.handoffs.some((handoff) => handoff.at <= now && handoff.accepted !== false) || Boolean(humanMessages);
  return {
    record,
    messages,
    verdict,
    outcome: toOutcome(verdict.status),
    visitorMessages: counted('visitor'),
    agentMessages: counted('agent'),
    humanMessages,
    takenOver:
      Boolean(humanMessages) ||
      record.handoffs.some((handoff) => handoff.at <= now && handoff.by === 'ticket' && handoff.accepted !== false),
    abandoned: !handedOver && leftUnanswered(messages, record.closedAt, now, inactivityMs),
    skills: [
      ...new Set((messages ?? []).filter((message) => message.from === 'agent').flatMap((message) => message.skills)),
    ],
    firstQuestion: messages
      ? (messages.find((message) => message.from === 'visitor')?.raw.text ?? null)
      : (record.raw.firstQuestion ?? null),
    updatedAt:
      lastMessage(messages ?? [])?.at ?? (messages ? record.startedAt : (record.updatedAt ?? record.startedAt)),
    messageCount: messages?.length ?? record.raw.messageCount ?? 0,
  };
}

/** Every run of visitor messages that got a reply. Other visitors' silence ends nothing; who replies ends the run. */
export function answeredRuns(messages: readonly TimedMessage[]): AnsweredRun[] {
  const runs: AnsweredRun[] = [];
  let askedAt: number | undefined;
  for (const { at, from } of messages) {
    if (from === 'visitor') askedAt ??= at;
    else if (askedAt !== undefined) {
      runs.push({ at, askedAt, from });
      askedAt = undefined;
    }
  }
  return runs;
}

/** Whether the visitor took part: only chats that were opened and left do not count as conversations. */
export function isConversation(state: ConversationState): boolean {
  return state.visitorMessages === null || state.visitorMessages > 0;
}

/** Whether the visitor wrote last and the conversation was closed, or silent for long enough. Only the last message counts. */
export function leftUnanswered(
  messages: readonly TimedMessage[] | undefined,
  closedAt: number | undefined,
  now: number,
  inactivityMs: number,
): boolean {
  const last = lastMessage(messages ?? []);
  if (last?.from !== 'visitor') return false;
  const closed = closedAt !== undefined && closedAt <= now && closedAt >= last.at;
  return closed || now - last.at >= inactivityMs;
}

/** One conversation as it stands at an instant: what is later does not exist yet. */

/** Messages in order of time, the profile always an object. */
export function conversationAt({ raw, messages, profile, updatedAt }: ConversationRecord, now: number): Conversation {
  const exists = ({ at }: { at: Instant }) => parseInstant(at) <= now;
  const { closedAt, updatedAt: supplied, rating, handoffs, clicks, cartAdds, ...rest } = raw;
  return {
    ...rest,
    profile,
    ...(messages && { messages: messages.filter(({ at }) => at <= now).map((message) => message.raw) }),
    ...(handoffs && { handoffs: handoffs.filter(exists) }),
    ...(clicks && { clicks: clicks.filter(exists) }),
    ...(cartAdds && { cartAdds: cartAdds.filter(exists) }),
    ...(supplied != null && updatedAt !== undefined && updatedAt <= now && { updatedAt: supplied }),
    ...(closedAt != null && exists({ at: closedAt }) && { closedAt }),
    ...(rating && exists(rating) && { rating }),
  };
}
