/** A conversation as a reader gets it: times in ISO 8601 UTC, no undeclared field. */
import { cartAddSchema, clickSchema, conversationSchema, handoffSchema, messageSchema, profileSchema, ratingSchema } from '../contract/fact-schemas.js';
import type { Conversation, Instant } from '../core/facts.js';
import { formatInstant, parseInstant } from '../core/time/instant.js';

export function toOutwardConversation(conversation: Conversation, ownColumns: readonly string[]): Conversation {
  const { startedAt, profile, messages, handoffs, clicks, cartAdds, updatedAt, closedAt, rating, ...rest } = conversation;
  const events = <E extends { at: Instant }>(list: readonly E[], schema: Declared): E[] => list.map((event) => dated(event, schema));
  return {
    ...pick(rest, [...Object.keys(conversationSchema.shape), ...ownColumns]),
    startedAt: iso(startedAt),
    profile: profile && typeof profile === 'object' ? pick(profile, Object.keys(profileSchema.shape)) : (profile ?? null),
    ...(messages && { messages: events(messages, messageSchema) }),
    ...(handoffs && { handoffs: events(handoffs, handoffSchema) }),
    ...(clicks && { clicks: events(clicks, clickSchema) }),
    ...(cartAdds && { cartAdds: events(cartAdds, cartAddSchema) }),
    ...(updatedAt != null && { updatedAt: iso(updatedAt) }),
    ...(closedAt != null && { closedAt: iso(closedAt) }),
    ...(rating && { rating: dated(rating, ratingSchema) }),
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
