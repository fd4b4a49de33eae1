/** A conversation as a reader gets it: times in ISO 8601 UTC, messages in order of time, the profile always an object, no undeclared field. */
import { conversationSchema } from '../contract/fact-schemas.js';
import type { Conversation, Instant } from '../core/facts.js';
import type { ConversationRecord } from '../core/engine/records.js';
import { formatInstant, parseInstant } from '../core/time/instant.js';

const DECLARED = Object.keys(conversationSchema.shape);

/** What is later than `now` does not exist yet. */
export function toOutwardConversation({ raw, messages, profile }: ConversationRecord, now: number, ownColumns: readonly string[]): Conversation {
  const list = <E extends { at: Instant }>(events: readonly E[]): E[] => events.filter(({ at }) => parseInstant(at) <= now).map(dated);
  const out: Conversation = { ...pick(raw, [...DECLARED, ...ownColumns]), startedAt: iso(raw.startedAt), profile };
  if (messages) out.messages = list(messages.map((message) => message.raw));
  for (const name of ['handoffs', 'clicks', 'cartAdds'] as const) if (raw[name]) Object.assign(out, { [name]: list<{ at: Instant }>(raw[name]) });
  for (const name of ['updatedAt', 'closedAt'] as const) if (raw[name] != null) out[name] = iso(raw[name]);
  if (raw.rating) out.rating = dated(raw.rating);
  return out;
}

function pick(record: Conversation, names: readonly string[]): Conversation {
  const entries = Object.entries(record).filter(([name, value]) => names.includes(name) && value !== null && value !== undefined);
  return Object.fromEntries(entries) as unknown as Conversation;
}

const dated = <E extends { at: Instant }>(event: E): E => ({ ...event, at: iso(event.at) });
const iso = (at: Instant): string => formatInstant(parseInstant(at));
