/** What stands for a row's values in some columns, as a number that is the same in every shard; NaN where one of them is unknown. */
import type { Cell } from '../cell.js';
import { isKnown } from '../where.js';
import { toCodes } from './codes.js';
import type { CodeColumn, Column, ConstantColumn } from './columns.js';
import type { Dictionary } from './dictionary.js';
import type { ShardTable } from './shard-table.js';
import type { RowValues } from './placed-values.js';
import { bounds, type Slice } from './slices.js';

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

function rootRow({ parent }: ShardTable, row: number): number {
  return parent ? rootRow(parent.table, parent.rows[row]!) : row;
}
