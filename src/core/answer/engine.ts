/**
 * The interface of an engine: it counts, sums and lists. What needs judgement (which groups there are, what is null, how a rate is made)
 * is decided once, in `query.ts`, for every engine. The page's engine keeps columns in memory; the server's asks an SQL database.
 */
import type { Article } from '../facts/articles.js';
import type { Conversation } from '../facts/conversations.js';
import type { ConversationsPage, DimensionDescription, Filters } from '../query.js';
import type { Measure } from '../metrics/definition.js';
import type { Leaf, LeafSource } from '../metrics/plan.js';
import type { CustomColumns } from '../custom-columns.js';
import type { ResolvedSettings } from '../settings.js';
import type { Buckets } from '../time/buckets.js';

/** Half-open span of instants, epoch milliseconds. `end` is never after now + 1, so that no engine looks into the future. */
export interface Span {
  start: number;
  end: number;
}

/** Which groups to fill. A row belongs to the group of its value, or to the rest where there is one. */
export interface GroupPlan {
  dimension: string;
  values: readonly string[];
  /** Whether one more group, the last, takes all other values together. */
  rest: boolean;
}

export interface CellsRequest {
  leaves: readonly Leaf[];
  span: Span;
  filters: Filters;
  now: number;
  buckets?: Buckets;
  groups?: GroupPlan;
}

/** One leaf's numbers: integers where the measure is whole; `null` where nothing was measured. */
export interface LeafCells {
  total: number | null;
  /** How many rows were left out because they lack what the leaf measures. */
  leftOut: number;
  byGroup?: (number | null)[];
  byBucket?: (number | null)[];
  byGroupAndBucket?: (number | null)[][];
}

export interface EngineFacts {
  /** Facts and columns (`fact.column`) that were supplied. */
  supplied: ReadonlySet<string>;
  settings: ResolvedSettings;
  /** Columns that the data's owner declared. */
  columns: CustomColumns;
  live: LiveSpans | null | undefined;
}

/** Spans in epoch milliseconds, half open; `Infinity` while on. */
export type LiveSpans = Readonly<Record<string, readonly { since: number; until: number }[]>>;

/** The rows of a leaf. For a stock: the rows that exist at its instant. */
export type RowsSource = LeafSource & { stock?: { when: 'start' | 'end'; until: string | null } };

export interface ListRequest {
  /** The list holds the conversations of these rows. */
  leaf: LeafSource;
  /** Only rows whose values in `columns` occur in at least `atLeast` rows. Unset: all rows. */
  sharing?: { columns: readonly string[]; atLeast: number };
  span: Span;
  filters: Filters;
  /** Only these conversations; unset: all. */
  ids?: ReadonlySet<string>;
  now: number;
  /** Folded phrase, empty for none. */
  search: string;
  sort: { key: SortKey; descending: boolean };
  page: number;
  pageSize: number;
}

export const SORT_KEYS = [
  'first-question',
  'profile',
  'channel',
  'status',
  'outcome',
  'tag',
  'messages',
  'started-at',
  'updated-at',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface RecordsRequest {
  /** The list holds the records of these rows, or their conversations. */
  source: RowsSource;
  /** Rows that the number subtracts. */
  without?: LeftOut;
  /** What each row contributes to the number. Unset: each row counts as one. */
  measure?: Measure;
  /** How a record's contribution is made of its rows. */
  gives: 'sum' | 'mean';
  /** As in `ListRequest`. */
  sharing?: { columns: readonly string[]; atLeast: number };
  span: Span;
  filters: Filters;
  now: number;
  sort: { key: 'at' | 'value'; descending: boolean };
  page: number;
  pageSize: number;
}

/** What the rows of `source` subtract: the same rows, all rows of their records, or the records that they name in a column. */
export interface LeftOut {
  source: RowsSource;
  by: 'row' | 'record' | { column: string };
}

/** A record that contributed to the number, its rows taken together. */
export interface FoundRecord {
  id: string;
  /** The latest of its rows by the clock of the source. */
  at: number;
  /** Sum of the measure over the rows that have a value, and the number of those rows. */
  sum: number;
  count: number;
  /** The record as it was supplied; for a conversation, its row in the list. */
  raw: object;
  /** The dimensions of its latest row; empty for a conversation. */
  dimensions: Readonly<Record<string, string | null>>;
}

/** What a visitor asked: the first question of a conversation, or the one before a missed reply. */
export interface Question {
  conversationId: string;
  text: string;
  /** The conversation was routed or closed. */
  unresolved: boolean;
  /** The agent did not understand it. */
  missed: boolean;
  /** About the conversation: whether the agent resolved it, whether a person took over, and its tag. */
  resolved: boolean;
  takenOver: boolean;
  tag: string | null;
}

/** What is known about all records as they exist at an instant. */
export interface FactsSummary {
  /** Number of records of each supplied fact, including those later than the instant. */
  counts: Record<string, number>;
  dimensions: Record<string, DimensionDescription>;
  /** The first and the last instant up to now at which something happened; `null` without any. */
  first: number | null;
  last: number | null;
}

export interface MetricsEngine {
  facts(): Promise<EngineFacts>;
  /** The latest instant up to `now` at which something happened; `null` without any. */
  asOf(now: number): Promise<number | null>;
  /** Rows per value of `dimension`; a row with several values counts in each. */
  groupCounts(
    source: RowsSource,
    dimension: string,
    request: Pick<CellsRequest, 'span' | 'filters' | 'now'>,
  ): Promise<Map<string, number>>;
  cells(request: CellsRequest): Promise<LeafCells[]>;
  list(request: ListRequest): Promise<ConversationsPage>;
  /** Sorted by `at` or by contribution, ties by id; records without a contribution come last. */
  records(request: RecordsRequest): Promise<{ rows: FoundRecord[]; total: number }>;
  /** The questions of conversations that began in the span, in the order of the conversations' ids. */
  questions(request: Pick<CellsRequest, 'span' | 'filters' | 'now'>): Promise<Question[]>;
  describe(now: number): Promise<FactsSummary>;
  /** The conversation as it is at `now`, in its outward form; `undefined` when there is none or it begins later. */
  conversation(id: string, now: number): Promise<Conversation | undefined>;
  /** The knowledge base. */
  articles(): Promise<readonly Article[]>;
}

/** The value of a column in one row. */
export type Cell = string | number | boolean | null | readonly string[];
