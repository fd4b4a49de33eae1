/** Conditions on one column, decided once per code where a column has codes, and the rows that pass. */
import type { Test } from '../../metrics/definition.js';
import type { Cell } from '../cell.js';
import { cellTest, dimensionKeys } from '../where.js';
import { countRows, either, without } from './bit-sets.js';
import { allBits, emptyBits, setBit, type Bits } from './bits.js';
import type { CodeArray, CodeColumn, Column, NumberColumn, TextColumn } from './columns.js';
import { Recent } from '../../recent.js';
import { textAt } from './codes.js';
import { valueBits } from './value-bits.js';

export interface ColumnTest {
  column: string;
  /** The same for tests that any column answers alike. */
  key: string;
  passes: (cell: Cell) => boolean;
  /** The test is that a number lies in it, both ends included. */
  within?: readonly [low: number, high: number];
}

/** Sets of rows cached per column: a metric's conditions come again with every filter. */
const MAX_CACHED_TESTS = 16;

const KNOWN = JSON.stringify({ known: true });

const testCache = new WeakMap<Column, Recent<Bits | undefined>>();

export function whereTest(column: string, test: Test): ColumnTest {
  const within = numberRange(test);
  return { column, key: JSON.stringify(test), passes: cellTest(test), ...(within && { within }) };
}

export function filterTest(column: string, values: readonly string[], isNegated: boolean): ColumnTest {
  const wanted = new Set(values);
  return {
    column,
    key: `${isNegated ? '!' : '='}${JSON.stringify(values)}`,
    passes: (cell) => dimensionKeys(cell).some((key) => wanted.has(key)) !== isNegated,
  };
}

/** `undefined`: every row. A column that is not there has no value in any row. */
export function rowsPassing(column: Column | undefined, length: number, test: ColumnTest): Bits | undefined {
  if (!column) return test.passes(null) ? undefined : emptyBits(length);
  if (test.key === KNOWN && column.kind === 'number' && column.values instanceof Int32Array) return undefined;
  if (column.kind === 'constant')
    return test.passes(column.dictionary.valueOf(column.code)) ? undefined : emptyBits(length);
  const sets = testCache.get(column) ?? new Recent<Bits | undefined>(MAX_CACHED_TESTS);
  testCache.set(column, sets);
  return sets.get(test.key, () => unlessAll(findRows(column, length, test), length));
}

const unlessAll = (rows: Bits, length: number): Bits | undefined =>
  countRows(rows, 0, length) === length ? undefined : rows;

function findRows(column: Exclude<Column, { kind: 'constant' }>, length: number, test: ColumnTest): Bits {
  switch (column.kind) {
    case 'code':
      return rowsOfCodes(column, length, test.passes);
    case 'number':
      return test.within ? rowsWithin(column, ...test.within) : rowsOfNumbers(column, test.passes);
    case 'text':
      return rowsOfTexts(column, length, test.passes);
  }
}

function rowsOfCodes(column: CodeColumn, length: number, passes: ColumnTest['passes']): Bits {
  const { codes, dictionary } = column;
  const accepted = Uint8Array.from({ length: dictionary.size }, (_, code) => Number(passes(dictionary.valueOf(code))));
  const byCode = valueBits(column);
  return byCode ? rowsOfValues(byCode, accepted, length) : rowsAccepted(codes, accepted);
}

/** Takes the shorter way: the values that pass, or all rows without those of the values that do not. */
function rowsOfValues(byCode: readonly (Bits | undefined)[], accepted: Uint8Array, length: number): Bits {
  const passing = byCode.filter((bits, code): bits is Bits => bits !== undefined && accepted[code] === 1);
  const failing = byCode.filter((bits, code): bits is Bits => bits !== undefined && accepted[code] === 0);
  if (failing.length === 0) return allBits(length);
  return failing.length < passing.length
    ? without(failing.reduce(either), length)
    : passing.length === 0
      ? emptyBits(length)
      : passing.reduce(either);
}

function rowsAccepted(codes: CodeArray, accepted: Uint8Array): Bits {
  const rows = emptyBits(codes.length);
  const { length } = codes;
  for (let start = 0; start < length; start += 32) {
    const end = Math.min(start + 32, length);
    let word = 0;
    for (let row = start; row < end; row++) word |= accepted[codes[row]!]! << (row & 31);
    rows[start >>> 5] = word;
  }
  return rows;
}

/** NaN, no number, is never within. */
function rowsWithin({ values }: NumberColumn, low: number, high: number): Bits {
  const rows = emptyBits(values.length);
  const { length } = values;
  for (let start = 0; start < length; start += 32) {
    const end = Math.min(start + 32, length);
    let word = 0;
    for (let row = start; row < end; row++) {
      const value = values[row]!;
      if (value >= low && value <= high) word |= 1 << (row & 31);
    }
    rows[start >>> 5] = word;
  }
  return rows;
}

function rowsOfNumbers({ values }: NumberColumn, passes: ColumnTest['passes']): Bits {
  const rows = emptyBits(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (passes(Number.isNaN(value) ? null : value)) setBit(rows, row);
  }
  return rows;
}

function rowsOfTexts(column: TextColumn, length: number, passes: ColumnTest['passes']): Bits {
  const rows = emptyBits(length);
  for (let row = 0; row < length; row++) if (passes(textAt(column, row))) setBit(rows, row);
  return rows;
}

function numberRange(test: Test): ColumnTest['within'] {
  if (typeof test !== 'object' || !('atLeast' in test || 'atMost' in test || 'known' in test)) return undefined;
  if ('atLeast' in test) return [test.atLeast, Infinity];
  if ('atMost' in test) return [-Infinity, test.atMost];
  return test.known ? [-Infinity, Infinity] : undefined;
}
