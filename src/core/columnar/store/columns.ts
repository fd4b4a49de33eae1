/** How an engine keeps a column: numbers as numbers, values as codes of a dictionary, long texts as bytes. */
import type { Cell } from '../../answer/engine.js';
import { readUtf8 } from './bytes.js';

export type CodeArray = Uint8Array | Uint16Array | Uint32Array;

/** Without missing values whole numbers of 32 bits; else doubles, NaN where there is none. */
export interface NumberColumn {
  kind: 'number';
  values: Int32Array | Float64Array;
}

/** Texts, lists, flags: anything with values that repeat. Code 0 is "no value". */
export interface CodeColumn {
  kind: 'code';
  codes: CodeArray;
  dictionary: Dictionary;
}

/** The same code in every row. */
export interface ConstantColumn {
  kind: 'constant';
  code: number;
  dictionary: Dictionary;
}

/** Texts that hardly repeat, as UTF-8: the row's bytes are from `offsets[row]` to `offsets[row + 1]`. */
export interface TextColumn {
  kind: 'text';
  bytes: Uint8Array;
  /** One more than rows. */
  offsets: Uint32Array;
  /** Rows without a text, which is not the same as an empty one; unset: none. */
  missing?: ReadonlySet<number>;
  /** Whether every byte is below 128. */
  isAscii: boolean;
}

export type Column = NumberColumn | CodeColumn | ConstantColumn | TextColumn;

/** The narrowest array that holds codes up to `most`. */
export function codeArray(length: number, most: number): CodeArray {
  if (most <= 0xff) return new Uint8Array(length);
  return most <= 0xffff ? new Uint16Array(length) : new Uint32Array(length);
}

/** The code of "no value" in every dictionary. */
export const NO_VALUE = 0;

/** Each distinct value of a column once; rows keep its code. */
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

const made = new WeakMap<Column, CodeColumn>();

/** Numbers and texts get a dictionary of their own. */
export function toCodes(column: Column): CodeColumn | ConstantColumn {
  if (column.kind === 'code' || column.kind === 'constant') return column;
  const known = made.get(column) ?? encode(column);
  made.set(column, known);
  return known;
}

/** Cells of numbers and texts, `null` where there is none. */
export function cellsOf(column: NumberColumn | TextColumn): { length: number; at: (row: number) => Cell } {
  if (column.kind === 'text') return { length: column.offsets.length - 1, at: (row) => textAt(column, row) };
  const { values } = column;
  return { length: values.length, at: (row) => (Number.isNaN(values[row]) ? null : values[row]!) };
}

function encode(column: NumberColumn | TextColumn): CodeColumn {
  const dictionary = new Dictionary();
  const { length, at } = cellsOf(column);
  const codes = new Uint32Array(length);
  for (let row = 0; row < length; row++) codes[row] = dictionary.codeOf(at(row));
  const narrow = codeArray(length, dictionary.size - 1);
  narrow.set(codes);
  return { kind: 'code', codes: narrow, dictionary };
}

/** Any column as codes of a dictionary. */
export function textAt({ bytes, offsets, missing }: TextColumn, row: number): string | null {
  return missing?.has(row) ? null : readUtf8(bytes, offsets[row]!, offsets[row + 1]!);
}

/** Codes that change row by row. The array gets wider where a new code does not fit. */
export class MutableCodes {
  readonly #dictionary: Dictionary;
  #codes: CodeArray;

  /** Begins as a copy of `from`; unset: without a value in any row. */
  constructor(length: number, dictionary: Dictionary, from?: Column) {
    this.#dictionary = dictionary;
    this.#codes = from?.kind === 'code' ? from.codes.slice() : codeArray(length, 0);
    if (from?.kind === 'constant') this.#codes = codeArray(length, from.code).fill(from.code);
  }

  /** An empty list is no value. */
  set(row: number, value: Cell): void {
    const code =
      value === null || (typeof value === 'object' && !value.length) ? NO_VALUE : this.#dictionary.codeOf(value);
    if (code >= 2 ** (8 * this.#codes.BYTES_PER_ELEMENT)) {
      const wider = codeArray(this.#codes.length, code);
      wider.set(this.#codes);
      this.#codes = wider;
    }
    this.#codes[row] = code;
  }

  get column(): CodeColumn {
    return { kind: 'code', codes: this.#codes, dictionary: this.#dictionary };
  }
}
