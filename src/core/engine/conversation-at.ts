/** One conversation as it stands at an instant: what is later does not exist yet. */
import type { Conversation } from '../facts/conversations.js';
import { parseInstant, type Instant } from '../time/instant.js';
import type { ConversationRecord } from './records.js';

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
