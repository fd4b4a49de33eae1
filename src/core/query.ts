/** Questions and answers: the one language of elements, sources and endpoints. */
import type { Live } from './facts/agent-data.js';
import type { Article } from './facts/articles.js';
import type { Conversation, Profile } from './facts/conversations.js';
import type { MetricDefinition } from './metrics/definition.js';
import type { ConversationStatus } from './status/conversation-status.js';

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
  /** Custom metrics, beside those of the kit. */
  definitions?: MetricDefinition[];
  /** Words for values, per dimension. */
  labels?: Record<string, Record<string, string>>;
  refused: { count: number; first: Refusal[] };
}

export type { Article, Conversation };

/** Questions about what stands behind numbers: records, and what visitors ask most. */
export interface RecordsQuery {
  from: string;
  to: string;
  timeZone: string;
  /**
   * Whose records: those that contributed to it in the range by its own clock, each once. By the kind of its formula:
   * - count, sum, mean, quantile, distinct: those with a row that takes part, and that has what is measured;
   * - stock: those that stand at its instant (of conversations, those that began in the range);
   * - ratio: its numerator's; scale: those of what is scaled;
   * - difference of a stock and a count, a stock or a distinct of the ids of what stands (`inactive-accounts`): what stands, without the records of the second part;
   * - difference of two counts of the same fact by the same clock, the second with all conditions of the first and more: the rows of the first that the second leaves;
   * - a constant less a ratio of such counts (`1 − resolved / all`): the rows of its denominator that the numerator leaves;
   * - any other difference, and a total: the stock that it begins with, else all that it is about, which is the denominator of the ratio it stands in (`nps`: every answer).
   * Where each record counts once there are as many as the number; a difference may be less by what its second part counts beside the first.
   */
  metric: string;
  filters?: Filters;
  /** Half open instants that narrow the range to a bar. */
  fromInstant?: string;
  toInstant?: string;
  /** `at` or `value`, `-` in front descends. Default `-at`. Records without a value come last, ties go by id. */
  sort?: string;
  /** From 1. */
  page?: number;
  /** 1–200, default 25. */
  pageSize?: number;
  now?: string;
}

/** One record behind a number. */
export interface RecordRow {
  id: string;
  /** When it counted, by the metric's clock, ISO 8601 UTC: the latest time, where it counted more than once. */
  at: string;
  /** What it gave the metric: of a sum the sum of its rows, of a mean or quantile their mean. Seconds of a duration, minor units of money; `null` where the metric only counts. */
  value: number | null;
  /** As supplied, with the dimensions as they stand now (`agent` of a ticket that was assigned) and instants in ISO 8601 UTC; of a conversation its row in the list. */
  record: Record<string, unknown>;
  masked?: true;
}

export interface RecordsPage {
  /** What the records are: `tickets`, `surveys`, `conversations`, `orders` … */
  fact: string;
  rows: RecordRow[];
  total: number;
  page: number;
  pageSize: number;
}

export interface QuestionsQuery {
  from: string;
  to: string;
  timeZone: string;
  filters?: Filters;
  now?: string;
  /** How many questions, the most frequent first. Default 20, at most 200. */
  limit?: number;
}

/** Something that visitors ask again and again: questions of the same content, put together. */
export interface FrequentQuestion {
  /** Stays the same across refreshes. */
  id: string;
  /** The question in the words in which it is asked most. */
  question: string;
  /** The tag that most of its conversations bear; `null` without tags. */
  topic: string | null;
  /** Other wordings, at most 5. */
  examples: string[];
  count: number;
  /** Of all questions that were considered, 0–1. */
  share: number;
  /** Shares of its conversations, 0–1: resolved by the agent, taken over by a person, with a reply the agent marked as missed. */
  resolvedRate: number | null;
  takeoverRate: number | null;
  missedRate: number | null;
  conversationIds: string[];
}

export interface FrequentQuestions {
  questions: FrequentQuestion[];
  /** How many questions were looked at; greetings and thanks are none. */
  considered: number;
}

/** Values per dimension. `''` is "without a value"; a name with a leading `!` means all but these. */
export type Filters = Record<string, string[]>;

/** ISO weekday a week starts on. */
export type WeekStart = 1 | 6 | 7;

/** Grains that follow the calendar. */
export type CalendarGrain = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Grains that fold the calendar, to see when people write. */
export type FoldedGrain = 'hour-of-day' | 'day-of-week' | 'day-of-month' | 'month-of-year' | 'hour-of-week';

/** What questions are made of: dates, grains, filters. */
export type Grain = CalendarGrain | FoldedGrain;

/** Two calendar dates `YYYY-MM-DD`, both included. */
export interface DateRange {
  from: string;
  to: string;
}
