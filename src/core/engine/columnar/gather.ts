/** Columns and sets of rows, picked row by row. */
import { emptyBits, hasBit, setBit, type Bits } from './bits.js';
import type { Column, TextColumn } from './columns.js';

/** The column whose row `i` is the other's row `rows[i]`. */
export function gatherColumn(column: Column, rows: Int32Array): Column {
  switch (column.kind) {
    case 'constant':
      return column;
    case 'code':
      return { ...column, codes: pick(column.codes, rows) };
    case 'number':
      return { kind: 'number', values: pick(column.values, rows) };
    case 'text':
      return gatherTexts(column, rows);
  }
}

export function gatherBits(bits: Bits, rows: Int32Array): Bits {
  const picked = emptyBits(rows.length);
  for (let row = 0; row < rows.length; row++) if (hasBit(bits, rows[row]!)) setBit(picked, row);
  return picked;
}

export type Values = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** The same kind of array. */
export function pick<A extends Values>(values: A, rows: Int32Array): A {
  const picked = new (values.constructor as new (length: number) => A)(rows.length);
  pickInto(values, rows, picked);
  return picked;
}

/** Each width has a loop of its own, since one that meets all kinds of arrays is many times slower. */
export function pickInto<A extends Values>(values: A, rows: Int32Array, picked: A): void {
  switch (values.BYTES_PER_ELEMENT) {
    case 1:
      return pickBytes(values as Uint8Array, rows, picked as Uint8Array);
    case 2:
      return pickPairs(values as Uint16Array, rows, picked as Uint16Array);
    case 4:
      return pickWords(wordsOf(values), rows, wordsOf(picked));
    default:
      return pickDoubles(values as Float64Array, rows, picked as Float64Array);
  }
}

const wordsOf = ({ buffer, byteOffset, length }: Values) => new Uint32Array(buffer, byteOffset, length);

function pickBytes(values: Uint8Array, rows: Int32Array, picked: Uint8Array): void {
  for (let row = 0; row < rows.length; row++) picked[row] = values[rows[row]!]!;
}

function pickPairs(values: Uint16Array, rows: Int32Array, picked: Uint16Array): void {
  for (let row = 0; row < rows.length; row++) picked[row] = values[rows[row]!]!;
}

function pickWords(values: Uint32Array, rows: Int32Array, picked: Uint32Array): void {
  for (let row = 0; row < rows.length; row++) picked[row] = values[rows[row]!]!;
}

function pickDoubles(values: Float64Array, rows: Int32Array, picked: Float64Array): void {
  for (let row = 0; row < rows.length; row++) picked[row] = values[rows[row]!]!;
}

function gatherTexts(column: TextColumn, rows: Int32Array): TextColumn {
  const ends = pickedEnds(column, rows);
  const bytes = new Uint8Array(ends[rows.length]!);
  pickBytesInto(column, rows, bytes);
  return textColumn(column, rows, bytes, ends);
}

export function textColumn(
  { missing, isAscii }: TextColumn,
  rows: Int32Array,
  bytes: Uint8Array,
  offsets: Uint32Array,
): TextColumn {
  const gone = missing && new Set([...rows.keys()].filter((row) => missing.has(rows[row]!)));
  return { kind: 'text', bytes, offsets, isAscii, ...(gone?.size && { missing: gone }) };
}

/** The offsets of the picked texts. */
export function pickedEnds({ offsets }: TextColumn, rows: Int32Array): Uint32Array {
  const ends = new Uint32Array(rows.length + 1);
  let end = 0;
  for (let row = 0; row < rows.length; row++) {
    end += offsets[rows[row]! + 1]! - offsets[rows[row]!]!;
    ends[row + 1] = end;
  }
  return ends;
}

/** Rows that follow each other lie side by side: what came nearly in order is copied in a few thousand pieces. */
export function pickBytesInto({ bytes, offsets }: TextColumn, rows: Int32Array, picked: Uint8Array): void {
  let at = 0;
  for (let row = 0; row < rows.length;) {
    const first = row;
    do row++;
    while (row < rows.length && rows[row] === rows[row - 1]! + 1);
    const start = offsets[rows[first]!]!;
    const end = offsets[rows[row - 1]! + 1]!;
    copyBytes(bytes, start, end, picked, at);
    at += end - start;
  }
}

/** A view costs more than copying a few bytes. */
function copyBytes(bytes: Uint8Array, start: number, end: number, to: Uint8Array, at: number): void {
  if (end - start > 128) to.set(bytes.subarray(start, end), at);
  else for (let from = start; from < end; from++) to[at++] = bytes[from]!;
}
