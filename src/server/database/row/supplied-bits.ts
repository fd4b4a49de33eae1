/** Which keys a record has, as one number that a database can put together over all rows. */
import { innerFields } from '../../../core/facts/field.js';
import { FACTS } from '../../../core/facts/registry.js';
import type { ConversationRecord } from '../../../core/tables/conversation-record.js';

// Databases store a bit for each key by its place, so a new field goes to the end of its description.
const CONVERSATION_KEYS = Object.keys(FACTS.conversations.fields);
const MESSAGE_KEYS = Object.keys(innerFields(FACTS.conversations.fields['messages']!));
const NAMES = [
  ...CONVERSATION_KEYS.map((key) => `conversations.${key}`),
  ...MESSAGE_KEYS.map((key) => `messages.${key}`),
];

const CONVERSATION_BITS = toBits(CONVERSATION_KEYS);
const MESSAGE_BITS = toBits(MESSAGE_KEYS);
/** The bits of messages stand above those of conversations. */
const MESSAGES = 2 ** CONVERSATION_KEYS.length;

/** Below 2^53. */
export function suppliedBits({ raw }: ConversationRecord): number {
  let ofMessages = 0;
  for (const message of raw.messages ?? []) ofMessages |= bitsOf(message, MESSAGE_BITS);
  return bitsOf(raw, CONVERSATION_BITS) + ofMessages * MESSAGES;
}

export function suppliedNames(bits: number): Set<string> {
  return new Set(NAMES.filter((_, place) => Math.floor(bits / 2 ** place) % 2 === 1));
}

function toBits(keys: readonly string[]): ReadonlyMap<string, number> {
  return new Map(keys.map((key, place) => [key, 2 ** place]));
}

function bitsOf(record: object, bits: ReadonlyMap<string, number>): number {
  let present = 0;
  for (const key of Object.keys(record)) {
    const value = (record as Record<string, unknown>)[key];
    if (value !== null && value !== undefined) present |= bits.get(key) ?? 0;
  }
  return present;
}
