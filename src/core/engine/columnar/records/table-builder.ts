/** Makes columns of derived rows, as they come: no row is kept as an object. */
import { FACTS } from '../../../metrics/fact-schema.js';
import type { DerivedRow } from '../../../records/derived-rows.js';
import type { Cell } from '../../cell.js';
import type { Column } from '../columns.js';
import { Dictionary } from '../dictionary.js';
import { gatherColumn, pick } from '../gather.js';
import { GrowingCodes, GrowingNumbers } from '../growing-columns.js';
import { ShardTable } from '../shard-table.js';
import { timeOrder } from '../time-order.js';

/** A custom column of the records behind the rows. */
export interface DeclaredColumn {
  name: string;
  kind: 'text' | 'number';
  valueOf(record: string): string | number | null;
}

/** Rows in order of the table's usual clock. */
export interface BuiltTable {
  table: ShardTable;
  /** The record behind each row. */
  records: readonly string[];
  /** When each row is seen, half open; unset: every row always. */
  seen: { from: Float64Array; until: Float64Array } | undefined;
}

export class TableBuilder {
  readonly #fact: string;
  readonly #declared: readonly DeclaredColumn[];
  readonly #codes = new Map<string, GrowingCodes>();
  readonly #numbers = new Map<string, GrowingNumbers>();
  readonly #from = new GrowingNumbers();
  readonly #until = new GrowingNumbers();
  readonly #records: string[] = [];
  #isAlwaysSeen = true;

  constructor(fact: string, declared: readonly DeclaredColumn[]) {
    this.#fact = fact;
    this.#declared = declared;
    for (const [name, { kind }] of Object.entries(FACTS[fact]!.columns)) this.#addColumn(name, kind === 'time' || kind === 'number');
    for (const { name, kind } of declared) this.#addColumn(name, kind === 'number');
  }

  add({ record, cells, seen }: DerivedRow): void {
    const row = this.#records.push(record) - 1;
    for (const [name, numbers] of this.#numbers) {
      const cell = cells[name];
      if (typeof cell === 'number') numbers.set(row, cell);
    }
    for (const [name, codes] of this.#codes) setCode(codes, row, cells[name] ?? null);
    for (const { name, valueOf } of this.#declared) this.#setDeclared(name, row, valueOf(record));
    this.#from.set(row, seen.from);
    this.#until.set(row, seen.until);
    if (seen.from !== -Infinity || seen.until !== Infinity) this.#isAlwaysSeen = false;
  }

  build(): BuiltTable {
    const { length } = this.#records;
    const clock = FACTS[this.#fact]!.clocks[0]!;
    const columns = new Map<string, Column>();
    for (const [name, growing] of [...this.#numbers, ...this.#codes]) {
      const column = growing.take(length);
      if (column) columns.set(name, column);
    }
    const unordered = columns.get(clock);
    const times = unordered?.kind === 'number' ? Float64Array.from(unordered.values) : new Float64Array(length);
    const order = timeOrder(times);
    const inOrder = new Map([...columns].map(([name, column]) => [name, order ? gatherColumn(column, order) : column]));
    const seen = this.#isAlwaysSeen ? undefined : { from: this.#instants(this.#from, order), until: this.#instants(this.#until, order) };
    return {
      table: new ShardTable(this.#fact, order ? pick(times, order) : times, inOrder),
      records: order ? Array.from(order, (row) => this.#records[row]!) : this.#records,
      seen,
    };
  }

  #addColumn(name: string, isNumber: boolean): void {
    if (isNumber) this.#numbers.set(name, new GrowingNumbers());
    else this.#codes.set(name, new GrowingCodes(new Dictionary()));
  }

  #setDeclared(name: string, row: number, value: string | number | null): void {
    if (typeof value === 'number') this.#numbers.get(name)!.set(row, value);
    else if (value !== null) setCode(this.#codes.get(name)!, row, value);
  }

  #instants(growing: GrowingNumbers, order: Int32Array | undefined): Float64Array {
    const instants = growing.takeDoubles(this.#records.length) ?? new Float64Array();
    return order ? pick(instants, order) : instants;
  }
}

function setCode(codes: GrowingCodes, row: number, value: Cell): void {
  if (value !== null) codes.set(row, codes.dictionary.codeOf(value));
}
