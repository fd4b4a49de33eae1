/** Questions about what stands behind numbers: records, and what visitors ask most. */
import type { Filters } from './query-parts.js';

export interface RecordsQuery {
  from: string;
  to: string;
  timeZone: string;
  /** Whose records: those that contributed to it in the range by its own clock; of a ratio, to its numerator. */
  metric: string;
  filters?: Filters;
  /** Half open instants that narrow the range to a bar. */
  fromInstant?: string;
  toInstant?: string;
  /** `at` or `value`, `-` in front descends. Default `-at`. */
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
  /** When it counted, ISO 8601 UTC: the latest time, where it counted more than once. */
  at: string;
  /** What it gave the metric: seconds of a duration, minor units of money; `null` where the metric only counts. */
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
  /** How many questions were looked at. */
  considered: number;
}
