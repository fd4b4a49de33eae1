/** Makes columns of derived rows, as they come: no row is kept as an object. */
import { TABLES } from '../../tables/all-tables.js';
import { ALWAYS, type DerivedCell, type DerivedCells, type DerivedRow, type Seen } from '../../tables/derived-rows.js';
import { TICKET_NUMBERS, type TicketRows } from '../../tables/tickets.js';
import type { Steps } from '../../steps.js';
import { customValue, type FactColumns } from '../../custom-columns.js';
import { Dictionary, NO_VALUE, type Column } from '../store/columns.js';
import { GrowingCodes, GrowingNumbers, GrowingWholes } from '../store/growing-columns.js';
import { gatherColumn, pick, timeOrder } from '../store/take.js';
import { DerivedTable, type RecordBase, type RecordNumbers, type RecordSource } from './derived-table.js';

/** Rows in order of the table's usual clock. */
export interface BuiltTable {
  table: DerivedTable;
  /** Rows that are not seen before an instant, and rows that are seen no more from one on; all others always are. */
  appearing: SeenRows;
  vanishing: SeenRows;
  /** Rows that are seen no more from an instant on, at which the row after each of them appears. Such rows are in neither of the lists for that. */
  handingOver: SeenRows;
}

export interface SeenRows {
  rows: Int32Array;
  instants: Float64Array;
}

/** Codes of one column in all tables. Rows of a record come one after the other, so that most values are those just seen. */
class ColumnCodes {
  readonly dictionary = new Dictionary();
  #last: DerivedCell = null;
  #code = NO_VALUE;

  codeOf(value: DerivedCell): number {
    if (value !== this.#last) {
      this.#code = this.dictionary.codeOf(value);
      this.#last = value;
    }
    return this.#code;
  }
}

/** The codes of a fact's columns by name, the same in all tables and for all records. */
export class RecordDictionaries {
  readonly #byColumn = new Map<string, ColumnCodes>();

  of(name: string): ColumnCodes {
    let codes = this.#byColumn.get(name);
    if (!codes) this.#byColumn.set(name, (codes = new ColumnCodes()));
    return codes;
  }
}

/** One column on its way. */
abstract class ColumnBuilder {
  abstract set(row: number, value: DerivedCell): void;
  /** Of a flag 1 is true. */
  abstract setNumber(row: number, value: number): void;
  abstract take(length: number): Column | undefined;
}

class CodeBuilder extends ColumnBuilder {
  readonly #codes: ColumnCodes;
  readonly #growing: GrowingCodes;

  constructor(codes: ColumnCodes) {
    super();
    this.#codes = codes;
    this.#growing = new GrowingCodes(codes.dictionary);
  }

  set(row: number, value: DerivedCell): void {
    this.#growing.set(row, this.#codes.codeOf(value));
  }

  setNumber(row: number, value: number): void {
    this.set(row, value === 1);
  }

  take(length: number): Column | undefined {
    return this.#growing.take(length);
  }
}

class NumberBuilder extends ColumnBuilder {
  readonly #numbers = new GrowingNumbers();

  set(row: number, value: DerivedCell): void {
    if (typeof value === 'number') this.#numbers.set(row, value);
  }

  setNumber(row: number, value: number): void {
    this.#numbers.set(row, value);
  }

  take(length: number): Column | undefined {
    return this.#numbers.take(length);
  }
}

/** Columns of rows or of records, made as values come for them. */
class ColumnBuilders {
  readonly #kinds: ReadonlyMap<string, string>;
  readonly #dictionaries: RecordDictionaries;
  readonly #builders = new Map<string, ColumnBuilder>();

  constructor(kinds: ReadonlyMap<string, string>, dictionaries: RecordDictionaries) {
    this.#kinds = kinds;
    this.#dictionaries = dictionaries;
  }

  /** Cells of no column are passed over. */
  set(row: number, cells: DerivedCells): void {
    for (const name in cells) {
      const value = cells[name]!;
      if (value !== null) this.of(name)?.set(row, value);
    }
  }

  take(length: number): Map<string, Column> {
    const columns = new Map<string, Column>();
    for (const [name, builder] of this.#builders) {
      const column = builder.take(length);
      if (column) columns.set(name, column);
    }
    return columns;
  }

  of(name: string): ColumnBuilder | undefined {
    const known = this.#builders.get(name);
    if (known) return known;
    const kind = this.#kinds.get(name);
    if (kind === undefined) return undefined;
    const isNumber = kind === 'time' || kind === 'number';
    const made = isNumber ? new NumberBuilder() : new CodeBuilder(this.#dictionaries.of(name));
    this.#builders.set(name, made);
    return made;
  }
}

class SeenBuilder {
  readonly #rows = new GrowingWholes();
  readonly #instants = new GrowingNumbers();
  #length = 0;

