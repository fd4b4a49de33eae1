/** Rows of one fact in one shard, column by column, in order of the fact's clock. */
import { TABLES } from '../../tables/all-tables.js';
import type { Bits } from './bits.js';
import { gatherBits, gatherColumn } from './take.js';
import type { Column } from './columns.js';

export interface TableParent {
  table: ShardTable;
  /** Row here → row there. */
  rows: Int32Array;
}

export class ShardTable {
  readonly fact: string;
  readonly length: number;
  /** Epoch milliseconds of the fact's usual clock, ascending. */
  readonly times: Float64Array;
  readonly parent: TableParent | undefined;
  readonly #columns: Map<string, Column>;
  #times: Column | undefined;
  #members: Bits | undefined;
  #inherited = new Map<string, Column>();
  #inheritedMembers: { of: Bits | undefined; bits: Bits | undefined } | undefined;
  #version = 0;
  #parentVersion = 0;

  /** `members`: rows that take part, others were replaced by a later version; unset: all. */
  constructor(fact: string, times: Float64Array, columns: Map<string, Column>, parent?: TableParent, members?: Bits) {
    this.fact = fact;
    this.length = times.length;
    this.times = times;
    this.parent = parent;
    this.#columns = columns;
    this.#members = members;
  }

  /** Changes whenever a column or the members did, the parent's included: what was derived from this table holds for one version. */
  get version(): number {
    return this.#version + (this.parent?.table.version ?? 0);
  }

  get names(): string[] {
    return [
      ...new Set([
        ...Object.keys(TABLES[this.fact]?.columns ?? {}),
        ...this.#columns.keys(),
        ...(this.parent?.table.names ?? []),
      ]),
    ];
  }

  /** The fact's custom column, its usual clock among them, else the parent's by row; `undefined`: no record of the shard has it. */
  column(name: string): Column | undefined {
    const own = this.#columns.get(name) ?? this.#clock(name);
    if (own || !this.parent) return own;
    this.#forgetOutdated();
    const known = this.#inherited.get(name);
    if (known) return known;
    const there = this.parent.table.column(name);
    if (!there) return undefined;
    const column = gatherColumn(there, this.parent.rows);
    this.#inherited.set(name, column);
    return column;
  }

  /** Rows that take part; `undefined`: all. */
  get members(): Bits | undefined {
    if (!this.parent) return this.#members;
    const of = this.parent.table.members;
    if (this.#inheritedMembers?.of !== of || !this.#inheritedMembers)
      this.#inheritedMembers = { of, bits: of && gatherBits(of, this.parent.rows) };
    return this.#inheritedMembers.bits;
  }

  replaceColumn(name: string, column: Column): void {
    this.#columns.set(name, column);
    this.#version++;
  }

  /** Always a new set of bits, so that who kept the old one sees the change. */
  replaceMembers(members: Bits | undefined): void {
    this.#members = members;
    this.#version++;
  }

  /** Unless a column of that name was given, as to rows in the order of another clock. */
  #clock(name: string): Column | undefined {
    if (name !== TABLES[this.fact]?.clocks[0]) return undefined;
    return (this.#times ??= { kind: 'number', values: this.times });
  }

  #forgetOutdated(): void {
    const { version } = this.parent!.table;
    if (version === this.#parentVersion) return;
    this.#parentVersion = version;
    this.#inherited = new Map();
  }
}
