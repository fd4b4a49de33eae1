/** What orders the versions of an id: `updatedAt`, else the greatest time in the record. Epoch milliseconds. */
import type { Article } from '../facts/articles.js';
import { parseInstant } from '../time/instant.js';
import { type ConversationRecord, type OrderRecord, eventTimes } from './conversation-record.js';

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

/** One record an id: the one with the later `updatedAt`, else with the greatest time in it, replaces the other whole. */
export interface Versioned<R> {
  record: R;
  /** Epoch milliseconds that order the versions. */
  version: number;
}

/** At a tie the later supplied wins, so `records` come in the order in which they were supplied. */
export function latestVersions<R extends { id: string }>(records: readonly R[], versionOf: (record: R) => number): R[] {
  const byId = new Map<string, Versioned<R>>();
  for (const record of records) {
    const version = versionOf(record);
    const known = byId.get(record.id);
    if (!known || version >= known.version) byId.set(record.id, { record, version });
  }
  return [...byId.values()].map(({ record }) => record);
}
