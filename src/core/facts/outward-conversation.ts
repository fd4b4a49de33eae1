/** A conversation as a user gets it: times in ISO 8601 UTC, and no field that nobody declared. */
import type { Conversation } from './conversations.js';
import { toOutward } from './outward.js';
import { FACTS } from './registry.js';

export function toOutwardConversation(conversation: Conversation, ownColumns: readonly string[]): Conversation {
  const supplied = Object.entries(conversation);
  const own = supplied.filter(([name, value]) => ownColumns.includes(name) && value !== null && value !== undefined);
  return {
    profile: null,
    ...toOutward(FACTS.conversations.fields, conversation),
    ...Object.fromEntries(own),
  } as Conversation;
}
