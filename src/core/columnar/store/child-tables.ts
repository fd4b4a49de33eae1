/** The facts inside conversations that have records: a table each, in order of time. What is later than now stays hidden by its time. */
import { BusinessClock } from '../../tables/business-clock.js';
import {
  CONVERSATION_EVENTS,
  EVENT_TABLES,
  type AnyEventRow,
  type EventTable,
} from '../../tables/conversation-events.js';
import type { ConversationRecord } from '../../tables/conversation-record.js';
import { CONVERSATION_TABLES } from '../../tables/conversation-tables.js';
import type { Steps } from '../../steps.js';
import type { ColumnKind } from '../../tables/schema.js';
import { type Column, type Dictionaries, type NumberColumn, MutableCodes } from './columns.js';
import type { ShardContext } from './plain-columns.js';
import { ShardTable } from './shard-table.js';
import { timeOrder } from './take.js';

export interface RecordsOfRows {
  /** Rows of the parent, ascending. */
  rows: Int32Array;
  records: readonly ConversationRecord[];
}

/** Records between two places to pause. */
const STRIDE = 2048;
/** Events between two places to pause, of which far more are done in the same time. */
const EVENT_STRIDE = 32_768;

export function* childTables(
  parent: ShardTable,
  of: RecordsOfRows,
  { dictionaries, settings }: Pick<ShardContext, 'dictionaries' | 'settings'>,
): Steps<Map<string, ShardTable>> {
  const clock = settings.businessHours && new BusinessClock(settings.businessHours);
  const tables = new Map<string, ShardTable>();
  for (const name of EVENT_TABLES) {
    const rowsOf = (record: ConversationRecord) => CONVERSATION_EVENTS[name](record, { clock });
    tables.set(name, yield* childTable(name, rowsOf, { parent, of, dictionaries }));
  }
  return tables;
}

function* childTable(
  name: EventTable,
  rowsOf: (record: ConversationRecord) => readonly AnyEventRow[],
  { parent, of, dictionaries }: { parent: ShardTable; of: RecordsOfRows; dictionaries: Dictionaries },
): Steps<ShardTable> {
  const events: AnyEventRow[] = [];
  const parents: number[] = [];
  for (const [place, record] of of.records.entries()) {
    for (const event of rowsOf(record)) {
      events.push(event);
      parents.push(of.rows[place]!);
    }
    if (place % STRIDE === STRIDE - 1) yield;
  }
  const order = timeOrder(Float64Array.from(events, ({ at }) => at)) ?? Int32Array.from(events.keys());
  yield;
  const sorted = Array.from(order, (place) => events[place]!);
  const columns = new Map<string, Column>();
  for (const [column, { kind }] of Object.entries(CONVERSATION_TABLES[name].columns)) {
    if (column === 'at') continue;
    const made = yield* eventColumn(sorted, column, kind, dictionaries);
    if (made) columns.set(column, made);
    yield;
  }
  const times = Float64Array.from(sorted, ({ at }) => at);
  return new ShardTable(name, times, columns, { table: parent, rows: order.map((place) => parents[place]!) });
}

/** `undefined`: no row has a value. */
function* eventColumn(
  events: readonly AnyEventRow[],
  name: string,
  kind: ColumnKind,
  dictionaries: Dictionaries,
): Steps<Column | undefined> {
  if (kind === 'number' || kind === 'time') {
    const values = Float64Array.from(events, (event) => (event[name] as number | null | undefined) ?? NaN);
    return values.every(Number.isNaN) ? undefined : numberColumn(values);
  }
  const cells = new MutableCodes(events.length, dictionaries.of(name));
  for (let row = 0; row < events.length; row++) {
    cells.set(row, events[row]![name] ?? null);
    if (row % EVENT_STRIDE === EVENT_STRIDE - 1) yield;
  }
  return cells.column;
}

/** Whole numbers of 32 bits where all are; a negative zero is a double. */
export function numberColumn(values: Float64Array): NumberColumn {
  return {
    kind: 'number',
    values: values.every((value) => Object.is(value | 0, value)) ? Int32Array.from(values) : values,
  };
}
