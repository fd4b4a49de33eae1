/** What stands for a row's values in some columns, as a number that is the same in every shard; NaN where one of them is unknown. */
import type { Cell } from '../../answer/engine.js';
import { isKnown } from '../../answer/where.js';
import {
  type CodeArray,
  type CodeColumn,
  type Column,
  type ConstantColumn,
  type Dictionary,
  NO_VALUE,
  toCodes,
} from '../store/columns.js';
import { DerivedTable } from '../records/derived-table.js';
import type { ShardTable } from '../store/shard-table.js';
import type { RowValues } from './cell-values.js';
import { type Slice, bounds } from './slices.js';
import { pickRows } from '../store/bits.js';
import { scratchRows } from '../store/scratch-buffers.js';

export interface Keys {
  /** More than the greatest number. */
  size: number;
  bySlice: readonly RowValues[];
}

type Coded = CodeColumn | ConstantColumn | undefined;
type TextOf = (cell: Cell) => string;

export function toKeys(slices: readonly Slice[], names: readonly string[]): Keys {
  // A value alone is told apart by its text, one of several by its kind too.
  const textOf: TextOf = names.length === 1 ? String : (cell) => JSON.stringify(cell);
  return names.map((name) => keysOf(slices, name, textOf)).reduce((one, other) => combine(slices, one, other));
}

function keysOf(slices: readonly Slice[], name: string, textOf: TextOf): Keys {
  if (name === 'id' && slices.every(({ table }) => hasUniqueIds(table))) return keysOfIds(slices);
  if (slices.length > 0 && slices.every(({ table }) => recordTable(table)?.isIdColumn(name)))
    return keysOfRecords(slices);
  const columns = slices.map(({ table }) => codesOf(table.column(name)));
  const dictionaries = [...new Set(columns.flatMap((column) => column?.dictionary ?? []))];
  const [only] = dictionaries;
  if (only && dictionaries.length === 1 && hasOnlyTexts(only)) {
    return { size: only.size, bySlice: slices.map((slice, index) => toRowValues(slice, columns[index], undefined)) };
  }
  const seen = new Map<string, number>();
  const numbers = new Map(dictionaries.map((dictionary) => [dictionary, numbersOf(seen, dictionary, textOf)]));
  return { size: seen.size + 1, bySlice: slices.map((slice, index) => toRowValues(slice, columns[index], numbers)) };
}

const codesOf = (column: Column | undefined): Coded => column && toCodes(column);

/** By code, in the order in which their texts are first seen. */
function numbersOf(seen: Map<string, number>, dictionary: Dictionary, textOf: TextOf): Float64Array {
  return Float64Array.from({ length: dictionary.size }, (_, code) => {
    const cell = dictionary.valueOf(code);
    return isKnown(cell) ? numberOf(seen, textOf(cell)) : NaN;
  });
}

function numberOf<K>(seen: Map<K, number>, key: K): number {
  const number = seen.get(key) ?? seen.size + 1;
  seen.set(key, number);
  return number;
}

const sizes = new WeakMap<Dictionary, number>();

/** Their codes tell them apart as they are: no two have the same text, and only "no value" is unknown. */
function hasOnlyTexts(dictionary: Dictionary): boolean {
  for (let code = sizes.get(dictionary) ?? 1; code < dictionary.size; code++) {
    const cell = dictionary.valueOf(code);
    if (typeof cell !== 'string' || cell === '') return false;
    sizes.set(dictionary, code + 1);
  }
  return true;
}

/** By code where codes are numbers already. */
function toRowValues(
  slice: Slice,
  column: Coded,
  numbers: ReadonlyMap<Dictionary, Float64Array> | undefined,
): RowValues {
  const { low, high } = bounds(slice);
  const byCode = column && numbers?.get(column.dictionary);
  if (column?.kind === 'code') return { codes: column.codes, byCode };
  const everywhere = column ? (byCode ? byCode[column.code]! : column.code || NaN) : NaN;
  return { values: new Float64Array(high - low).fill(everywhere), first: low };
}

