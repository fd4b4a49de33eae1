/** Tables whose rows are their records, one or two of each. */
import type { Customer } from '../facts/customers.js';
import type { SocialPost } from '../facts/social-posts.js';
import { parseInstant } from '../time/instant.js';
import {
  ALWAYS,
  type DeriveContext,
  type DerivedCells,
  type DeriveInput,
  type Emit,
  type Seen,
  type StoredFact,
  type StoredRecord,
} from './derived-rows.js';
import { optional } from './tickets.js';

type Rows = { cells: DerivedCells; seen?: Seen }[];

/** A derivation that makes rows of each record by itself. */
const each =
  <F extends StoredFact>(fact: F, rowsOf: (raw: StoredRecord<F>, key: string) => Rows) =>
  (input: DeriveInput, _: DeriveContext, emit: Emit): void => {
    const records = input[fact] ?? [];
    for (const { key, raw } of records)
      for (const { cells, seen = ALWAYS } of rowsOf(raw, key)) emit({ table: fact, record: key, cells, seen });
  };

/** Kinds of hub events that are no interaction with a service. */
const NO_INTERACTIONS: ReadonlySet<string> = new Set(['opened', 'login', 'cart-added']);

export const PLAIN_DERIVATIONS = {
  customers: each('customers', customerRows),
  discounts: each('discounts', ({ at, kind, accepted, value }) => [
    {
      cells: { at: parseInstant(at), kind: kind ?? null, accepted: accepted == null ? null : String(accepted), value },
    },
  ]),
  accounts: each('accounts', ({ createdAt }, account) => [{ cells: { createdAt: parseInstant(createdAt), account } }]),
  hubEvents: each('hubEvents', ({ at, kind, accountId }) => [
    { cells: { at: parseInstant(at), kind, account: accountId, interaction: !NO_INTERACTIONS.has(kind) } },
  ]),
  checkouts: each('checkouts', ({ completedAt, signedIn, total }) => [
    { cells: { completedAt: parseInstant(completedAt), signedIn, total } },
  ]),
  articleVotes: each('articleVotes', ({ at, articleId, value }) => [
    { cells: { at: parseInstant(at), article: articleId, vote: value } },
  ]),
  forumTopics: each('forumTopics', ({ at, solvedAt }) =>
    untilAndFrom(optional(solvedAt), { at: parseInstant(at), solved: false }, { solved: true }),
  ),
  forumPosts: each('forumPosts', ({ at, topicId }) => [{ cells: { at: parseInstant(at), topic: topicId } }]),
  socialPosts: each('socialPosts', (post) => [
    { cells: { at: parseInstant(post.at), network: post.network, engagement: engagementOf(post) } },
  ]),
};

function customerRows(
  { startedAt, lostAt, lostReason, segment, tier, industry, region }: Customer,
  customer: string,
): Rows {
  const lost = optional(lostAt);
  const cells = {
    startedAt: parseInstant(startedAt),
    lostAt: null,
    reason: null,
    segment: segment ?? null,
    tier: tier ?? null,
    industry: industry ?? null,
    region: region ?? null,
    customer,
  };
  return untilAndFrom(lost, cells, { lostAt: lost ?? null, reason: lostReason ?? null });
}

/** One row before an instant and one from it on. */
function untilAndFrom(at: number | undefined, before: DerivedCells, changed: DerivedCells): Rows {
  if (at === undefined) return [{ cells: before }];
  return [
    { cells: before, seen: { from: -Infinity, until: at } },
    { cells: { ...before, ...changed }, seen: { from: at, until: Infinity } },
  ];
}

function engagementOf({ likes, reposts, positiveReplies, positiveMentions }: SocialPost): number {
  return (likes ?? 0) + (reposts ?? 0) + (positiveReplies ?? 0) + (positiveMentions ?? 0);
}
