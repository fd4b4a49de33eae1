/** What stands for a row's values in some columns, as a number from 1 that is the same in every shard; NaN where one of them is unknown. */
import type { Cell } from '../fact-table.js';
import { isKnown } from '../where.js';
import { toCodes } from './codes.js';
import type { CodeColumn, Column, ConstantColumn } from './columns.js';
import type { Dictionary } from './dictionary.js';
import type { ShardTable } from './shard-table.js';
import { bounds, type Slice } from './slices.js';

export interface Keys {
  /** More than the greatest number. */
  size: number;
  /** By slice, then by row from the slice's first. */
  bySlice: readonly Float64Array[];
}

type Coded = CodeColumn | ConstantColumn | undefined;
type TextOf = (cell: Cell) => string;

export function toKeys(slices: readonly Slice[], names: readonly string[]): Keys {
  // A value alone is told apart by its text, one of several by its kind too.
  const textOf: TextOf = names.length === 1 ? String : (cell) => JSON.stringify(cell);
  return names.map((name) => keysOf(slices, name, textOf)).reduce(combine);
}

function keysOf(slices: readonly Slice[], name: string, textOf: TextOf): Keys {
  if (name === 'id' && slices.every(({ table }) => hasUniqueIds(table))) return keysOfIds(slices);
  const columns = slices.map(({ table }) => codesOf(table.column(name)));
  const dictionaries = [...new Set(columns.flatMap((column) => column?.dictionary ?? []))];
  const [only] = dictionaries;
  const codes = dictionaries.length === 1 ? numbersOfTexts(only!) : undefined;
  const seen = new Map<string, number>();
  const numbers = new Map(dictionaries.map((dictionary) => [dictionary, codes ?? numbersOf(seen, dictionary, textOf)]));
  const size = codes ? codes.length : seen.size + 1;
  return { size, bySlice: slices.map((slice, index) => readKeys(slice, columns[index], numbers)) };
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

/** A text's code is its number, as no two codes have the same text; `undefined`: not all are texts. */
function numbersOfTexts(dictionary: Dictionary): Float64Array | undefined {
  const numbers = new Float64Array(dictionary.size);
  for (let code = 0; code < numbers.length; code++) {
    const cell = dictionary.valueOf(code);
    if (cell !== null && typeof cell !== 'string') return undefined;
    numbers[code] = cell ? code : NaN;
  }
  return numbers;
}

function readKeys(slice: Slice, column: Coded, numbers: ReadonlyMap<Dictionary, Float64Array>): Float64Array {
  const { low, high } = bounds(slice);
  const keys = new Float64Array(high - low);
  if (!column) return keys.fill(NaN);
  const byCode = numbers.get(column.dictionary)!;
  if (column.kind === 'constant') return keys.fill(byCode[column.code]!);
  const { codes } = column;
  for (let row = low; row < high; row++) keys[row - low] = byCode[codes[row]!]!;
  return keys;
}

/** Pairs of numbers, numbered as they are found. */
function combine(one: Keys, other: Keys): Keys {
  const seen = new Map<number, number>();
  const bySlice = one.bySlice.map((keys, slice) => {
    const others = other.bySlice[slice]!;
    return keys.map((key, at) => (Number.isNaN(key + others[at]!) ? NaN : numberOf(seen, key * other.size + others[at]!)));
  });
  return { size: seen.size + 1, bySlice };
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
    return Float64Array.from({ length: high - low }, (_, at) => first + rootRow(slice.table, low + at));
  });
  return { size, bySlice };
}

function rootRow({ parent }: ShardTable, row: number): number {
  return parent ? rootRow(parent.table, parent.rows[row]!) : row;
}
