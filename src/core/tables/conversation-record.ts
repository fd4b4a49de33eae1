/** Facts as the engine keeps them: checked records with their times as epoch milliseconds and their messages in order of time. */
import type { Conversation, Message, Profile } from '../facts/conversations.js';
import type { Order } from '../facts/orders.js';
import { parseInstant, type Instant } from '../time/instant.js';
import type { ConversationStatus } from '../status/conversation-status.js';

export interface TimedMessage {
  at: number;
  from: Message['from'];
  raw: Message;
  /** Each once. */
  skills: readonly string[];
  /** The visitor's first message after the welcome, with which the visitor takes part. */
  isEngaging: boolean;
}

export interface ConversationRecord {
  id: string;
  startedAt: number;
  raw: Conversation;
  profile: Profile | null;
  status: ConversationStatus | undefined;
  /** `undefined`: not known. In order of time; at the same time in order of the record. */
  messages: readonly TimedMessage[] | undefined;
  handoffs: readonly { at: number; by: 'ticket' | 'message'; accepted: boolean | undefined }[];
  clicks: readonly { at: number; productId: string | undefined; url: string | undefined }[];
  cartAdds: readonly { at: number; productId: string; quantity: number }[];
  rating: { at: number; value: number } | undefined;
  closedAt: number | undefined;
  updatedAt: number | undefined;
}

export interface OrderRecord {
  id: string;
  at: number;
  cancelledAt: number | undefined;
  raw: Order;
}

export function toConversationRecord(raw: Conversation): ConversationRecord {
  return {
    id: raw.id,
    startedAt: parseInstant(raw.startedAt),
    raw,
    profile: typeof raw.profile === 'string' ? { id: raw.profile } : (raw.profile ?? null),
    status: raw.status ?? undefined,
    messages: raw.messages ? toTimedMessages(raw.messages) : undefined,
    handoffs: (raw.handoffs ?? []).map(({ at, by, accepted }) => ({
      at: parseInstant(at),
      by,
      accepted: accepted ?? undefined,
    })),
    clicks: (raw.clicks ?? []).map(({ at, productId, url }) => ({
      at: parseInstant(at),
      productId: productId ?? undefined,
      url: url ?? undefined,
    })),
    cartAdds: (raw.cartAdds ?? []).map(({ at, productId, quantity }) => ({
      at: parseInstant(at),
      productId,
      quantity,
    })),
    rating: raw.rating ? { at: parseInstant(raw.rating.at), value: raw.rating.value } : undefined,
    closedAt: optionalInstant(raw.closedAt),
    updatedAt: optionalInstant(raw.updatedAt),
  };
}

export function toOrderRecord(raw: Order): OrderRecord {
  return { id: raw.id, at: parseInstant(raw.at), cancelledAt: optionalInstant(raw.cancelledAt), raw };
}

/** Every instant of a conversation at which something happened; `updatedAt` only stands in for unknown messages. */
export function* eventTimes(record: ConversationRecord): Generator<number> {
  yield record.startedAt;
  if (record.closedAt !== undefined) yield record.closedAt;
  if (!record.messages && record.updatedAt !== undefined) yield record.updatedAt;
  if (record.rating) yield record.rating.at;
  for (const list of [record.messages ?? [], record.handoffs, record.clicks, record.cartAdds])
    for (const { at } of list) yield at;
}

function toTimedMessages(messages: readonly Message[]): TimedMessage[] {
  const timed = messages
    .map((raw) => ({ at: parseInstant(raw.at), from: raw.from, raw, skills: skillsOf(raw), isEngaging: false }))
    .sort((a, b) => a.at - b.at);
  const engaging = engagingMessage(timed);
  if (engaging) engaging.isEngaging = true;
  return timed;
}

/** The welcome is what the agent says before the visitor's first message, and what is marked as one; without it the first message counts. */
function engagingMessage<M extends Pick<TimedMessage, 'from' | 'raw'>>(messages: readonly M[]): M | undefined {
  const first = messages.findIndex(({ from }) => from === 'visitor');
  const welcome = messages.findIndex(({ from, raw }, place) => from === 'agent' && (place < first || raw.welcome));
  return welcome < first ? messages[first] : messages.find(({ from }, place) => from === 'visitor' && place > welcome);
}

/** A message counts once for each of its skills; an empty text is none. */
function skillsOf({ skill }: Message): string[] {
  return [...new Set([skill ?? []].flat())].filter((name) => name !== '');
}

function optionalInstant(value: Instant | null | undefined): number | undefined {
  return value === null || value === undefined ? undefined : parseInstant(value);
}