/** Pairs of numbers, numbered as they are found. */
function combine(slices: readonly Slice[], one: Keys, other: Keys): Keys {
  const seen = new Map<number, number>();
  const bySlice = slices.map((slice, index) => {
    const { low, high } = bounds(slice);
    const values = new Float64Array(high - low).map((_, at) => {
      const pair = keyAt(one.bySlice[index]!, low + at) * other.size + keyAt(other.bySlice[index]!, low + at);
      return Number.isNaN(pair) ? NaN : numberOf(seen, pair);
    });
    return { values, first: low };
  });
  return { size: seen.size + 1, bySlice };
}

/** NaN where one of the row's values is unknown. */
export function keyAt(from: RowValues, row: number): number {
  if ('codes' in from) return from.byCode ? from.byCode[from.codes[row]!]! : from.codes[row]! || NaN;
  return from.values[row - from.first]!;
}

const CONVERSATIONS: ReadonlySet<string> = new Set(['conversations', 'openedConversations']);

/** Of conversations with the same id only one takes part, so the row says who it is, also in a table of theirs. */
function hasUniqueIds(table: ShardTable): boolean {
  const root = rootOf(table);
  return CONVERSATIONS.has(root.fact) && root.column('id')?.kind === 'text';
}

const rootOf = (table: ShardTable): ShardTable => (table.parent ? rootOf(table.parent.table) : table);

function keysOfIds(slices: readonly Slice[]): Keys {
  let size = 1;
  const bySlice = slices.map((slice) => {
    const { low, high } = bounds(slice);
    const first = size;
    size += rootOf(slice.table).length;
    return { values: new Float64Array(high - low).map((_, at) => first + rootRow(slice.table, low + at)), first: low };
  });
  return { size, bySlice };
}

/** The table of records whose rows these are. */
function recordTable(table: ShardTable): DerivedTable | undefined {
  const root = rootOf(table);
  return root instanceof DerivedTable ? root : undefined;
}

/** Rows of a record have its number, in whatever table. */
function keysOfRecords(slices: readonly Slice[]): Keys {
  let size = 1;
  const bySlice = slices.map(({ table, ...slice }) => {
    const { low, high } = bounds({ table, ...slice });
    const records = recordTable(table)!;
    const values = new Float64Array(high - low).map((_, at) => 1 + records.keyOf(rootRow(table, low + at)));
    for (const value of values) size = Math.max(size, value + 1);
    return { values, first: low };
  });
  return { size, bySlice };
}

function rootRow({ parent }: ShardTable, row: number): number {
  return parent ? rootRow(parent.table, parent.rows[row]!) : row;
}

type Times = Uint8Array | Uint32Array;

/** Counts of keys that occur at least so often. */
export class DistinctCounter {
  readonly #enough: number;
  /** How often each key occurred, up to enough. */
  readonly #times: Times;

  /** `size`: more than the greatest key. */
  constructor(size: number, atLeast: number) {
    this.#enough = Math.max(1, Math.ceil(atLeast));
    this.#times = this.#enough <= 0xff ? new Uint8Array(size) : new Uint32Array(size);
  }

  /** Of a list by itself. */
  countOf(keys: Float64Array): number {
    const times = this.#times;
    const enough = this.#enough;
    let count = 0;
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at]! | 0;
      if (times[key]! < enough && ++times[key]! === enough) count++;
    }
    for (let at = 0; at < keys.length; at++) times[keys[at]! | 0] = 0;
    return count;
  }

  /** Of codes where they are, together with those before; the code of "no value" is passed over. */
  addCodes(codes: CodeArray, slice: Slice): { count: number; known: number } {
    const { low, high } = bounds(slice);
    return slice.rows ? this.#addPicked(codes, slice.rows, low, high) : this.#addRange(codes, low, high);
  }

  #addRange(codes: CodeArray | Int32Array, low: number, high: number): { count: number; known: number } {
    const times = this.#times;
    const enough = this.#enough;
    let count = 0;
    let known = 0;
    for (let row = low; row < high; row++) {
      const code = codes[row]!;
      if (code === NO_VALUE) continue;
      known++;
      if (times[code]! < enough && ++times[code]! === enough) count++;
    }
    return { count, known };
  }

  #addPicked(
    codes: CodeArray,
    rows: NonNullable<Slice['rows']>,
    low: number,
    high: number,
  ): { count: number; known: number } {
    const picked = scratchRows(high - low);
    const length = pickRows(rows, low, high, picked);
    for (let at = 0; at < length; at++) picked[at] = codes[picked[at]!]!;
    return this.#addRange(picked, 0, length);
  }
}
