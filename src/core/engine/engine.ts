/**
 * What an engine has to be able to do. The questions that need judgement (which groups, what is null, how a rate is made) are decided
 * once, in `answer-query.ts`; an engine counts, sums and lists. The one here keeps everything in memory; a columnar engine and SQL
 * databases take its place behind this interface.
 */
import type { Article, Conversation } from '../facts.js';
import type { ConversationsPage, DimensionDescription, Filters } from '../query.js';
import type { Leaf, LeafSource } from '../metrics/plan.js';
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
  /** Text columns that the data's owner declared, which are dimensions too. */
  ownDimensions: readonly string[];
  /** Number and text columns that the data's owner declared, of conversations. */
  ownColumns: readonly string[];
  live: LiveSpans | null | undefined;
}

/** Spans in epoch milliseconds, half open; `Infinity` while on. */
export type LiveSpans = Readonly<Record<string, readonly { since: number; until: number }[]>>;

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

export const SORT_KEYS = ['first-question', 'profile', 'channel', 'status', 'outcome', 'tag', 'messages', 'started-at', 'updated-at'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** What a visitor asked: the first question of a conversation, or the one before a missed reply. */
export interface Question {
  conversationId: string;
  text: string;
  /** The conversation was routed or closed. */
  unresolved: boolean;
  /** The agent did not understand it. */
  missed: boolean;
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
  groupCounts(source: LeafSource, dimension: string, request: Pick<CellsRequest, 'span' | 'filters' | 'now'>): Promise<Map<string, number>>;
  cells(request: CellsRequest): Promise<LeafCells[]>;
  list(request: ListRequest): Promise<ConversationsPage>;
  /** What was asked in conversations that began in the span, in the order of their ids. */
  questions(request: Pick<CellsRequest, 'span' | 'filters' | 'now'>): Promise<Question[]>;
  describe(now: number): Promise<FactsSummary>;
  /** As it stands at `now`, in the outward form; `undefined` when there is none or it begins later. */
  conversation(id: string, now: number): Promise<Conversation | undefined>;
  /** The knowledge base. */
  articles(): Promise<readonly Article[]>;
}