  add(row: number, instant: number): void {
    this.#rows.set(this.#length, row);
    this.#instants.set(this.#length++, instant);
  }

  /** Takes back the row that was added last, where it is this one at this instant. */
  dropLast(row: number, instant: number): boolean {
    const last = this.#length - 1;
    if (last < 0 || this.#rows.at(last) !== row || this.#instants.at(last) !== instant) return false;
    this.#length = last;
    this.#instants.dropFrom(last);
    return true;
  }

  /** `placeOf`: where each row went. */
  take(placeOf: Int32Array | undefined): SeenRows {
    const rows = this.#rows.take(this.#length);
    const instants = this.#instants.takeDoubles(this.#length) ?? new Float64Array();
    this.#length = 0;
    return { rows: placeOf ? pick(placeOf, rows) : rows, instants };
  }
}

interface NumbersOf {
  seen: Seen;
  record: number;
  createdAt: number;
}

const isAlways = ({ from, until }: Seen): boolean => from === -Infinity && until === Infinity;

class TableBuilder {
  readonly #fact: string;
  readonly #clock: string;
  readonly #otherClocks: readonly string[];
  readonly #columns: ColumnBuilders;
  readonly #times = new GrowingNumbers();
  readonly #records = new GrowingWholes();
  readonly #appearing = new SeenBuilder();
  readonly #vanishing = new SeenBuilder();
  readonly #handingOver = new SeenBuilder();
  /** Those that come as numbers, after the usual clock, and which of them are clocks. */
  readonly #numbers: readonly { column: ColumnBuilder; isClock: boolean }[];
  readonly #agents: ColumnBuilder | undefined;
  #length = 0;

