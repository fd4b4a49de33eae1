/** Each distinct value of a column once; rows keep its code. */
import type { Cell } from '../cell.js';

/** The code of "no value" in every dictionary. */
export const NO_VALUE = 0;

export class Dictionary {
  readonly #values: Cell[] = [null];
  readonly #codes = new Map<Cell, number>([[null, NO_VALUE]]);
  readonly #lists = new Map<string, number>();
  /** Lists of one, which most are. */
  readonly #singles = new Map<string, number>();

  /** Codes in use, that of "no value" included. */
  get size(): number {
    return this.#values.length;
  }

  valueOf(code: number): Cell {
    return this.#values[code] ?? null;
  }

  /** Adds the value where it is new. Lists are the same when their entries are. */
  codeOf(value: Cell): number {
    const known = this.find(value);
    if (known !== undefined) return known;
    const code = this.#values.push(value) - 1;
    if (isSingle(value)) this.#singles.set(value[0], code);
    else if (isList(value)) this.#lists.set(JSON.stringify(value), code);
    else this.#codes.set(value, code);
    return code;
  }

  /** `undefined`: no row ever had it. */
  find(value: Cell): number | undefined {
    if (isSingle(value)) return this.#singles.get(value[0]);
    return isList(value) ? this.#lists.get(JSON.stringify(value)) : this.#codes.get(value);
  }
}

const isSingle = (value: Cell): value is readonly [string] => isList(value) && value.length === 1;
const isList = (value: Cell): value is readonly string[] => value !== null && typeof value === 'object';

/** The dictionaries of an engine by column, shared by all its shards, so that codes mean the same everywhere. */
export class Dictionaries {
  readonly #byColumn = new Map<string, Dictionary>();

  of(column: string): Dictionary {
    const known = this.#byColumn.get(column) ?? new Dictionary();
    this.#byColumn.set(column, known);
    return known;
  }
}
