import { type FactColumns, type OwnColumns, ownValue } from '../../../core/own-columns.js';
import { type ColumnKind, RECORD_TABLES } from '../../../core/tables/all-tables.js';
import { RECORD_FACTS } from '../../../core/facts/registry.js';

/** What a column of a database holds. `int` and `flag` are never missing, `int?` and `number?` may be; a list that is missing is empty. */
export type RowType =
  | 'text'
  | 'int'
  | 'int?'
  | 'number?'
  | 'text?'
  | 'flag'
  | 'texts'
  | 'ints'
  | 'ints?'
  | 'numbers?'
  | 'flags'
  | 'text-lists';

/**
 * How a conversation lies in a database: one row with everything in it, so that no question needs a join and a cluster keeps each conversation
 * whole on one machine. Lists of equal length belong together, as `click_at` and `click_product`. Texts that are missing are `''`.
 */

export const ROW_COLUMNS: Readonly<Record<string, RowType>> = {
  tenant: 'text',
  id: 'text',
  started_at: 'int',
  /** What orders the versions of an id. */
  version: 'int',
  /** The settings that the derived columns were made with. */
  fingerprint: 'text',
  /** Every key the record has, a bit each (`supplied-bits.ts`). */
  supplied: 'int',
  channel: 'text',
  tag: 'text',
  region: 'text',
  language: 'text',
  segment: 'text',
  assignee: 'text',
  page: 'text',
  user_id: 'text',
  profile_id: 'text',
  goals: 'texts',

  /** The instants between which anything happened, and all of them, ascending. */
  first_event_at: 'int',
  last_event_at: 'int',
  event_at: 'ints',

  /** From here on the columns of state are as they are; before, `state_*` say what they were from `state_from` on. */
  settled_at: 'int',
  status: 'text',
  visitor_messages: 'int?',
  agent_messages: 'int?',
  human_messages: 'int?',
  taken_over: 'flag',
  abandoned: 'flag',
  message_count: 'int',
  updated_at: 'int',
  state_from: 'ints',
  state_status: 'texts',
  state_visitor_messages: 'ints?',
  state_agent_messages: 'ints?',
  state_human_messages: 'ints?',
  state_taken_over: 'flags',
  state_abandoned: 'flags',
  state_message_count: 'ints',
  state_updated_at: 'ints',
  /** Skills in the order of their first use, and when that was. */
  skills: 'texts',
  skill_from: 'ints',
  /** The first question, and when it was asked; missing without any. */
  first_question: 'text?',
  first_question_at: 'int?',
  /** Questions that the agent answered with a missed message, and when. */
  missed_questions: 'texts',
  missed_from: 'ints',

  message_at: 'ints',
  message_from: 'texts',
  message_skills: 'text-lists',
  message_missed: 'flags',
  message_welcome: 'flags',
  message_engaging: 'flags',
  run_at: 'ints',
  run_asked_at: 'ints',
  run_from: 'texts',
  /** By the business hours of the settings; missing without. */
  run_business: 'ints?',
  click_at: 'ints',
  click_product: 'texts',
  click_url: 'texts',
  cart_at: 'ints',
  cart_product: 'texts',
  cart_quantity: 'ints',
  rating_at: 'ints',
  rating_value: 'ints',
  /** Order lines that this conversation earned, each from when to when. */
  item_at: 'ints',
  item_value: 'ints',
  item_order: 'texts',
  item_product: 'texts',
  item_from: 'ints',
  item_until: 'ints',
  /** Whether sales can be attributed to it. */
  has_touches: 'flag',

  /** Folded as a search folds, in the order of `message_at`. */
  folded_id: 'text',
  folded_question: 'text',
  folded_profile: 'text',
  folded_people: 'texts',
  folded_channel: 'text',
  folded_tag: 'text',
  folded_messages: 'texts',
  /** The record as it was supplied, JSON. */
  raw: 'text',
};

export const ORDER_COLUMNS: Readonly<Record<string, RowType>> = {
  tenant: 'text',
  id: 'text',
  ordered_at: 'int',
  cancelled_at: 'int?',
  version: 'int',
  profile_id: 'text',
  conversation_id: 'text',
  raw: 'text',
};
export const ARTICLE_COLUMNS: Readonly<Record<string, RowType>> = {
  tenant: 'text',
  id: 'text',
  version: 'int',
  raw: 'text',
};

/** One row a tenant: the fields beside the records, and which lists were given, as JSON. */
export const TENANT_COLUMNS: Readonly<Record<string, RowType>> = {
  tenant: 'text',
  id: 'text',
  version: 'int',
  fields: 'text',
  given: 'texts',
};
export const IMPORT_COLUMNS: Readonly<Record<string, RowType>> = {
  tenant: 'text',
  id: 'text',
  version: 'int',
  name: 'text',
  records: 'int',
  refused: 'int',
  is_done: 'flag',
};

