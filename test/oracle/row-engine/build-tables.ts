/** Lays the facts out as tables, as they stand at one instant. */
import { attributeOrders, type AttributedItem } from '../../../src/core/tables/attributed-orders.js';
import type { Article } from '../../../src/core/facts/articles.js';
import type { ResolvedSettings } from '../../../src/core/settings.js';
import {
  answeredRuns,
  isConversation,
  stateAt,
  type ConversationState,
} from '../../../src/core/tables/conversation-state.js';
import { BusinessClock } from '../../../src/core/tables/business-clock.js';
import { TABLES } from '../../../src/core/tables/all-tables.js';
import { FactTable, type Cell, type Column } from './fact-table.js';
import { eventTimes, type ConversationRecord, type OrderRecord } from '../../../src/core/tables/conversation-record.js';
import { compileWhere } from './where-rows.js';

export interface Facts {
  conversations: readonly ConversationRecord[];
  orders: readonly OrderRecord[];
  articles: readonly Article[];
  /** Every skill there is, unused ones too. */
  skills: readonly string[];
  /** Custom columns of conversations. */
  customColumns: readonly string[];
}

export interface Snapshot {
  now: number;
  /** The first instant after `now` at which any table would differ; `Infinity`: never. */
  validUntil: number;
  tables: ReadonlyMap<string, FactTable>;
  /** In the order of the rows of `openedConversations`. */
  states: readonly ConversationState[];
}

type Cells = Readonly<Record<string, Cell>>;

export function buildSnapshot(facts: Facts, now: number, settings: ResolvedSettings): Snapshot {
  const states = facts.conversations
    .filter((record) => record.startedAt <= now)
    .map((record) => stateAt(record, now, settings));
  const clock = settings.businessHours && new BusinessClock(settings.businessHours);
  const items = attributedItems(facts.orders, states, settings, now);
  const opened = conversationTable(states, items, facts.customColumns, settings);
  const rowsOf = selectRows(states, isConversation);
  const tables = new Map<string, FactTable>([
    ['openedConversations', opened],
    ['conversations', new FactTable(rowsOf.length, new Map(), { table: opened, rows: rowsOf })],
    ['messages', childTable('messages', opened, states, messageRows)],
    ['skillUses', childTable('skillUses', opened, states, skillRows)],
    [
      'answeredRuns',
      childTable('answeredRuns', opened, states, (state) =>
        answeredRuns(state.messages ?? []).map((run) => ({
          ...run,
          businessTime: clock?.between(run.askedAt, run.at) ?? null,
        })),
      ),
    ],
    [
      'clicks',
      childTable('clicks', opened, states, ({ record }) =>
        upTo(now, record.clicks).map(({ at, productId, url }) => ({
          at,
          productId: productId ?? null,
          url: url ?? null,
        })),
      ),
    ],
    [
      'cartAdds',
      childTable('cartAdds', opened, states, ({ record }) => upTo(now, record.cartAdds).map((add) => ({ ...add }))),
    ],
    [
      'ratings',
      childTable('ratings', opened, states, ({ record }) =>
        upTo(now, record.rating ? [record.rating] : []).map(({ at, value }) => ({ at, rating: value })),
      ),
    ],
    [
      'attributedItems',
      toTable(
        'attributedItems',
        opened,
        items.map(({ conversation, ...item }) => ({ parent: conversation, cells: item })),
      ),
    ],
  ]);
  return { now, validUntil: nextChange(facts, now, settings), tables, states };
}

function conversationTable(
  states: readonly ConversationState[],
  items: readonly AttributedItem[],
  customColumns: readonly string[],
  settings: ResolvedSettings,
): FactTable {
  const sold = new Map<number, number>();
  for (const { conversation } of items) sold.set(conversation, (sold.get(conversation) ?? 0) + 1);
  const columns = new Map<string, Column>();
  const put = (name: string, cell: (state: ConversationState, row: number) => Cell) =>
    columns.set(name, states.map(cell));
  put('id', ({ record }) => record.id);
  put('startedAt', ({ record }) => record.startedAt);
  put('status', ({ verdict }) => verdict.status);
  put('outcome', ({ outcome }) => outcome);
  for (const name of ['channel', 'tag', 'region', 'language', 'segment', 'assignee', 'page'] as const)
    put(name, ({ record }) => record.raw[name] ?? null);
  put('skill', ({ skills }) => skills);
  put('user', ({ record }) => record.profile?.id ?? record.raw.visitorId ?? null);
  for (const name of ['visitorMessages', 'agentMessages', 'humanMessages', 'takenOver', 'abandoned'] as const)
    put(name, (state) => state[name]);
  put('attributedItems', (_, row) => sold.get(row) ?? 0);
  for (const name of customColumns)
    put(name, ({ record }) => (record.raw as unknown as Record<string, Cell | undefined>)[name] ?? null);
  put('goal', ({ record }) => [...new Set(record.raw.goals)]);
  const table = new FactTable(states.length, columns);
  if (settings.goals) columns.set('goal', withGoals(table, settings.goals));
  return table;
}

