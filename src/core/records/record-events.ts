/** The instants of a record: what happened when, and which version of an id is the later. */
import type { Instant } from '../facts.js';
import { parseInstant } from '../time/instant.js';
import type { StoredFact, StoredRecord } from './derived-rows.js';

type EventsOf = { readonly [F in StoredFact]: (record: StoredRecord<F>) => readonly (Instant | null | undefined)[] };

const at = ({ at: instant }: { at: Instant }) => [instant];

/** Targets are no events: nothing happens at them. */
const EVENTS: EventsOf = {
  orders: (order) => [order.at, order.cancelledAt],
  tickets: (ticket) => [
    ticket.createdAt, ticket.firstAssignedAt, ticket.firstResponseAt, ticket.resolvedAt, ...(ticket.resolutions ?? []), ...(ticket.reopenings ?? []),
    ...[...(ticket.messages ?? []), ...(ticket.assignments ?? []), ...(ticket.escalations ?? [])].map((event) => event.at),
  ],
  surveys: ({ sentAt, answeredAt }) => [sentAt, answeredAt],
  customers: ({ startedAt, lostAt }) => [startedAt, lostAt],
  accounts: ({ createdAt }) => [createdAt],
  checkouts: ({ completedAt }) => [completedAt],
  forumTopics: (topic) => [topic.at, topic.solvedAt],
  discounts: at, hubEvents: at, articleVisits: at, articleVotes: at, forumPosts: at, socialPosts: at,
};

/** Epoch milliseconds, in no order. */
export function recordTimes<F extends StoredFact>(fact: F, record: StoredRecord<F>): number[] {
  return EVENTS[fact](record).flatMap((instant) => (instant == null ? [] : [parseInstant(instant)]));
}

/** What orders the versions of an id: `updatedAt`, else the greatest time in the record; `-Infinity` without any. */
export function recordVersion<F extends StoredFact>(fact: F, record: StoredRecord<F>): number {
  const { updatedAt } = record as { updatedAt?: Instant | null };
  return updatedAt == null ? recordTimes(fact, record).reduce((latest, time) => Math.max(latest, time), -Infinity) : parseInstant(updatedAt);
}
