/** Any column as codes of a dictionary. */
import type { Cell } from '../cell.js';
import {
  codeArray,
  type CodeColumn,
  type Column,
  type ConstantColumn,
  type NumberColumn,
  type TextColumn,
} from './columns.js';
import { Dictionary } from './dictionary.js';
import { readUtf8 } from './utf8.js';

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

export function textAt({ bytes, offsets, missing }: TextColumn, row: number): string | null {
  return missing?.has(row) ? null : readUtf8(bytes, offsets[row]!, offsets[row + 1]!);
}