/** Goals told by a condition are added to those the record names. */
function withGoals(table: FactTable, goals: NonNullable<ResolvedSettings['goals']>): Column {
  const tests = Object.entries(goals).map(([id, where]) => ({ id, test: compileWhere([[where]], table) }));
  return (table.column('goal') ?? []).map((cell, row) => {
    const reached = tests.filter(({ test }) => test(row)).map(({ id }) => id);
    return [...new Set([...(cell as readonly string[]), ...reached])];
  });
}

function messageRows({ messages }: ConversationState): Cells[] {
  return (messages ?? []).map(({ at, from, raw, skills, isEngaging }) => ({
    at,
    from,
    skill: skills,
    missed: raw.missed ?? false,
    welcome: raw.welcome ?? false,
    engaging: isEngaging,
  }));
}

function skillRows({ messages }: ConversationState): Cells[] {
  return (messages ?? [])
    .filter(({ from, skills }) => from === 'agent' && skills.length > 0)
    .map(({ at, raw, skills }) => ({ at, skill: skills, missed: raw.missed ?? false }));
}

function childTable(
  fact: string,
  parent: FactTable,
  states: readonly ConversationState[],
  rowsOf: (state: ConversationState) => Cells[],
): FactTable {
  return toTable(
    fact,
    parent,
    states.flatMap((state, index) => rowsOf(state).map((cells) => ({ parent: index, cells }))),
  );
}

/** Has every column of the fact, also without any row. */
function toTable(
  fact: string,
  parent: FactTable,
  rows: readonly { parent: number; cells: Cells | Omit<AttributedItem, 'conversation'> }[],
): FactTable {
  const names = Object.keys(TABLES[fact]!.columns);
  const columns = new Map<string, Column>(
    names.map((name) => [name, rows.map((row) => (row.cells as Cells)[name] ?? null)]),
  );
  return new FactTable(rows.length, columns, { table: parent, rows: rows.map((row) => row.parent) });
}

function attributedItems(
  orders: readonly OrderRecord[],
  states: readonly ConversationState[],
  settings: ResolvedSettings,
  now: number,
): AttributedItem[] {
  const conversations = states.map(({ record, messages }) => ({
    id: record.id,
    profileId: record.profile?.id,
    channel: record.raw.channel ?? undefined,
    touches: [
      ...record.clicks.flatMap(({ at, productId }) =>
        productId === undefined ? [] : [{ at, by: 'click' as const, productId }],
      ),
      ...(messages ?? []).flatMap(({ at, from, raw }) =>
        from === 'agent' ? (raw.products ?? []).map((productId) => ({ at, by: 'message' as const, productId })) : [],
      ),
    ],
  }));
  const list = orders.map(({ id, at, cancelledAt, raw }) => ({
    id,
    at,
    cancelledAt,
    profileId: raw.profileId ?? undefined,
    conversationId: raw.conversationId ?? undefined,
    items: raw.items,
  }));
  return attributeOrders(list, conversations, settings, now);
}

function nextChange({ conversations, orders }: Facts, now: number, settings: ResolvedSettings): number {
  let next = Infinity;
  const consider = (at: number | undefined) => {
    if (at !== undefined && at > now && at < next) next = at;
  };
  for (const record of conversations) {
    for (const at of eventTimes(record)) consider(at);
    for (const { at } of record.messages ?? []) consider(at + settings.inactivityHours * 3_600_000);
  }
  for (const { at, cancelledAt } of orders) {
    consider(at);
    consider(cancelledAt);
  }
  return next;
}

const upTo = <E extends { at: number }>(now: number, events: readonly E[]): readonly E[] =>
  events.filter(({ at }) => at <= now);

function selectRows(states: readonly ConversationState[], test: (state: ConversationState) => boolean): number[] {
  return states.flatMap((state, row) => (test(state) ? [row] : []));
}
