/** Which keys a record has, as one number that a database can put together over all rows. */
import { conversationSchema, messageSchema } from '../../../contract/fact-schemas.js';
import type { ConversationRecord } from '../../../core/engine/records.js';

/** `conversations.channel` and so on; a name's place is its bit. */
const NAMES: readonly string[] = [
  ...Object.keys(conversationSchema.shape).map((key) => `conversations.${key}`),
  ...Object.keys(messageSchema.shape).map((key) => `messages.${key}`),
];

/** Below 2^53. */
export function suppliedBits({ raw }: ConversationRecord): number {
  const present = new Set<string>();
  add(present, 'conversations', raw);
  for (const message of raw.messages ?? []) add(present, 'messages', message);
  return NAMES.reduce((bits, name, place) => (present.has(name) ? bits + 2 ** place : bits), 0);
}

export function suppliedNames(bits: number): Set<string> {
  return new Set(NAMES.filter((_, place) => Math.floor(bits / 2 ** place) % 2 === 1));
}

function add(present: Set<string>, fact: string, record: object): void {
  for (const [key, value] of Object.entries(record)) if (value !== null && value !== undefined) present.add(`${fact}.${key}`);
}
