/** A record as it leaves the source: instants in ISO 8601 UTC, the dimensions as they stand now, `null` left out. */
import { formatInstant, parseInstant } from '../../time/instant.js';
import type { Instant } from '../../facts.js';

const TIMES: ReadonlySet<string> = new Set([
  'at', 'createdAt', 'updatedAt', 'startedAt', 'lostAt', 'sentAt', 'answeredAt', 'completedAt', 'solvedAt', 'cancelledAt', 'firstResponseDueAt', 'resolutionDueAt', 'firstAssignedAt', 'firstResponseAt', 'resolvedAt',
]);
const LISTS_OF_TIMES: ReadonlySet<string> = new Set(['resolutions', 'reopenings']);
const LISTS: ReadonlySet<string> = new Set(['messages', 'assignments', 'escalations', 'items']);

/** Fields that each fact has; others that came along stay behind. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  tickets: [
    'createdAt', 'subject', 'messages', 'assignments', 'resolutions', 'reopenings', 'escalations', 'firstResponseDueAt', 'resolutionDueAt', 'firstAssignedAt', 'firstResponseAt', 'resolvedAt',
    'type', 'channel', 'network', 'region', 'agent', 'segment', 'priority',
  ],
  surveys: ['kind', 'sentAt', 'answeredAt', 'value', 'scale', 'positive', 'comment', 'ticketId', 'agent', 'customerId', 'segment', 'region', 'tier', 'industry'],
  customers: ['startedAt', 'lostAt', 'lostReason', 'segment', 'tier', 'industry', 'region'],
  accounts: ['createdAt'],
  hubEvents: ['at', 'accountId', 'kind', 'productId', 'quantity'],
  checkouts: ['completedAt', 'accountId', 'signedIn', 'total'],
  discounts: ['at', 'kind', 'value', 'accepted'],
  articleVisits: ['at', 'articleId', 'session', 'seconds', 'interacted'],
  articleVotes: ['at', 'articleId', 'value'],
  forumTopics: ['at', 'solvedAt'],
  forumPosts: ['at', 'topicId'],
  socialPosts: ['at', 'network', 'likes', 'reposts', 'positiveReplies', 'positiveMentions'],
  orders: ['at', 'profileId', 'conversationId', 'accountId', 'cancelledAt', 'items'],
};

export function outwardRecord(fact: string, id: string, raw: object, dimensions: Readonly<Record<string, string | null>>): Record<string, unknown> {
  const all: Record<string, unknown> = { ...raw };
  for (const [name, value] of Object.entries(dimensions)) if (value !== null && all[name] == null) all[name] = value;
  const fields = (FIELDS[fact] ?? []).filter((name) => all[name] != null);
  return { id, ...Object.fromEntries(fields.map((name) => [name, outward(name, all[name])])) };
}

function outward(name: string, value: unknown): unknown {
  if (TIMES.has(name)) return formatInstant(parseInstant(value as Instant));
  if (LISTS_OF_TIMES.has(name)) return (value as Instant[]).map((at) => formatInstant(parseInstant(at)));
  if (!LISTS.has(name)) return value;
  return (value as Record<string, unknown>[]).map((entry) =>
    Object.fromEntries(Object.entries(entry).flatMap(([key, inner]) => (inner == null ? [] : [[key, outward(key, inner)]]))));
}
