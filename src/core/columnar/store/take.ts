/** Columns and sets of rows, picked row by row. */
import { type Bits, emptyBits, hasBit, setBit } from './bits.js';
import {
  type CodeColumn,
  type Column,
  type ConstantColumn,
  type NumberColumn,
  type TextColumn,
  codeArray,
} from './columns.js';

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

/** Row `i` is row `rows[i]` of part `parts[i]`. */
export interface Places {
  parts: Int32Array;
  rows: Int32Array;
}

type Parts<C> = readonly (C | undefined)[];

/** The same column of every part; one that lacks it has no value in any row. `undefined`: no part has it. */
export function concatColumns(columns: Parts<Column>, places: Places): Column | undefined {
  const kind = columns.find((column) => column !== undefined)?.kind;
  if (kind === undefined) return undefined;
  if (kind === 'number') return gatherNumbers(columns as Parts<NumberColumn>, places);
  return kind === 'text'
    ? concatTexts(columns as Parts<TextColumn>, places)
    : gatherCodes(columns as Parts<CodeColumn | ConstantColumn>, places);
}

/** Rows of several tables put one after the other into one column. */
function gatherNumbers(columns: Parts<NumberColumn>, { parts, rows }: Places): NumberColumn {
  const areWhole = columns.every((column) => column?.values instanceof Int32Array);
  const values = areWhole ? new Int32Array(rows.length) : new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place++) values[place] = columns[parts[place]!]?.values[rows[place]!] ?? NaN;
  return { kind: 'number', values };
}

function gatherCodes(columns: Parts<CodeColumn | ConstantColumn>, { parts, rows }: Places): CodeColumn {
  const { dictionary } = columns.find((column) => column !== undefined)!;
  const codes = codeArray(rows.length, dictionary.size - 1);
  for (let place = 0; place < rows.length; place++) {
    const column = columns[parts[place]!];
    if (column) codes[place] = column.kind === 'code' ? column.codes[rows[place]!]! : column.code;
  }
  return { kind: 'code', codes, dictionary };
}

function concatTexts(columns: Parts<TextColumn>, { parts, rows }: Places): TextColumn {
  const offsets = new Uint32Array(rows.length + 1);
  const missing = new Set<number>();
  for (let place = 0; place < rows.length; place++) {
    const column = columns[parts[place]!];
    const row = rows[place]!;
    if (!column || column.missing?.has(row)) missing.add(place);
    offsets[place + 1] = offsets[place]! + (column ? column.offsets[row + 1]! - column.offsets[row]! : 0);
  }
  const bytes = new Uint8Array(offsets[rows.length]!);
  for (let place = 0; place < rows.length; place++) {
    const column = columns[parts[place]!];
    if (column)
      bytes.set(column.bytes.subarray(column.offsets[rows[place]!], column.offsets[rows[place]! + 1]), offsets[place]);
  }
  return {
    kind: 'text',
    bytes,
    offsets,
    isAscii: columns.every((column) => column?.isAscii ?? true),
    ...(missing.size && { missing }),
  };
}

/** Row numbers by ascending time, at the same time in the order in which they came; `undefined`: all came so. */
export function timeOrder(times: Float64Array): Int32Array | undefined {
  const late = lateRows(times);
  if (!late.length) return undefined;
  const order = new Int32Array(times.length);
  let latest = -Infinity;
  let next = 0;
  let at = 0;
  for (let row = 0; row < times.length; row++) {
    const time = times[row]!;
    if (time < latest) continue;
    latest = time;
    while (next < late.length && (times[late[next]!]! < time || (times[late[next]!] === time && late[next]! < row)))
      order[at++] = late[next++]!;
    order[at++] = row;
  }
  order.set(late.subarray(next), at);
  return order;
}

/** Rows earlier than one before them, in order of time. */
function lateRows(times: Float64Array): Int32Array {
  const late = new Int32Array(times.length);
  let count = 0;
  let latest = -Infinity;
  for (let row = 0; row < times.length; row++) {
    if (times[row]! < latest) late[count++] = row;
    else latest = times[row]!;
  }
  return sortRows(late.subarray(0, count), times);
}

/** Rows by time, at the same time as they come. */
function sortRows(rows: Int32Array, times: Float64Array): Int32Array {
  const keys = new Float64Array(rows.length);
  let least = Infinity;
  let most = -Infinity;
  let areWhole = true;
  for (let at = 0; at < rows.length; at++) {
    const time = times[rows[at]!]!;
    keys[at] = time;
    if (time < least) least = time;
    if (time > most) most = time;
    if (!Number.isSafeInteger(time)) areWhole = false;
  }
  if (rows.length < FEW || !areWhole) return rows.sort((a, b) => times[a]! - times[b]! || a - b);
  for (let at = 0; at < keys.length; at++) keys[at]! -= least;
  return sortByDigits(rows, keys, most - least);
}

/** Fewer rows are sorted by comparing. */
const FEW = 64;
const DIGIT_BITS = 12;
const DIGITS = 2 ** DIGIT_BITS;

/** Digit by digit from the lowest on, each time keeping the order of those that are alike. Times must be whole. */
function sortByDigits(rows: Int32Array, keys: Float64Array, most: number): Int32Array {
  let order = rows;
  let sorted = keys;
  for (let scale = 1; scale <= most; scale *= DIGITS) {
    const starts = new Int32Array(DIGITS + 1);
    for (let at = 0; at < sorted.length; at++) starts[digitOf(sorted[at]!, scale) + 1]!++;
    for (let digit = 0; digit < DIGITS; digit++) starts[digit + 1]! += starts[digit]!;
    const nextOrder = new Int32Array(order.length);
    const nextKeys = new Float64Array(order.length);
    for (let at = 0; at < sorted.length; at++) {
      const place = starts[digitOf(sorted[at]!, scale)]!++;
      nextOrder[place] = order[at]!;
      nextKeys[place] = sorted[at]!;
    }
    order = nextOrder;
    sorted = nextKeys;
  }
  return order;
}

const digitOf = (key: number, scale: number): number => Math.floor(key / scale) & (DIGITS - 1);
