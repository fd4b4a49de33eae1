/** What orders the versions of an id: `updatedAt`, else the greatest time in the record. Epoch milliseconds. */
import type { Article } from '../facts/articles.js';
import { parseInstant } from '../time/instant.js';
import { eventTimes, type ConversationRecord, type OrderRecord } from './records.js';

export function conversationVersion(record: ConversationRecord): number {
  if (record.updatedAt !== undefined) return record.updatedAt;
  let latest = record.startedAt;
  for (const at of eventTimes(record)) if (at > latest) latest = at;
  return latest;
}

export function orderVersion({ at, cancelledAt, raw }: OrderRecord): number {
  return raw.updatedAt == null ? Math.max(at, cancelledAt ?? -Infinity) : parseInstant(raw.updatedAt);
}

/** `-Infinity` without a time. */
export function articleVersion({ updatedAt }: Article): number {
  return updatedAt == null ? -Infinity : parseInstant(updatedAt);
}