export type RowTable = 'conversations' | 'orders' | 'articles' | 'records' | 'derived' | 'tenants' | 'imports';

/** Those that the data's owner declared are among them. Every table has `tenant`, `id` and `version`. */
export function tableColumns(table: RowTable, own: OwnColumns): Readonly<Record<string, RowType>> {
  switch (table) {
    case 'conversations':
      return { ...ROW_COLUMNS, ...declaredColumns(own.conversations) };
    case 'orders':
      return ORDER_COLUMNS;
    case 'articles':
      return ARTICLE_COLUMNS;
    case 'records':
      return RECORD_COLUMNS;
    case 'derived':
      return { ...DERIVED_COLUMNS, ...declaredOfRecords(own) };
    case 'tenants':
      return TENANT_COLUMNS;
    case 'imports':
      return IMPORT_COLUMNS;
  }
}

/** Those that hold what the data's owner declared. */
export const TABLES_WITH_OWN = ['conversations', 'derived'] as const satisfies readonly RowTable[];

export const TABLES: readonly RowTable[] = [
  'conversations',
  'orders',
  'articles',
  'records',
  'derived',
  'tenants',
  'imports',
];

/** Those of the first version; the others came later. */
export const FIRST_TABLES: readonly RowTable[] = ['conversations', 'orders', 'articles', 'tenants', 'imports'];
export const RECORD_ROW_TABLES: readonly RowTable[] = ['records', 'derived'];

/** A row as it is written: what is missing, empty or `null` may be left out. */
export type Row = Record<string, unknown> & { tenant: string; id: string; version: number };

/**
 * How records beside conversations lie in a database: each as it was supplied, and what is derived from it as rows of their own, one for
 * each table that it has entries in, with those entries as lists of equal length.
 */

export const RECORD_COLUMNS: Readonly<Record<string, RowType>> = {
  tenant: 'text',
  /** Fact and key. */
  id: 'text',
  fact: 'text',
  key: 'text',
  version: 'int',
  fingerprint: 'text',
  /** What records that are derived together share. */
  links: 'texts',
  /** The instants between which anything happened, and all of them, ascending; without any the extremes the wrong way round. */
  first_event_at: 'int',
  last_event_at: 'int',
  event_at: 'ints',
  /** Columns that it supplies. */
  supplied: 'texts',
  raw: 'text',
};

const LIST_TYPES: Readonly<Record<ColumnKind, RowType>> = {
  time: 'ints?',
  number: 'numbers?',
  text: 'texts',
  texts: 'texts',
  flag: 'ints?',
};

/** A column of derived rows; columns of the same name are of the same kind in every table. */
export function derivedColumnName(name: string): string {
  return `c_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

export const DERIVED_COLUMNS: Readonly<Record<string, RowType>> = {
  tenant: 'text',
  /** Table and key. */
  id: 'text',
  /** The table of the schema. */
  fact: 'text',
  key: 'text',
  version: 'int',
  /** From here on nothing of it changes by time alone. */
  settled_at: 'int',
  seen_from: 'ints',
  seen_until: 'ints',
  ...Object.fromEntries(
    Object.values(RECORD_TABLES).flatMap(({ columns }) =>
      Object.entries(columns).map(([name, { kind }]) => [derivedColumnName(name), LIST_TYPES[kind]]),
    ),
  ),
};

/** How the columns that the data's owner declared lie in a database: one of their own each, beside what the kit derives. */

/** The column of an own column; its name is the owner's, so it goes in as hexadecimal. */
export function ownColumnName(name: string): string {
  return `own_${Array.from(new TextEncoder().encode(name), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

export function declaredColumns(own: FactColumns = {}): Record<string, RowType> {
  return Object.fromEntries(
    Object.entries(own).map(([name, kind]) => [ownColumnName(name), kind === 'text' ? 'text?' : 'number?'] as const),
  );
}

/** Rows of all facts beside conversations lie in one table: a name that several declare is one column. */
export function declaredOfRecords(own: OwnColumns): Record<string, RowType> {
  return Object.fromEntries(
    ([...RECORD_FACTS, 'orders'] as const).flatMap((fact) => Object.entries(declaredColumns(own[fact]))),
  );
}

/** The cells of a record. */
export function declaredCells(record: object, own: FactColumns = {}): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(own).map(([name, kind]) => [ownColumnName(name), ownValue(record, name, kind)]),
  );
}
