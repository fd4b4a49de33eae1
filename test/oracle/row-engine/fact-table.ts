/** Rows of one fact, column by column. A table that belongs to another reads the columns it lacks through its parent's rows. */
import type { Cell } from '../../../src/core/answer/engine.js';

export type { Cell };
export type Column = readonly Cell[];

export interface TableParent {
  table: FactTable;
  /** Row here → row there. */
  rows: readonly number[];
}

export class FactTable {
  readonly length: number;
  readonly #columns: Map<string, Column>;
  readonly #parent: TableParent | undefined;

  constructor(length: number, columns: Map<string, Column>, parent?: TableParent) {
    this.length = length;
    this.#columns = columns;
    this.#parent = parent;
  }

  get names(): string[] {
    return [...new Set([...this.#columns.keys(), ...(this.#parent?.table.names ?? [])])];
  }

  /** Row of the parent that `row` belongs to; itself where there is no parent. */
  parentRow(row: number): number {
    return this.#parent ? this.#parent.rows[row]! : row;
  }

  column(name: string): Column | undefined {
    const own = this.#columns.get(name);
    if (own || !this.#parent) return own;
    const inherited = this.#parent.table.column(name);
    if (!inherited) return undefined;
    const column = this.#parent.rows.map((row) => inherited[row]!);
    this.#columns.set(name, column);
    return column;
  }
}
