/** One conversation as it stands at an instant: what exists by then, its status, and the numbers metrics count on it. */
import type { ResolvedSettings } from '../settings.js';
import { type Outcome, type StatusVerdict, explainStatus, toOutcome } from '../status/conversation-status.js';
import type { ConversationRecord, TimedMessage } from './conversation-record.js';
import type { Conversation } from '../facts/conversations.js';
import { type Instant, parseInstant } from '../time/instant.js';

const HOUR_MS = 3_600_000;

const OTHER_COLUMNS = [
  'visitorMessages',
  'agentMessages',
  'humanMessages',
  'takenOver',
  'abandoned',
  'messageCount',
  'updatedAt',
] as const satisfies readonly (keyof StateColumns)[];

/** What metrics read of a conversation at an instant. Counts are `null` where the messages are not known. */
export interface StateColumns {
  verdict: StatusVerdict;
  visitorMessages: number | null;
  agentMessages: number | null;
  humanMessages: number | null;
  takenOver: boolean;
  abandoned: boolean;
  /** All messages, people's included. */
  messageCount: number;
  /** Time of the latest message. */
  updatedAt: number;
}

/** The same columns from an instant until the next state begins. */
export interface LastingState extends StateColumns {
  from: number;
}

export interface ConversationState extends StateColumns {
  record: ConversationRecord;
  /** Messages that exist by now; `undefined`: not known. */
  messages: readonly TimedMessage[] | undefined;
  outcome: Outcome;
  skills: readonly string[];
  firstQuestion: string | null;
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
  { inactivityHours }: Pick<ResolvedSettings, 'inactivityHours'>,
): ConversationState {
  const reader = new StateReader(record, inactivityHours);
  const columns = reader.read(now);
  const messages = record.messages?.slice(0, reader.messagesRead);
  return {
    ...columns,
    record,
    messages,
    outcome: toOutcome(columns.verdict.status),
    skills: [
      ...new Set((messages ?? []).filter((message) => message.from === 'agent').flatMap((message) => message.skills)),
    ],
    firstQuestion: messages
      ? (messages.find((message) => message.from === 'visitor')?.raw.text ?? null)
      : (record.raw.firstQuestion ?? null),
  };
}

/** In order of time, the last one for good; the first begins with the conversation. One pass, since a thread may be long. */
export function toStates(
  record: ConversationRecord,
  { inactivityHours }: Pick<ResolvedSettings, 'inactivityHours'>,
): LastingState[] {
  const changes = new Set([record.startedAt]);
  visitChanges(record, inactivityHours, (at) => {
    if (at > record.startedAt) changes.add(at);
  });
  const reader = new StateReader(record, inactivityHours);
  const states: LastingState[] = [];
  for (const from of [...changes].sort((a, b) => a - b)) {
    const columns = reader.read(from);
    const last = states.at(-1);
    if (!last || !isSame(last, columns)) states.push({ from, ...columns });
  }
  return states;
}

/** The span of time around `now`, half open, in which the state stays as it is. */
export function unchangedAround(
  record: ConversationRecord,
  now: number,
  { inactivityHours }: Pick<ResolvedSettings, 'inactivityHours'>,
): { from: number; until: number } {
  let from = -Infinity;
  let until = Infinity;
  visitChanges(record, inactivityHours, (at) => {
    if (at > now) until = Math.min(until, at);
    else from = Math.max(from, at);
  });
  return { from, until };
}

/** Calls `visit` with each instant at which the state may change, in no order. */
function visitChanges(
  { startedAt, closedAt, messages = [], handoffs }: ConversationRecord,
  inactivityHours: number,
  visit: (at: number) => void,
): void {
  const inactivityMs = Math.ceil(inactivityHours * HOUR_MS);
  visit(startedAt);
  if (closedAt !== undefined) visit(closedAt);
  for (const { at } of handoffs) visit(at);
  for (let index = 0; index < messages.length; index++) {
    const { at } = messages[index]!;
    visit(at);
    // Silence that a later message ended changes nothing.
    const next = messages[index + 1]?.at ?? Infinity;
    if (next > at + inactivityMs) visit(at + inactivityMs);
  }
}

/** Reads a conversation's state at instants that never go back, so that each message is looked at once. */
class StateReader {
  /** How many messages exist at the instant last read. */
  messagesRead = 0;
  readonly #record: ConversationRecord;
  readonly #inactivityMs: number;
  readonly #counts = { visitor: 0, agent: 0, human: 0 };
  #firstHuman: TimedMessage | undefined;

  constructor(record: ConversationRecord, inactivityHours: number) {
    this.#record = record;
    this.#inactivityMs = inactivityHours * HOUR_MS;
  }

  read(now: number): StateColumns {
    const { startedAt, updatedAt, messages, raw } = this.#record;
    this.#moveTo(now);
    const last = messages?.[this.messagesRead - 1];
    const { visitor, agent, human } = this.#counts;
    const counts = messages
      ? { visitorMessages: visitor, agentMessages: agent, humanMessages: human, messageCount: this.messagesRead }
      : { visitorMessages: null, agentMessages: null, humanMessages: null, messageCount: raw.messageCount ?? 0 };
    return {
      ...counts,
      verdict: this.#verdict(now, last),
      takenOver: human > 0 || this.#isHandedOver(now, 'ticket'),
      abandoned: human === 0 && !this.#isHandedOver(now) && this.#isLeftUnanswered(now, last),
      updatedAt: last?.at ?? (messages ? startedAt : (updatedAt ?? startedAt)),
    };
  }

  #moveTo(now: number): void {
    const { messages = [] } = this.#record;
    for (let next = messages[this.messagesRead]; next && next.at <= now; next = messages[this.messagesRead]) {
      this.messagesRead++;
      this.#counts[next.from]++;
      if (next.from === 'human') this.#firstHuman ??= next;
    }
  }

  /** The status looks at the last message and at whether a person wrote. */
  #verdict(now: number, last: TimedMessage | undefined): StatusVerdict {
    const messages = [this.#firstHuman, last].filter((message) => message !== undefined);
    const { status, handoffs, closedAt } = this.#record;
    return explainStatus({ status, messages, handoffs, closedAt }, { now, inactivityMs: this.#inactivityMs });
  }

  #isHandedOver(now: number, by?: 'ticket'): boolean {
    return this.#record.handoffs.some(
      (handoff) => handoff.at <= now && handoff.accepted !== false && (!by || handoff.by === by),
    );
  }

  /** Whether the visitor wrote last and the conversation was closed, or silent for long enough. */
  #isLeftUnanswered(now: number, last: TimedMessage | undefined): boolean {
    if (last?.from !== 'visitor') return false;
    const { closedAt } = this.#record;
    const isClosed = closedAt !== undefined && closedAt <= now && closedAt >= last.at;
    return isClosed || now - last.at >= this.#inactivityMs;
  }
}

function isSame(a: StateColumns, b: StateColumns): boolean {
  return a.verdict.status === b.verdict.status && OTHER_COLUMNS.every((name) => a[name] === b[name]);
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
