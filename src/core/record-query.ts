/** Questions about what stands behind numbers: records, and what visitors ask most. */
import type { Filters } from './query-parts.js';

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
