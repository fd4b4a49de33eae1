/** Which rows of a shard a leaf is about, as a set cached for as long as the table stays as it is. */
import { firstFrom } from '../../bisect.js';
import type { Where } from '../../metrics/definition.js';
import type { LeafSource } from '../../metrics/plan.js';
import type { Filters } from '../../query.js';
import { Recent } from '../../recent.js';
import type { Span } from '../engine.js';
import { filterDimension } from '../where.js';
import { both, either } from './bit-sets.js';
import { emptyBits, type Bits } from './bits.js';
import { filterTest, rowsPassing, whereTest, type ColumnTest } from './column-tests.js';
import type { ShardTable } from './shard-table.js';

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

const setCache = new WeakMap<ShardTable, { version: number; sets: Recent<Bits | undefined> }>();

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

function setsOf(table: ShardTable): Recent<Bits | undefined> {
  let found = setCache.get(table);
  if (found?.version !== table.version)
    setCache.set(table, (found = { version: table.version, sets: new Recent(MAX_CACHED_SETS) }));
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
