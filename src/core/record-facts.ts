/**
 * Supplied facts beside conversations: the help desk, its surveys and customers, the customer hub, self-service and social networks. As
 * everywhere, times are instants, money is whole minor units, and `null` is the same as a missing key. Every fact may carry an `id`, so
 * that a later version replaces it, and an `updatedAt`; without an id each record counts.
 */
import type { Instant } from './facts.js';

export interface TicketMessage {
  at: Instant;
  /** `agent` is a person; a `note` is seen by people only and answers nobody. */
  from: 'customer' | 'agent' | 'note';
  author?: string;
  /** What was written; shown in the thread, never counted. */
  text?: string;
  /** Out: the text is not for this reader. */
  masked?: true;
}

export interface Ticket {
  id: string;
  createdAt: Instant;
  /** What the ticket is about; shown, never counted. */
  subject?: string;
  /** The opening message is the first of the customer's. */
  messages?: TicketMessage[];
  assignments?: { at: Instant; agent: string }[];
  resolutions?: Instant[];
  reopenings?: Instant[];
  escalations?: { at: Instant; reason: 'sla' | 'other' }[];
  /** Targets of the service level agreement. */
  firstResponseDueAt?: Instant;
  resolutionDueAt?: Instant;
  /** These three stand in where `assignments`, `messages` and `resolutions` are not supplied. */
  firstAssignedAt?: Instant;
  firstResponseAt?: Instant;
  resolvedAt?: Instant;
  type?: string;
  channel?: string;
  /** Set on social tickets. */
  network?: string;
  /** A country code, as `DE`, or any name. */
  region?: string;
  /** The person in charge; unset, the one it was last assigned to. */
  agent?: string;
  segment?: string;
  priority?: string;
  updatedAt?: Instant;
}

export interface Survey {
  id: string;
  kind: 'csat' | 'nps' | 'ces';
  sentAt?: Instant;
  answeredAt?: Instant;
  /** csat: up to `scale`; nps: 0–10; ces: 1–7, 7 is very easy. */
  value?: number;
  /** Best value. Default 5 for csat; nps has 10 and ces 7, others are refused. */
  scale?: number;
  /** Of a csat answer; unset: from 80 % of the scale on. */
  positive?: boolean;
  comment?: string;
  ticketId?: string;
  /** Unset: the ticket's. */
  agent?: string;
  customerId?: string;
  /** Unset: the customer's, both. */
  segment?: string;
  region?: string;
  updatedAt?: Instant;
}

export interface Customer {
  id: string;
  startedAt: Instant;
  lostAt?: Instant;
  lostReason?: string;
  segment?: string;
  tier?: string;
  industry?: string;
  region?: string;
  updatedAt?: Instant;
}

export interface Account {
  id: string;
  createdAt: Instant;
  updatedAt?: Instant;
}

export interface HubEvent {
  id?: string;
  at: Instant;
  accountId: string;
  /** `opened`, `login`, `cart-added`, and interactions: `order-tracked`, `return-started`, `coupon-requested`, `help-clicked`, `chat-started`, or any other. */
  kind: string;
  productId?: string;
  /** Of a `cart-added`; unset: 1. */
  quantity?: number;
  updatedAt?: Instant;
}

export interface Checkout {
  id: string;
  completedAt: Instant;
  accountId?: string;
  signedIn: boolean;
  /** Minor units. */
  total: number;
  updatedAt?: Instant;
}

export interface Discount {
  id: string;
  at: Instant;
  kind?: string;
  /** Minor units. */
  value: number;
  accepted?: boolean;
  updatedAt?: Instant;
}

export interface ArticleVisit {
  id?: string;
  at: Instant;
  articleId: string;
  /** Visits of one session count once per article. */
  session: string;
  seconds?: number;
  interacted?: boolean;
  updatedAt?: Instant;
}

export interface ArticleVote {
  id?: string;
  at: Instant;
  articleId: string;
  value: 'up' | 'down';
  updatedAt?: Instant;
}

export interface ForumTopic {
  id: string;
  at: Instant;
  solvedAt?: Instant;
  updatedAt?: Instant;
}

export interface ForumPost {
  id?: string;
  at: Instant;
  topicId: string;
  updatedAt?: Instant;
}

export interface SocialPost {
  id: string;
  at: Instant;
  network: string;
  likes?: number;
  reposts?: number;
  positiveReplies?: number;
  positiveMentions?: number;
  updatedAt?: Instant;
}

/** The lists by their names in supplied data. */
export interface RecordFacts {
  tickets: Ticket;
  surveys: Survey;
  customers: Customer;
  discounts: Discount;
  accounts: Account;
  hubEvents: HubEvent;
  checkouts: Checkout;
  articleVisits: ArticleVisit;
  articleVotes: ArticleVote;
  forumTopics: ForumTopic;
  forumPosts: ForumPost;
  socialPosts: SocialPost;
}

export type RecordFactName = keyof RecordFacts;

export const RECORD_FACTS: readonly RecordFactName[] = [
  'tickets', 'surveys', 'customers', 'discounts', 'accounts', 'hubEvents', 'checkouts', 'articleVisits', 'articleVotes', 'forumTopics', 'forumPosts', 'socialPosts',
];

export function isRecordFact(name: string): name is RecordFactName {
  return (RECORD_FACTS as readonly string[]).includes(name);
}
