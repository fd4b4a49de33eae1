/** A conversation as a reader gets it: times in ISO 8601 UTC, messages in order of time, the profile always an object, no undeclared field. */
import { cartAddSchema, clickSchema, conversationSchema, handoffSchema, messageSchema, profileSchema, ratingSchema } from '../contract/fact-schemas.js';
import type { Conversation, Instant } from '../core/facts.js';
import type { ConversationRecord } from '../core/engine/records.js';
import { formatInstant, parseInstant } from '../core/time/instant.js';

/** What is later than `now` does not exist yet. */
export function toOutwardConversation({ raw, messages, profile }: ConversationRecord, now: number, ownColumns: readonly string[]): Conversation {
  const exists = (at: Instant | null | undefined): at is Instant => at !== null && at !== undefined && parseInstant(at) <= now;
  const events = <E extends { at: Instant }>(list: readonly E[], schema: Declared): E[] => list.filter(({ at }) => exists(at)).map((event) => dated(event, schema));
  const { closedAt, updatedAt, rating, handoffs, clicks, cartAdds, ...rest } = raw;
  return {
    ...pick(rest, [...Object.keys(conversationSchema.shape), ...ownColumns]),
    startedAt: iso(raw.startedAt),
    profile: profile && pick(profile, Object.keys(profileSchema.shape)),
    ...(messages && { messages: events(messages.map((message) => message.raw), messageSchema) }),
    ...(handoffs && { handoffs: events(handoffs, handoffSchema) }),
    ...(clicks && { clicks: events(clicks, clickSchema) }),
    ...(cartAdds && { cartAdds: events(cartAdds, cartAddSchema) }),
    ...(updatedAt != null && { updatedAt: iso(updatedAt) }),
    ...(exists(closedAt) && { closedAt: iso(closedAt) }),
    ...(rating && exists(rating.at) && { rating: dated(rating, ratingSchema) }),
  };
}

interface Declared {
  shape: Readonly<Record<string, unknown>>;
}

function dated<E extends { at: Instant }>(event: E, { shape }: Declared): E {
  return { ...pick(event, Object.keys(shape)), at: iso(event.at) };
}

function pick<R extends object>(record: R, names: readonly string[]): R {
  const entries = Object.entries(record).filter(([name, value]) => names.includes(name) && value !== null && value !== undefined);
  return Object.fromEntries(entries) as R;
}

const iso = (at: Instant): string => formatInstant(parseInstant(at));
