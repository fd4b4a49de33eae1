/** The facts inside conversations that have records: a table each, in order of time. What is later than now stays hidden by the span. */
import type { Cell } from '../../answer/engine.js';
import { answeredRuns, type AnsweredRun } from '../../tables/conversation-state.js';
import { BusinessClock } from '../../tables/business-clock.js';
import type { ConversationRecord } from '../../tables/conversation-record.js';
import type { Column, NumberColumn } from './columns.js';
import type { Dictionaries } from './columns.js';
import type { ShardContext } from './plain-columns.js';
import { PatchedCodes } from './columns.js';
import { ShardTable } from './shard-table.js';
import { timeOrder } from './take.js';

export interface RecordsOfRows {
  /** Rows of the parent, ascending. */
  rows: Int32Array;
  records: readonly ConversationRecord[];
}

export function childTables(
  parent: ShardTable,
  of: RecordsOfRows,
  { dictionaries, settings }: Pick<ShardContext, 'dictionaries' | 'settings'>,
): Map<string, ShardTable> {
  const clock = settings.businessHours && new BusinessClock(settings.businessHours);
  return new Map(
    [MESSAGES, SKILL_USES, answeredRunsTable(clock), CLICKS, CART_ADDS, RATINGS].map((toTable) => {
      const table = toTable(parent, of, dictionaries);
      return [table.fact, table];
    }),
  );
}

type ToTable = (parent: ShardTable, of: RecordsOfRows, dictionaries: Dictionaries) => ShardTable;

interface EventColumns<E> {
  codes?: Record<string, (event: E) => Cell>;
  numbers?: Record<string, (event: E) => number>;
}

function tableOf<E extends { at: number }>(
  fact: string,
  eventsOf: (record: ConversationRecord) => readonly E[],
  { codes = {}, numbers = {} }: EventColumns<E>,
): ToTable {
  return (parent, { rows, records }, dictionaries) => {
    const found: E[] = [];
    const foundRows: number[] = [];
    for (const [place, record] of records.entries()) {
      for (const event of eventsOf(record)) {
        found.push(event);
        foundRows.push(rows[place]!);
      }
    }
    const order = timeOrder(Float64Array.from(found, ({ at }) => at)) ?? Int32Array.from(found.keys());
    const columns = new Map<string, Column>();
    for (const [name, cellOf] of Object.entries(codes)) {
      const cells = new PatchedCodes(found.length, dictionaries.of(name));
      for (let row = 0; row < order.length; row++) cells.set(row, cellOf(found[order[row]!]!));
      columns.set(name, cells.column);
    }
    for (const [name, numberOf] of Object.entries(numbers))
      columns.set(name, numberColumn(Float64Array.from(order, (place) => numberOf(found[place]!))));
    const times = Float64Array.from(order, (place) => found[place]!.at);
    return new ShardTable(fact, times, columns, { table: parent, rows: order.map((place) => foundRows[place]!) });
  };
}

const MESSAGES = tableOf('messages', ({ messages }) => messages ?? [], {
  codes: {
    from: ({ from }) => from,
    skill: ({ skills }) => skills,
    missed: ({ raw }) => raw.missed ?? false,
    welcome: ({ raw }) => raw.welcome ?? false,
    engaging: ({ isEngaging }) => isEngaging,
  },
});
const SKILL_USES = tableOf(
  'skillUses',
  ({ messages }) => (messages ?? []).filter(({ from, skills }) => from === 'agent' && skills.length > 0),
  {
    codes: { skill: ({ skills }) => skills, missed: ({ raw }) => raw.missed ?? false },
  },
);
const answeredRunsTable = (clock: BusinessClock | undefined): ToTable =>
  tableOf<AnsweredRun>('answeredRuns', ({ messages }) => answeredRuns(messages ?? []), {
    codes: { from: ({ from }) => from },
    numbers: {
      askedAt: ({ askedAt }) => askedAt,
      ...(clock && { businessTime: ({ at, askedAt }) => clock.between(askedAt, at) }),
    },
  });
const CLICKS = tableOf('clicks', ({ clicks }) => clicks, {
  codes: { productId: ({ productId }) => productId ?? null, url: ({ url }) => url ?? null },
});
const CART_ADDS = tableOf('cartAdds', ({ cartAdds }) => cartAdds, {
  codes: { productId: ({ productId }) => productId },
  numbers: { quantity: ({ quantity }) => quantity },
});
const RATINGS = tableOf('ratings', ({ rating }) => (rating ? [rating] : []), {
  numbers: { rating: ({ value }) => value },
});

/** Whole numbers of 32 bits where all are; a negative zero is a double. */
export function numberColumn(values: Float64Array): NumberColumn {
  return {
    kind: 'number',
    values: values.every((value) => Object.is(value | 0, value)) ? Int32Array.from(values) : values,
  };
}
