/** The rows that a conversation gives to each table of what happened in it. The page keeps them as columns, a database as lists. */
import type { Cell } from '../answer/engine.js';
import type { BusinessClock } from './business-clock.js';
import type { ConversationRecord } from './conversation-record.js';
import { answeredRuns } from './conversation-state.js';
import type { CONVERSATION_TABLES } from './conversation-tables.js';

/** Tables whose rows depend on the conversation alone. What it earned depends on orders too. */
export type EventTable = 'messages' | 'skillUses' | 'answeredRuns' | 'clicks' | 'cartAdds' | 'ratings';

/** Times are epoch milliseconds; `null`: not known. */
export type EventRow<T extends EventTable> = { at: number } & Record<
  Exclude<keyof (typeof CONVERSATION_TABLES)[T]['columns'], 'at'>,
  Cell
>;

/** Of any of the tables. */
export type AnyEventRow = Readonly<{ at: number; [column: string]: Cell }>;

export interface EventContext {
  /** Unset: no business hours are set. */
  clock: BusinessClock | undefined;
}

/** Rows are in no order of time. A column of the schema without a value here is a compile error. */
export const CONVERSATION_EVENTS: {
  readonly [T in EventTable]: (record: ConversationRecord, context: EventContext) => EventRow<T>[];
} = {
  messages: ({ messages = [] }) =>
    messages.map(({ at, from, skills, isEngaging, raw }) => ({
      at,
      from,
      skill: skills,
      missed: raw.missed ?? false,
      welcome: raw.welcome ?? false,
      engaging: isEngaging,
    })),
  skillUses: ({ messages = [] }) =>
    messages
      .filter(({ from, skills }) => from === 'agent' && skills.length > 0)
      .map(({ at, skills, raw }) => ({ at, skill: skills, missed: raw.missed ?? false })),
  answeredRuns: ({ messages = [] }, { clock }) =>
    answeredRuns(messages).map(({ at, askedAt, from }) => ({
      at,
      askedAt,
      from,
      businessTime: clock?.between(askedAt, at) ?? null,
    })),
  clicks: ({ clicks }) =>
    clicks.map(({ at, productId, url }) => ({ at, productId: productId ?? null, url: url ?? null })),
  cartAdds: ({ cartAdds }) => cartAdds.map(({ at, productId, quantity }) => ({ at, productId, quantity })),
  ratings: ({ rating }) => (rating ? [{ at: rating.at, rating: rating.value }] : []),
};

export const EVENT_TABLES = Object.keys(CONVERSATION_EVENTS) as EventTable[];
