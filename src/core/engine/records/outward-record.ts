/**
 * A record as it leaves the source: the fields that its fact has and no others, at any depth, as they stand at an instant. Instants are ISO 8601
 * in UTC, dimensions those of the row, `null` is left out.
 */
import type { Instant } from '../../facts.js';
import { ownValue, type FactColumns } from '../../own-columns.js';
import { formatInstant, parseInstant } from '../../time/instant.js';

/** Instants at which something happens: later ones do not exist yet. */
const EVENTS: ReadonlySet<string> = new Set(['at', 'createdAt', 'startedAt', 'lostAt', 'sentAt', 'answeredAt', 'completedAt', 'solvedAt', 'cancelledAt', 'firstAssignedAt', 'firstResponseAt', 'resolvedAt']);
const TARGETS: ReadonlySet<string> = new Set(['firstResponseDueAt', 'resolutionDueAt']);
const LISTS_OF_EVENTS: ReadonlySet<string> = new Set(['resolutions', 'reopenings']);
const ENTRIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['messages', ['at', 'from', 'author', 'text', 'masked']], ['assignments', ['at', 'agent']], ['escalations', ['at', 'reason']], ['items', ['productId', 'amount', 'quantity']],
]);
/** What is known only from an instant on. */
const KNOWN_FROM: ReadonlyMap<string, string> = new Map([['lostReason', 'lostAt'], ['value', 'answeredAt'], ['positive', 'answeredAt'], ['comment', 'answeredAt']]);

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

/** `own`: columns that the data's owner declared of the fact. */
export function outwardRecord(
  fact: string, id: string, raw: object, { dimensions, own, now }: { dimensions: Readonly<Record<string, string | null>>; own: FactColumns; now: number },
): Record<string, unknown> {
  const all = new Map<string, unknown>(Object.entries(raw));
  for (const [name, value] of Object.entries(dimensions)) if (value !== null && all.get(name) == null) all.set(name, value);
  const hasHappened = (name: string) => all.get(name) != null && parseInstant(all.get(name) as Instant) <= now;
  const fields = (FIELDS[fact] ?? []).filter((name) => all.get(name) != null && (!EVENTS.has(name) || hasHappened(name)) && !isToCome(fact, name, hasHappened));
  const declared = Object.entries(own).map(([name, kind]) => [name, ownValue(raw, name, kind)] as const).filter(([, value]) => value !== null);
  return { id, ...Object.fromEntries(fields.map((name) => [name, outward(name, all.get(name), now)])), ...Object.fromEntries(declared) };
}

/** Only surveys and customers have such fields; the value of a discount or a vote is another. */
function isToCome(fact: string, name: string, hasHappened: (name: string) => boolean): boolean {
  const from = fact === 'surveys' || fact === 'customers' ? KNOWN_FROM.get(name) : undefined;
  return from !== undefined && !hasHappened(from);
}

function outward(name: string, value: unknown, now: number): unknown {
  if (EVENTS.has(name) || TARGETS.has(name)) return formatInstant(parseInstant(value as Instant));
  if (LISTS_OF_EVENTS.has(name)) return (value as Instant[]).map(parseInstant).filter((at) => at <= now).map(formatInstant);
  const keys = ENTRIES.get(name);
  if (!keys) return value;
  const entries = (value as Record<string, unknown>[]).filter(({ at }) => at === undefined || parseInstant(at as Instant) <= now);
  return entries.map((entry) => Object.fromEntries(keys.flatMap((key) => (entry[key] == null ? [] : [[key, key === 'at' ? formatInstant(parseInstant(entry[key] as Instant)) : entry[key]]]))));
}
