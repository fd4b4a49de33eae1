/**
 * One request of a customer, whatever the vendor calls it, and what it is for us: a conversation when the AI agent took part, else a ticket.
 */
import type { Conversation, Handoff, Message, Profile, Rating } from '../../core/facts/conversations.js';
import type { Ticket, TicketMessage } from '../../core/facts/tickets.js';
import { SOCIAL_CHANNELS } from '../../core/settings.js';
import { parseInstant } from '../../core/time/instant.js';
import type { Mapping } from './vendor.js';

/** `bot`: an automatic message that is not the AI agent's. `note`: for people only. */
export type Writer = 'customer' | 'human' | 'ai' | 'bot' | 'note';

export interface CaseMessage {
  at: string;
  from: Writer;
  author?: string | undefined;
  text: string;
  /** Sent by itself, before the customer asked anything. */
  isWelcome?: boolean;
}

/** `done` and `open` where they change nothing are none, unless the vendor is sure of them; `agent` is a person. */
export type CaseChange = { at: string } & (
  { kind: 'done' } | { kind: 'open'; isSure?: boolean } | { kind: 'assigned'; agent: string }
);

export interface Case {
  id: string;
  createdAt: string;
  updatedAt?: string | undefined;
  subject?: string | undefined;
  /** The customer's first words, where messages are not known. */
  opening?: string | undefined;
  /** `undefined`: not known. */
  messages?: CaseMessage[] | undefined;
  changes?: CaseChange[] | undefined;
  /** The changes say nothing of who was in charge. */
  isAssignmentUnknown?: boolean;
  firstAssignedAt?: string | undefined;
  firstResponseAt?: string | undefined;
  resolvedAt?: string | undefined;
  firstResponseDueAt?: string | undefined;
  resolutionDueAt?: string | undefined;
  escalations?: Ticket['escalations'] | undefined;
  channel?: string | undefined;
  type?: string | undefined;
  tag?: string | undefined;
  region?: string | undefined;
  language?: string | undefined;
  segment?: string | undefined;
  priority?: string | undefined;
  /** The person in charge. */
  agent?: string | undefined;
  customer?: Profile | undefined;
  page?: string | undefined;
  /** The AI agent took part, whether or not its messages are known. */
  hasAi?: boolean;
  rating?: Rating | undefined;
  handoff?: Handoff | undefined;
  status?: Conversation['status'] | undefined;
}

/** Returns whether it is a conversation. */
export function putCase(given: Case, { put }: Pick<Mapping, 'put'>): boolean {
  const one = {
    ...given,
    ...(given.messages && { messages: [...given.messages].sort(byTime) }),
    ...(given.changes && { changes: effective(given.changes) }),
  } satisfies Case;
  const isConversation = one.hasAi === true || (one.messages?.some(({ from }) => from === 'ai') ?? false);
  put(isConversation ? 'conversations' : 'tickets', compact(isConversation ? toConversation(one) : toTicket(one)));
  return isConversation;
}

function toTicket(one: Case): Ticket {
  const { changes, channel } = one;
  const network = SOCIAL_CHANNELS.find((one) => one === channel);
  return {
    id: one.id,
    createdAt: one.createdAt,
    updatedAt: one.updatedAt,
    subject: one.subject,
    messages: one.messages?.map(
      ({ at, from, author, text }) => compact({ at, from: TICKET_WRITERS[from], author, text }) as TicketMessage,
    ),
    assignments: one.isAssignmentUnknown
      ? undefined
      : changes?.flatMap((change) => (change.kind === 'assigned' ? [{ at: change.at, agent: change.agent }] : [])),
    resolutions: changes?.flatMap(({ kind, at }) => (kind === 'done' ? [at] : [])),
    reopenings: changes?.flatMap(({ kind, at }) => (kind === 'open' ? [at] : [])),
    firstAssignedAt: one.firstAssignedAt,
    firstResponseAt: one.firstResponseAt,
    resolvedAt: one.resolvedAt,
    firstResponseDueAt: one.firstResponseDueAt,
    resolutionDueAt: one.resolutionDueAt,
    escalations: one.escalations,
    type: one.type,
    channel,
    network,
    region: one.region,
    agent: one.agent,
    segment: one.segment,
    priority: one.priority,
  } as Ticket;
}

/** Messages of bots count as notes: they do not answer the customer. */
const TICKET_WRITERS = { customer: 'customer', human: 'agent', ai: 'note', bot: 'note', note: 'note' } as const;
const CHAT_WRITERS = { customer: 'visitor', human: 'human', ai: 'agent', bot: 'agent' } as const;

function toConversation(one: Case): Conversation {
  const messages = one.messages?.flatMap(({ at, from, author, text, isWelcome }) =>
    from === 'note'
      ? []
      : [compact({ at, from: CHAT_WRITERS[from], author, text, welcome: isWelcome || undefined }) as Message],
  );
  const last = one.changes?.findLast(({ kind }) => kind !== 'assigned');
  const handoff = one.handoff ?? assignedAway(one);
  return {
    id: one.id,
    startedAt: one.createdAt,
    updatedAt: one.updatedAt,
    channel: one.channel,
    messages,
    firstQuestion: messages ? undefined : one.opening,
    profile: one.customer && compact(one.customer),
    tag: one.tag,
    region: one.region,
    language: one.language,
    segment: one.segment,
    assignee: one.agent,
    page: one.page,
    status: one.status,
    closedAt: one.changes ? (last?.kind === 'done' ? last.at : undefined) : one.resolvedAt,
    handoffs: handoff && [handoff],
    rating: one.rating,
  } as Conversation;
}

/** Given to a person after the AI agent had spoken. */
function assignedAway({ messages, changes }: Case): Handoff | undefined {
  const spokeAt = messages?.find(({ from }) => from === 'ai')?.at;
  const assigned =
    spokeAt === undefined
      ? undefined
      : changes?.find(({ kind, at }) => kind === 'assigned' && parseInstant(at) > parseInstant(spokeAt));
  return assigned && { at: assigned.at, by: 'ticket' };
}

/** In order of time, without those that change nothing. */
function effective(changes: readonly CaseChange[]): CaseChange[] {
  let isDone = false;
  let agent: string | undefined;
  return [...changes].sort(byTime).filter((change) => {
    if (change.kind === 'assigned') return change.agent !== agent && Boolean((agent = change.agent));
    const isNews = isDone !== (change.kind === 'done');
    isDone = change.kind === 'done';
    return isNews || (change.kind === 'open' && change.isSure === true);
  });
}

function byTime(a: { at: string }, b: { at: string }): number {
  return parseInstant(a.at) - parseInstant(b.at);
}

/** The record without undefined fields. */
export function compact<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

/** Whether a case stands resolved by its changes. */
export function isDoneBy(changes: readonly CaseChange[] = []): boolean {
  let last: CaseChange | undefined;
  for (const change of changes)
    if (change.kind !== 'assigned' && (!last || parseInstant(change.at) >= parseInstant(last.at))) last = change;
  return last?.kind === 'done';
}
