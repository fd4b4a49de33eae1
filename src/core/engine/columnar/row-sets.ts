/** Which rows of a shard a leaf is about, as a set kept for as long as the table stays as it is. */
import type { LeafSource } from '../../metrics/plan.js';
import type { Filters } from '../../query.js';
import type { Span } from '../engine.js';
import { filterDimension } from '../where.js';
import { both, either } from './bit-sets.js';
import { emptyBits, type Bits } from './bits.js';
import { filterTest, rowsPassing, whereTest, type ColumnTest } from './column-tests.js';
import { Recent } from '../../recent.js';
import type { ShardTable } from './shard-table.js';

/** Of every inner list one entry must pass, and of that entry all tests. */
export interface Selection {
  key: string;
  clauses: readonly (readonly (readonly ColumnTest[])[])[];
}

type Source = Pick<LeafSource, 'where' | 'known' | 'ignore'>;

/** Sets a table keeps: a few filters with the conditions of some ten leaves. */
const MOST_KEPT = 32;

const kept = new WeakMap<ShardTable, { version: number; sets: Recent<Bits | undefined> }>();

export function rowsOf(table: ShardTable, source: Source, filters: Filters): Bits | undefined {
  return rowsIn(table, toSelection(source, filters));
}

/** Decided once for all shards. */
export function toSelection({ where, known, ignore }: Source, filters: Filters): Selection {
  const followed = Object.entries(filters).filter(([name, values]) => values.length > 0 && !ignore.includes(filterDimension(name)));
  return {
    key: JSON.stringify([where, known, followed]),
    clauses: [
      ...known.map((name) => [[whereTest(name, { known: true })]]),
      ...where.map((anyOf) => anyOf.map((columns) => Object.entries(columns).map(([name, test]) => whereTest(name, test)))),
      ...followed.map(([name, values]) => [[filterTest(filterDimension(name), values, name.startsWith('!'))]]),
    ],
  };
}

/** `undefined`: every row. Rows that a later version replaced are never among them. */
export function rowsIn(table: ShardTable, { key, clauses }: Selection): Bits | undefined {
  if (clauses.length === 0) return table.members;
  let found = kept.get(table);
  if (found?.version !== table.version) kept.set(table, (found = { version: table.version, sets: new Recent(MOST_KEPT) }));
  return found.sets.get(key, () => clauses.reduce<Bits | undefined>((rows, anyOf) => both(rows, rowsOfAny(table, anyOf)), table.members));
}

/** Rows of the span, by the usual clock. */
export function rowRange({ times }: ShardTable, { start, end }: Span): { low: number; high: number } {
  const low = firstFrom(times, start);
  return { low, high: Math.max(low, firstFrom(times, end)) };
}

/** The first row at or after an instant; the length where there is none. */
export function firstFrom(times: Float64Array, instant: number, from = 0): number {
  let low = from;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rowsOfAny(table: ShardTable, anyOf: readonly (readonly ColumnTest[])[]): Bits | undefined {
  let rows: Bits | undefined = emptyBits(table.length);
  for (const tests of anyOf) {
    const more = rowsOfAll(table, tests);
    if (!more) return undefined;
    rows = anyOf.length === 1 ? more : either(rows, more);
  }
  return rows;
}

function rowsOfAll(table: ShardTable, tests: readonly ColumnTest[]): Bits | undefined {
  return tests.reduce<Bits | undefined>((rows, test) => both(rows, rowsPassing(table.column(test.column), table.length, test)), undefined);
}
