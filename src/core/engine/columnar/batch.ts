/** Checked conversations on their way into the engine, column by column, in the order in which they were supplied. */
import type { Conversation } from '../../facts/conversations.js';
import type { CodeColumn, NumberColumn, TextColumn } from './columns.js';

/** Columns of a plain conversation that hold codes, named as its fields; `profile` where it is a text. No own column can have one of these names. */
export const PLAIN_TEXTS = [
  'channel',
  'tag',
  'region',
  'language',
  'segment',
  'assignee',
  'page',
  'status',
  'profile',
  'visitorId',
  'closedBy',
] as const;

export type PlainText = (typeof PLAIN_TEXTS)[number];

/** Both tell the user, so that a code of theirs is one of the column `user`. */
const USERS: ReadonlySet<string> = new Set<PlainText>(['profile', 'visitorId']);

/** The dictionary of a column of a batch. */
export function dictionaryName(column: string): string {
  return USERS.has(column) ? 'user' : column;
}

/**
 * Some thousand rows. A plain conversation is one whose fields are all columns here. What has messages, lists, a profile of several
 * fields, a rating or a closing time stands in `records` too, which is what it is then read from.
 */
export interface ConversationBatch {
  length: number;
  id: TextColumn;
  /** Epoch milliseconds. */
  startedAt: Float64Array;
  /** Epoch milliseconds, NaN where not supplied; unset: in no row. */
  updatedAt?: Float64Array;
  /** Only columns of which some row has a value. Own text columns are among them. */
  texts: ReadonlyMap<string, CodeColumn>;
  /** `messageCount` and own number columns, of which some row has a value. */
  numbers: ReadonlyMap<string, NumberColumn>;
  firstQuestion?: TextColumn;
  /** Checked conversations by row. */
  records: ReadonlyMap<number, Conversation>;
}
