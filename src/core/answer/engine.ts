/**
 * What an engine has to be able to do. The questions that need judgement (which groups, what is null, how a rate is made) are decided
 * once, in `answer-query.ts`; an engine counts, sums and lists. The one here keeps everything in memory; a columnar engine and SQL
 * databases take its place behind this interface.
 */
import type { Article } from '../facts/articles.js';
import type { Conversation } from '../facts/conversations.js';
import type { ConversationsPage, DimensionDescription, Filters } from '../query.js';
import type { Measure } from '../metrics/definition.js';
import type { Leaf, LeafSource } from '../metrics/plan.js';
import type { OwnColumns } from '../own-columns.js';
import type { ResolvedSettings } from '../settings.js';
import type { Buckets } from '../time/buckets.js';

/** Half open instants. `end` is already cut at now, so that no engine looks into the future. */
export interface Span {
  start: number;
  end: number;
}

/** Which groups to fill: a row goes to its value's place, else to `rest` where there is one. */
export interface GroupPlan {
  dimension: string;
  values: readonly string[];
  /** Whether a last group takes all other values together. */
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
  /** Rows that lacked what the leaf measures. */
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
  columns: OwnColumns;
  live: LiveSpans | null | undefined;
}

/** Spans in epoch milliseconds, half open; `Infinity` while on. */
export type LiveSpans = Readonly<Record<string, readonly { since: number; until: number }[]>>;

/** Rows of a leaf; of a stock those that stand at its instant. */
export type RowsSource = LeafSource & { stock?: { when: 'start' | 'end'; until: string | null } };

export interface ListRequest {
  /** Rows of this leaf lead to their conversations. */
  leaf: LeafSource;
  /** Of these, only rows whose values in `columns` at least so many share; unset: all. */
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
  /** Rows of it lead to their records, or to their conversations. */
  source: RowsSource;
  /** Rows that the number leaves out again. */
  without?: LeftOut;
  /** What each row gives the number; unset: it only counts. */
  measure?: Measure;
  /** What a record gives it by its rows together. */
  gives: 'sum' | 'mean';
  /** As of `ListRequest`. */
  sharing?: { columns: readonly string[]; atLeast: number };
  span: Span;
  filters: Filters;
  now: number;
  sort: { key: 'at' | 'value'; descending: boolean };
  page: number;
  pageSize: number;
}

/** Rows of the same fact; or all rows of the records that its rows are of, or that they name in a column. */
export interface LeftOut {
  source: RowsSource;
  by: 'row' | 'record' | { column: string };
}

/** A record that contributed, with all of its rows that did put together. */
export interface FoundRecord {
  id: string;
  /** The latest of its rows by the clock of the source. */
  at: number;
  /** Sum of the measure over its rows that have one, and how many these are. */
  sum: number;
  count: number;
  /** As supplied; of a conversation its row in the list. */
  raw: object;
  /** The dimensions of its latest row; none of a conversation. */
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
  /** Of the conversation: the agent resolved it, a person took over, its tag. */
  resolved: boolean;
  takenOver: boolean;
  tag: string | null;
}

/** What the records are, as far as they exist at an instant. */
export interface FactsSummary {
  /** Records per supplied fact, later ones included. */
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
  /** By `at` or what they gave, ties by id; records that gave nothing come last. */
  records(request: RecordsRequest): Promise<{ rows: FoundRecord[]; total: number }>;
  /** What was asked in conversations that began in the span, in the order of their ids. */
  questions(request: Pick<CellsRequest, 'span' | 'filters' | 'now'>): Promise<Question[]>;
  describe(now: number): Promise<FactsSummary>;
  /** As it stands at `now`, in the outward form; `undefined` when there is none or it begins later. */
  conversation(id: string, now: number): Promise<Conversation | undefined>;
  /** The knowledge base. */
  articles(): Promise<readonly Article[]>;
}

/** What a row holds in a column. */
export type Cell = string | number | boolean | null | readonly string[];
