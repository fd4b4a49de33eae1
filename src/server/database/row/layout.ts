import { type FactColumns, type CustomColumns, customValue } from '../../../core/custom-columns.js';
import {
  type ColumnKind,
  CONVERSATION_TABLES,
  type FactSchema,
  RECORD_TABLES,
} from '../../../core/tables/all-tables.js';
import { SUPPLIED_TEXTS } from '../../../core/tables/conversation-tables.js';
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

type ConversationTables = typeof CONVERSATION_TABLES;

/** Tables inside conversations that have lists of their own; rows of `skillUses` are entries of those of messages. */
export type ListTable = Exclude<keyof ConversationTables, 'conversations' | 'openedConversations' | 'skillUses'>;

/** The list that holds each column of a table inside conversations. Those of one table are of equal length. */
export const EVENT_LISTS: {
  readonly [T in ListTable]: Readonly<Record<keyof ConversationTables[T]['columns'], string>>;
} = {
  messages: {
    at: 'message_at',
    from: 'message_from',
    skill: 'message_skills',
    missed: 'message_missed',
    welcome: 'message_welcome',
    engaging: 'message_engaging',
  },
  answeredRuns: { at: 'run_at', askedAt: 'run_asked_at', from: 'run_from', businessTime: 'run_business' },
  clicks: { at: 'click_at', productId: 'click_product', url: 'click_url' },
  cartAdds: { at: 'cart_at', productId: 'cart_product', quantity: 'cart_quantity' },
  ratings: { at: 'rating_at', rating: 'rating_value' },
  attributedItems: { at: 'item_at', value: 'item_value', order: 'item_order', productId: 'item_product' },
};

const EVENT_LIST_TYPES: Readonly<Record<ColumnKind, RowType>> = {
  time: 'ints',
  number: 'ints',
  text: 'texts',
  texts: 'text-lists',
  flag: 'flags',
};

function eventLists(table: ListTable): Record<string, RowType> {
  const schema: FactSchema = CONVERSATION_TABLES[table];
  return Object.fromEntries(
    Object.entries(EVENT_LISTS[table]).map(([column, list]) => {
      const { kind } = schema.columns[column]!;
      return [list, column === 'businessTime' ? 'ints?' : EVENT_LIST_TYPES[kind]];
    }),
  );
}

/** The column that holds each part of a conversation's state; `state_…` are the lists of the states before the last. */
export const STATE_COLUMNS = {
  status: 'status',
  visitorMessages: 'visitor_messages',
  agentMessages: 'agent_messages',
  humanMessages: 'human_messages',
  takenOver: 'taken_over',
  abandoned: 'abandoned',
  messageCount: 'message_count',
  updatedAt: 'updated_at',
} as const;

const STATE_TYPES = {
  status: ['text', 'texts'],
  visitor_messages: ['int?', 'ints?'],
  agent_messages: ['int?', 'ints?'],
  human_messages: ['int?', 'ints?'],
  taken_over: ['flag', 'flags'],
  abandoned: ['flag', 'flags'],
  message_count: ['int', 'ints'],
  updated_at: ['int', 'ints'],
} as const satisfies Record<(typeof STATE_COLUMNS)[keyof typeof STATE_COLUMNS], readonly [RowType, RowType]>;

function stateColumns(): Record<string, RowType> {
  const columns = Object.entries(STATE_TYPES);
  return {
    ...Object.fromEntries(columns.map(([name, [type]]) => [name, type])),
    state_from: 'ints',
    ...Object.fromEntries(columns.map(([name, [, list]]) => [`state_${name}`, list])),
  };
}

/**
 * How a conversation lies in a database: one row with everything in it, so that no question needs a join and a cluster keeps each conversation
 * whole on one machine. Texts that are missing are `''`.
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
  ...Object.fromEntries(SUPPLIED_TEXTS.map((name) => [name, 'text'] as const)),
  user_id: 'text',
  profile_id: 'text',
  goals: 'texts',

  /** The instants between which anything happened, and all of them, ascending. */
  first_event_at: 'int',
  last_event_at: 'int',
  event_at: 'ints',

  /** From here on the columns of state are as they are; before, `state_*` say what they were from `state_from` on. */
  settled_at: 'int',
  ...stateColumns(),
  /** Skills in the order of their first use, and when that was. */
  skills: 'texts',
  skill_from: 'ints',
  /** The first question, and when it was asked; missing without any. */
  first_question: 'text?',
  first_question_at: 'int?',
  /** Questions that the agent answered with a missed message, and when. */
  missed_questions: 'texts',
  missed_from: 'ints',

  ...eventLists('messages'),
  ...eventLists('answeredRuns'),
  ...eventLists('clicks'),
  ...eventLists('cartAdds'),
  ...eventLists('ratings'),
  ...eventLists('attributedItems'),
  /** From when to when each attributed item counts. */
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
export function tableColumns(table: RowTable, own: CustomColumns): Readonly<Record<string, RowType>> {
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

/** The column of an custom column; its name is the owner's, so it goes in as hexadecimal. */
export function customColumnName(name: string): string {
  return `own_${Array.from(new TextEncoder().encode(name), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** How the columns that the data's owner declared lie in a database: one of their own each, beside what the kit derives. */
export function declaredColumns(own: FactColumns = {}): Record<string, RowType> {
  return Object.fromEntries(
    Object.entries(own).map(([name, kind]) => [customColumnName(name), kind === 'text' ? 'text?' : 'number?'] as const),
  );
}

/** Rows of all facts beside conversations lie in one table: a name that several declare is one column. */
export function declaredOfRecords(own: CustomColumns): Record<string, RowType> {
  return Object.fromEntries(
    ([...RECORD_FACTS, 'orders'] as const).flatMap((fact) => Object.entries(declaredColumns(own[fact]))),
  );
}

/** The cells of a record. */
export function declaredCells(record: object, own: FactColumns = {}): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(own).map(([name, kind]) => [customColumnName(name), customValue(record, name, kind)]),
  );
}
