/**
 * The status of a conversation, decided from its messages, handoffs and closing as they stand at one instant.
 * The first of these that applies: the supplied status; routed after a ticket handoff or a person's message; closed after a handoff by
 * message; resolved when the agent wrote last and the conversation was closed or silent for the inactivity window; otherwise open.
 * `explainStatus` also says which of them applied.
 */

export const STATUSES = ['resolved', 'routed', 'closed', 'open'] as const;
export type ConversationStatus = (typeof STATUSES)[number];

/** How a conversation ended: `unresolved` is routed or closed. */
export const OUTCOMES = ['resolved', 'unresolved', 'open'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Dimensions whose values are known before any data, in the order they are shown. */
export const FIXED_VALUES: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['status', STATUSES],
  ['outcome', OUTCOMES],
]);

/** Which part of the rule gave the status. */
export type StatusRule =
  | 'supplied'
  | 'ticket-handoff'
  | 'human-message'
  | 'message-handoff'
  | 'closed-after-agent'
  | 'inactive-after-agent'
  | 'agent-wrote-last'
  | 'visitor-wrote-last'
  | 'no-messages';

export interface StatusVerdict {
  status: ConversationStatus;
  rule: StatusRule;
}

/** What the rule looks at. Times are epoch milliseconds, in any order. */
export interface StatusFacts {
  status?: ConversationStatus | undefined;
  messages?: readonly { at: number; from: 'visitor' | 'agent' | 'human' }[] | undefined;
  handoffs?: readonly { at: number; by: 'ticket' | 'message'; accepted?: boolean | undefined }[] | undefined;
  closedAt?: number | undefined;
}

export interface StatusContext {
  /** Epoch milliseconds. What is later is ignored. */
  now: number;
  /** Silence after which a conversation closes by itself. Default 48 h. */
  inactivityMs?: number;
}

export const DEFAULT_INACTIVITY_MS = 48 * 3_600_000;

export function conversationStatus(facts: StatusFacts, context: StatusContext): ConversationStatus {
  return explainStatus(facts, context).status;
}

export function explainStatus(
  facts: StatusFacts,
  { now, inactivityMs = DEFAULT_INACTIVITY_MS }: StatusContext,
): StatusVerdict {
  if (facts.status) return { status: facts.status, rule: 'supplied' };
  const messages = (facts.messages ?? []).filter((message) => message.at <= now);
  const handoffs = (facts.handoffs ?? []).filter((handoff) => handoff.at <= now && handoff.accepted !== false);
  if (handoffs.some((handoff) => handoff.by === 'ticket')) return { status: 'routed', rule: 'ticket-handoff' };
  if (messages.some((message) => message.from === 'human')) return { status: 'routed', rule: 'human-message' };
  if (handoffs.some((handoff) => handoff.by === 'message')) return { status: 'closed', rule: 'message-handoff' };
  return withoutHandoff(lastMessage(messages), facts.closedAt, now, inactivityMs);
}

export function toOutcome(status: ConversationStatus): Outcome {
  return status === 'routed' || status === 'closed' ? 'unresolved' : status;
}

/** The message with the greatest time, among equals the later in the record. */
export function lastMessage<M extends { at: number }>(messages: readonly M[]): M | undefined {
  let last: M | undefined;
  for (const message of messages) if (!last || message.at >= last.at) last = message;
  return last;
}

function withoutHandoff(
  last: { at: number; from: string } | undefined,
  closedAt: number | undefined,
  now: number,
  inactivityMs: number,
): StatusVerdict {
  if (!last) return { status: 'open', rule: 'no-messages' };
  if (last.from === 'visitor') return { status: 'open', rule: 'visitor-wrote-last' };
  // A message after the closing reopens, so the closing counts only from the last message on.
  if (closedAt !== undefined && closedAt <= now && closedAt >= last.at)
    return { status: 'resolved', rule: 'closed-after-agent' };
  if (now - last.at >= inactivityMs) return { status: 'resolved', rule: 'inactive-after-agent' };
  return { status: 'open', rule: 'agent-wrote-last' };
}
