/** Which rows of a shard a leaf is about, as a set cached for as long as the table stays as it is. */
import { firstFrom } from '../../bisect.js';
import type { Test, Where } from '../../metrics/definition.js';
import type { LeafSource } from '../../metrics/plan.js';
import type { Filters } from '../../query.js';
import { LruCache } from '../../lru-cache.js';
import type { Cell, Span } from '../../answer/engine.js';
import { cellTest, dimensionKeys, filterDimension } from '../../answer/where.js';
import { type Bits, allBits, both, countRows, either, emptyBits, setBit, valueBits, without } from '../store/bits.js';
import type { ShardTable } from '../store/shard-table.js';
import {
  type CodeArray,
  type CodeColumn,
  type Column,
  type NumberColumn,
  type TextColumn,
  textAt,
} from '../store/columns.js';

/** Rows that meet all clauses, cached under a key; of a clause one entry must pass, and of that entry all tests. */
interface Condition {
  key: string;
  clauses: () => readonly Clause[];
}

type Clause = readonly (readonly ColumnTest[])[];

/** What a leaf asks of its rows, and what the reader does: either comes again with others of the other. */
export interface Selection {
  key: string;
  conditions: readonly Condition[];
}

type Source = Pick<LeafSource, 'where' | 'known' | 'ignore'>;

/** Sets a table keeps: a few filters, each with the conditions of some ten leaves. */
const MAX_CACHED_SETS = 32;

const setCache = new WeakMap<ShardTable, { version: number; sets: LruCache<Bits | undefined> }>();

export function rowsOf(table: ShardTable, source: Source, filters: Filters): Bits | undefined {
  return rowsIn(table, toSelection(source, filters));
}

/** Decided once for all shards. */
export function toSelection({ where, known, ignore }: Source, filters: Filters): Selection {
  const followed = Object.entries(filters).filter(
    ([name, values]) => values.length > 0 && !ignore.includes(filterDimension(name)),
  );
  const conditions: Condition[] = [];
  if (where.length || known.length)
    conditions.push({
      key: JSON.stringify([known, where]),
      clauses: () => [...known.map(knownClause), ...where.map(whereClause)],
    });
  if (followed.length) conditions.push({ key: JSON.stringify(followed), clauses: () => followed.map(filterClause) });
  return { key: conditions.map(({ key }) => key).join(), conditions };
}

const knownClause = (name: string): Clause => [[whereTest(name, { known: true })]];
const whereClause = (anyOf: readonly Where[]): Clause =>
  anyOf.map((columns) => Object.entries(columns).map(([name, test]) => whereTest(name, test)));
const filterClause = ([name, values]: [string, readonly string[]]): Clause => [
  [filterTest(filterDimension(name), values, name.startsWith('!'))],
];

/** `undefined`: every row. Rows that a later version replaced are never among them. */
export function rowsIn(table: ShardTable, { key, conditions }: Selection): Bits | undefined {
  if (conditions.length === 0) return table.members;
  const sets = setsOf(table);
  const meeting = (condition: Condition) =>
    sets.get(condition.key, () =>
      condition.clauses().reduce((rows, anyOf) => both(rows, rowsOfAny(table, anyOf)), table.members),
    );
  return conditions.length === 1
    ? meeting(conditions[0]!)
    : sets.get(key, () => both(meeting(conditions[0]!), meeting(conditions[1]!)));
}

export function hasRowsOf(table: ShardTable, { key, conditions }: Selection): boolean {
  return conditions.length === 0 || setsOf(table).has(key);
}

/** Tests the columns that a selection reads, so that another span finds them tested. */
export function testColumns(tables: readonly ShardTable[], { conditions }: Selection): void {
  const tests = conditions.flatMap(({ clauses }) => clauses().flat(2));
  for (const table of tables) for (const test of tests) rowsPassing(table.column(test.column), table.length, test);
}

/** Rows of the span, by the usual clock. */
export function rowRange({ times }: ShardTable, { start, end }: Span): { low: number; high: number } {
  const low = firstFrom(times, start);
  return { low, high: Math.max(low, firstFrom(times, end)) };
}

function setsOf(table: ShardTable): LruCache<Bits | undefined> {
  let found = setCache.get(table);
  if (found?.version !== table.version)
    setCache.set(table, (found = { version: table.version, sets: new LruCache(MAX_CACHED_SETS) }));
  return found.sets;
}

function rowsOfAny(table: ShardTable, anyOf: Clause): Bits | undefined {
  const [first, ...others] = anyOf;
  if (!first) return emptyBits(table.length);
  let rows = rowsOfAll(table, first);
  for (const tests of others) {
    const more = rows && rowsOfAll(table, tests);
    rows = rows && more && either(rows, more);
  }
  return rows;
}

function rowsOfAll(table: ShardTable, tests: readonly ColumnTest[]): Bits | undefined {
  return tests.reduce<Bits | undefined>(
    (rows, test) => both(rows, rowsPassing(table.column(test.column), table.length, test)),
    undefined,
  );
}

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

const testCache = new WeakMap<Column, LruCache<Bits | undefined>>();

/** Conditions on one column, decided once per code where a column has codes, and the rows that pass. */
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
  const sets = testCache.get(column) ?? new LruCache<Bits | undefined>(MAX_CACHED_TESTS);
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