  constructor(fact: string, dictionaries: RecordDictionaries) {
    const { columns, clocks } = TABLES[fact]!;
    const [clock, ...others] = clocks;
    this.#fact = fact;
    this.#clock = clock!;
    this.#otherClocks = others;
    // The usual clock's column is the table's order.
    const kinds = Object.entries(columns).filter(([name]) => name !== clock);
    this.#columns = new ColumnBuilders(new Map(kinds.map(([name, { kind }]) => [name, kind])), dictionaries);
    this.#numbers = (TICKET_NUMBERS[fact] ?? []).slice(1).map((name) => ({
      column: this.#columns.of(name)!,
      isClock: others.includes(name),
    }));
    this.#agents = this.#columns.of('agent');
  }

  /** A row is asked for from its first clock on, so that what was to be seen before is none, and what begins before is seen always. */
  add(row: DerivedRow, record: number): void {
    const { cells, seen } = row;
    const time = timeIn(row, this.#clock) ?? NaN;
    const first = isAlways(seen) ? -Infinity : this.#firstClock(row, time);
    if (this.#begin(record, time, seen, first)) this.#columns.set(this.#length - 1, cells);
  }

  /** As `add`, of a ticket that was created at an instant. */
  addNumbers(numbers: readonly number[], agent: string | null, { seen, record, createdAt }: NumbersOf): void {
    const time = numbers[0]!;
    let first = this.#hasOtherClocks ? Math.min(time, createdAt) : time;
    for (let place = 0; place < this.#numbers.length; place++)
      if (this.#numbers[place]!.isClock) first = Math.min(first, numbers[place + 1]!);
    if (!this.#begin(record, time, seen, first)) return;
    const row = this.#length - 1;
    for (let place = 0; place < this.#numbers.length; place++) {
      const value = numbers[place + 1]!;
      if (value === value) this.#numbers[place]!.column.setNumber(row, value);
    }
    if (agent !== null) this.#agents!.set(row, agent);
  }

  /** Whether there is such a row at all. */
  #begin(record: number, time: number, { from, until }: Seen, first: number): boolean {
    if (until <= first) return false;
    if (from > first && !this.#takesOver(record, time, from)) this.#appearing.add(this.#length, from);
    if (until !== Infinity) this.#vanishing.add(this.#length, until);
    this.#times.set(this.#length, time);
    this.#records.set(this.#length++, record);
    return true;
  }

  /** Whether the row before is of the same record and time, and is seen until then: both stay next to each other in any order of time. */
  #takesOver(record: number, time: number, at: number): boolean {
    const before = this.#length - 1;
    if (before < 0 || this.#records.at(before) !== record || this.#times.at(before) !== time) return false;
    if (!this.#vanishing.dropLast(before, at)) return false;
    this.#handingOver.add(before, at);
    return true;
  }

  get #hasOtherClocks(): boolean {
    return this.#otherClocks.length > 0;
  }

  *build(base: RecordBase): Steps<BuiltTable> {
    const length = this.#length;
    this.#length = 0;
    const times = this.#times.takeDoubles(length) ?? new Float64Array(length);
    const records = this.#records.take(length);
    const recordCount = base.source.ids.offsets.length - 1;
    const columns = this.#columns.take(length);
    yield;
    const order = timeOrder(times);
    const placeOf = order && inverse(order);
    yield;
    if (order) for (const [name, column] of columns) columns.set(name, gatherColumn(column, order));
    return {
      table: new DerivedTable(this.#fact, order ? pick(times, order) : times, columns, {
        base,
        records: narrow(order ? pick(records, order) : records, recordCount),
      }),
      appearing: this.#appearing.take(placeOf),
      vanishing: this.#vanishing.take(placeOf),
      handingOver: this.#handingOver.take(placeOf),
    };
  }

  #firstClock(row: DerivedRow, time: number): number {
    let first = Number.isNaN(time) ? -Infinity : time;
    for (const clock of this.#otherClocks) first = Math.min(first, timeIn(row, clock) ?? Infinity);
    return first;
  }
}

/** Columns of records and of the rows that are derived from them. */
export class RecordColumnsBuilder implements TicketRows {
  readonly #fact: string;
  readonly #own: readonly (readonly [name: string, kind: 'text' | 'number'])[];
  readonly #shared: ColumnBuilders;
  readonly #tables: ReadonlyMap<string, TableBuilder>;
  #lastShared: DerivedCells | undefined;
  readonly #of: NumbersOf = { seen: ALWAYS, record: 0, createdAt: 0 };

  constructor(fact: string, tables: readonly string[], own: FactColumns, dictionaries: RecordDictionaries) {
    this.#fact = fact;
    this.#own = Object.entries(own);
    const kinds = tables
      .flatMap((table) => Object.entries(TABLES[table]!.columns).map(([name, { kind }]) => [name, kind] as const))
      .filter(([name]) => name !== ID_COLUMNS[fact]);
    this.#shared = new ColumnBuilders(new Map([...kinds, ...this.#own]), dictionaries);
    this.#tables = new Map(tables.map((table) => [table, new TableBuilder(table, dictionaries)]));
  }

  /** To be called for each record, in ascending order of their numbers. */
  addRecord(record: number, raw: object): void {
    this.#of.record = record;
    for (const [name, kind] of this.#own) this.#shared.set(record, { [name]: customValue(raw, name, kind) });
  }

  begin(_: string, shared: DerivedCells): void {
    this.#shared.set(this.#of.record, shared);
    this.#of.createdAt = shared['createdAt'] as number;
  }

  /** Of the record that was added last. */
  add(table: string, numbers: readonly number[], agent: string | null, seen: Seen): void {
    this.#of.seen = seen;
    this.#tables.get(table)!.addNumbers(numbers, agent, this.#of);
  }

  addRow(row: DerivedRow, record: number): void {
    if (row.shared && row.shared !== this.#lastShared) {
      this.#lastShared = row.shared;
      this.#shared.set(record, row.shared);
    }
    this.#tables.get(row.table)!.add(row, record);
  }

  *build(source: RecordSource): Steps<Map<string, BuiltTable>> {
    const columns = this.#shared.take(source.ids.offsets.length - 1);
    const base: RecordBase = { source, columns, idColumn: ID_COLUMNS[this.#fact] };
    this.#lastShared = undefined;
    const tables = new Map<string, BuiltTable>();
    for (const [name, builder] of this.#tables) {
      tables.set(name, yield* builder.build(base));
      yield;
    }
    return tables;
  }
}

/** Columns that are not built, since they say again what the record's id is. */
const ID_COLUMNS: Readonly<Record<string, string>> = { tickets: 'ticket' };

function timeIn({ cells, shared }: DerivedRow, clock: string): number | undefined {
  return (cells[clock] ?? shared?.[clock]) as number | undefined;
}

/** Numbers of so many records, in half the room where they fit. */
function narrow(records: Int32Array, count: number): RecordNumbers {
  return count <= 2 ** 16 ? Uint16Array.from(records) : records;
}

function inverse(order: Int32Array): Int32Array {
  const places = new Int32Array(order.length);
  for (let place = 0; place < order.length; place++) places[order[place]!] = place;
  return places;
}
