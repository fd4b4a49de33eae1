/** Questions and answers: the one language of elements, sources and endpoints. */
import type { Live } from './facts/agent-data.js';
import type { Article } from './facts/articles.js';
import type { Conversation, Profile } from './facts/conversations.js';
import type { MetricDefinition } from './metrics/definition.js';
import type { ConversationStatus } from './status/conversation-status.js';
import type { DateRange, Filters, Grain, WeekStart } from './query-parts.js';

export type * from './query-parts.js';
export type * from './record-query.js';

export interface MetricsQuery {
  metrics: string[];
  from: string;
  to: string;
  /** IANA zone that cuts the days. */
  timeZone: string;
  compare?: DateRange;
  /** Unset: no buckets. */
  grain?: Grain;
  weekStart?: WeekStart;
  groupBy?: string;
  /** How many groups before the rest is put together. Unset: all, at most 1,000. */
  limit?: number;
  filters?: Filters;
  /** The instant that stands for now. Unset: the source's clock. */
  now?: string;
}

/** One metric's numbers. Rates are shares of one, durations seconds, money minor units. */
export interface MetricAnswer {
  value: number | null;
  previous?: number | null;
  /** `no-data`: what the metric needs was not supplied. `no-dimension`: it cannot be grouped or filtered so. */
  reason?: 'no-data' | 'no-dimension';
  /** Rows that lack what the metric needs. */
  leftOut?: number;
  byGroup?: (number | null)[] | null;
  previousByGroup?: (number | null)[] | null;
  byBucket?: (number | null)[];
  previousByBucket?: (number | null)[];
  /** `[group][bucket]` */
  byGroupAndBucket?: (number | null)[][] | null;
}

export interface MetricsAnswer {
  /** The instant up to which the facts reach, ISO 8601 UTC. */
  asOf: string;
  buckets?: string[];
  /** Whether a bucket is cut by the range or not over yet. */
  partial?: boolean[];
  previousBuckets?: string[];
  groups?: string[];
  /** Which of `groups` is the rest, if any. */
  otherIndex?: number;
  metrics: Record<string, MetricAnswer>;
}

export interface ConversationsQuery {
  from: string;
  to: string;
  timeZone: string;
  filters?: Filters;
  /** Only these; unknown ones match nothing, an empty list matches nothing. At most 10,000. */
  ids?: string[];
  search?: string;
  /** A sort key, `-` in front descends. Default `-updated-at`. */
  sort?: string;
  /** Only those that contributed to it in the range by its own clock. */
  metric?: string;
  /** Half open instants that narrow the range to a bar. */
  fromInstant?: string;
  toInstant?: string;
  /** From 1. */
  page?: number;
  /** 1–200, default 25. */
  pageSize?: number;
  now?: string;
}

/** Where a search found its phrase: characters of the message's text, of the first question at index 0 where messages are unknown. */
export interface SearchMatch {
  messageIndex: number;
  start: number;
  end: number;
}

export interface ConversationRow {
  id: string;
  firstQuestion: string | null;
  profile: Profile | null;
  channel: string | null;
  status: ConversationStatus;
  tag: string | null;
  /** All messages, people's included. */
  messages: number;
  startedAt: string;
  updatedAt: string;
  masked?: true;
  matches?: SearchMatch[];
}

export interface ConversationsPage {
  rows: ConversationRow[];
  total: number;
  page: number;
  pageSize: number;
}

export interface GapsQuery {
  from: string;
  to: string;
  timeZone: string;
  filters?: Filters;
  now?: string;
  limit?: number;
  only?: 'all' | 'unresolved-or-missed';
}

export interface KnowledgeGap {
  id: string;
  topic: string;
  /** Example questions, as asked. */
  questions: string[];
  count: number;
  unresolvedRate: number | null;
  /** How well the nearest article covers it, 0–1. */
  coverage: number;
  nearest?: { id: string; title: string; score: number };
  conversationIds: string[];
}

export interface KnowledgeGaps {
  gaps: KnowledgeGap[];
  /** How many questions were looked at; greetings and thanks are none. */
  considered: number;
}

export interface NewArticle {
  title: string;
  body: string;
  url?: string;
  gapId?: string;
}

export interface Refusal {
  fact: string;
  index: number;
  field: string;
  reason: string;
}

export interface DimensionDescription {
  values: string[];
  truncated: boolean;
  multiValued?: boolean;
}

export interface SourceDescription {
  /** Accepted records per fact. */
  facts: Record<string, number>;
  dimensions: Record<string, DimensionDescription>;
  first: string | null;
  last: string | null;
  /** `null`: not live yet. Absent: not said. */
  live?: Live | null;
  timeZone: string | null;
  currency: string | null;
  metrics: string[];
  settings: object;
  /** Own metrics, beside those of the kit. */
  definitions?: MetricDefinition[];
  /** Words for values, per dimension. */
  labels?: Record<string, Record<string, string>>;
  refused: { count: number; first: Refusal[] };
}

export type { Article, Conversation };
