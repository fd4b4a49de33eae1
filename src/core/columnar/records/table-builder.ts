/** Makes columns of derived rows, as they come: no row is kept as an object. */
import { TABLES } from '../../tables/all-tables.js';
import { cellOf, type DerivedRow } from '../../tables/derived-rows.js';
import type { Cell } from '../../answer/engine.js';
import type { Column } from '../store/columns.js';
import { Dictionary, NO_VALUE } from '../store/columns.js';
import { gatherColumn, pick } from '../store/take.js';
import { GrowingCodes, GrowingNumbers } from '../store/growing-columns.js';
import { ShardTable } from '../store/shard-table.js';
import { timeOrder } from '../store/take.js';

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

/** Codes of one column in all tables of a derivation. Rows of a record come one after the other, so that most values are those just seen. */
class ColumnCodes {
  readonly dictionary = new Dictionary();
  #last: Cell = null;
  #code = NO_VALUE;

  codeOf(value: Cell): number {
    if (value !== this.#last) {
      this.#code = this.dictionary.codeOf(value);
      this.#last = value;
    }
    return this.#code;
  }
}

/** The codes of a derivation's columns by name. */
export class DerivationCodes {
  readonly #byColumn = new Map<string, ColumnCodes>();

  of(name: string): ColumnCodes {
    let codes = this.#byColumn.get(name);
    if (!codes) this.#byColumn.set(name, (codes = new ColumnCodes()));
    return codes;
  }
}

interface CodedColumn {
  name: string;
  codes: ColumnCodes;
  growing: GrowingCodes;
}

interface NumberedColumn {
  name: string;
  growing: GrowingNumbers;
}

export class TableBuilder {
  readonly #fact: string;
  readonly #declared: readonly DeclaredColumn[];
  readonly #coded: CodedColumn[] = [];
  readonly #numbered: NumberedColumn[] = [];
  readonly #from = new GrowingNumbers();
  readonly #until = new GrowingNumbers();
  readonly #records: string[] = [];

  constructor(fact: string, declared: readonly DeclaredColumn[], codes: DerivationCodes) {
    this.#fact = fact;
    this.#declared = declared;
    const kinds = [...Object.entries(TABLES[fact]!.columns).map(([name, { kind }]) => ({ name, kind })), ...declared];
    for (const { name, kind } of kinds) {
      if (kind === 'time' || kind === 'number') this.#numbered.push({ name, growing: new GrowingNumbers() });
      else this.#coded.push({ name, codes: codes.of(name), growing: new GrowingCodes(codes.of(name).dictionary) });
    }
  }

  add(row: DerivedRow): void {
    const { record, seen } = row;
    const at = this.#records.push(record) - 1;
    const declared =
      this.#declared.length === 0
        ? undefined
        : new Map(this.#declared.map(({ name, valueOf }) => [name, valueOf(record)]));
    const valueOf = (name: string): Cell => (declared?.has(name) ? declared.get(name)! : cellOf(row, name));
    for (const { name, growing } of this.#numbered) {
      const value = valueOf(name);
      if (typeof value === 'number') growing.set(at, value);
    }
    for (const { name, codes, growing } of this.#coded) {
      const value = valueOf(name);
      if (value !== null) growing.set(at, codes.codeOf(value));
    }
    if (seen.from !== -Infinity) this.#from.set(at, seen.from);
    if (seen.until !== Infinity) this.#until.set(at, seen.until);
  }

  build(): BuiltTable {
    const { length } = this.#records;
    const columns = new Map<string, Column>();
    for (const { name, growing } of [...this.#numbered, ...this.#coded]) {
      const column = growing.take(length);
      if (column) columns.set(name, column);
    }
    const clock = columns.get(TABLES[this.#fact]!.clocks[0]!);
    const times = clock?.kind === 'number' ? Float64Array.from(clock.values) : new Float64Array(length);
    const order = timeOrder(times);
    const inOrder = new Map([...columns].map(([name, column]) => [name, order ? gatherColumn(column, order) : column]));
    return {
      table: new ShardTable(this.#fact, order ? pick(times, order) : times, inOrder),
      records: order ? Array.from(order, (row) => this.#records[row]!) : this.#records,
      seen: this.#takeSeen(order),
    };
  }

  #takeSeen(order: Int32Array | undefined): BuiltTable['seen'] {
    const { length } = this.#records;
    const [from, until] = [this.#from.takeDoubles(length), this.#until.takeDoubles(length)];
    if (!from && !until) return undefined;
    return { from: toInstants(from, length, -Infinity, order), until: toInstants(until, length, Infinity, order) };
  }
}

/** `otherwise` where no instant was set. */
function toInstants(
  set: Float64Array | undefined,
  length: number,
  otherwise: number,
  order: Int32Array | undefined,
): Float64Array {
  const instants = set
    ? set.map((at) => (Number.isNaN(at) ? otherwise : at))
    : new Float64Array(length).fill(otherwise);
  return order ? pick(instants, order) : instants;
}
