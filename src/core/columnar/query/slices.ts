/** The rows of a leaf in each shard, cut where buckets begin. */
import { columnsOf } from '../../metrics/aggregates.js';
import type { LeafSource } from '../../metrics/plan.js';
import { type Buckets, segmentAt } from '../../time/buckets.js';
import type { CellsRequest } from '../../answer/engine.js';
import type { Bits } from '../store/bits.js';
import { firstFrom } from '../../bisect.js';
import { hasRowsOf, rowRange, rowsIn, testColumns, toSelection } from './select.js';
import { ShardTable } from '../store/shard-table.js';
import { TABLES } from '../../tables/all-tables.js';
import type { CodeColumn, Column, ConstantColumn, NumberColumn } from '../store/columns.js';
import { gatherColumn, pick, timeOrder } from '../store/take.js';
import type { Measure } from '../../metrics/definition.js';
import { LruCache } from '../../lru-cache.js';

/** Pieces of time within one shard; piece `i` has the rows from `edges[i]` up to `edges[i + 1]`. */
export interface Slice {
  table: ShardTable;
  /** Unset: every row. */
  rows: Bits | undefined;
  edges: Int32Array;
  /** The bucket of each piece; 0 where nothing is asked by bucket. */
  buckets: Int32Array;
}

type Pieces = Pick<Slice, 'edges' | 'buckets'>;

/** Shards without a row in the span are left out. The tables must be in the order of the source's clock. */
export function toSlices(
  source: Pick<LeafSource, 'where' | 'known' | 'ignore'>,
  tables: readonly ShardTable[],
  { span, filters, buckets }: Pick<CellsRequest, 'span' | 'filters' | 'buckets'>,
): Slice[] {
  const selection = toSelection(source, filters);
  const found = tables.map((table) => ({ table, ...rowRange(table, span) })).filter(({ low, high }) => low < high);
  // A dashboard moves through time: what is tested now will be asked of the other shards too.
  if (found.some(({ table }) => !hasRowsOf(table, selection))) testColumns(tables, selection);
  return found.map(({ table, low, high }) => ({
    table,
    rows: rowsIn(table, selection),
    ...piecesOf(table.times, low, high, buckets),
  }));
}

/** Ways of cutting that a table keeps: those of the ranges on a page. */
const MAX_CUTS = 8;

interface KeptCut {
  low: number;
  high: number;
  edges: Buckets['edges'] | undefined;
  bucketOf: Buckets['bucketOf'] | undefined;
  pieces: Pieces;
}

const cutCache = new WeakMap<Float64Array, KeptCut[]>();

/** The same pieces for the same times, so that what was counted by them is found again. */
function piecesOf(times: Float64Array, low: number, high: number, buckets: Buckets | undefined): Pieces {
  const kept = cutCache.get(times) ?? [];
  cutCache.set(times, kept);
  const known = kept.find(
    (one) =>
      one.low === low &&
      one.high === high &&
      areEqual(one.edges, buckets?.edges) &&
      areEqual(one.bucketOf, buckets?.bucketOf),
  );
  if (known) return known.pieces;
  const pieces = buckets ? cut(times, low, high, buckets) : whole(low, high);
  kept.unshift({ low, high, edges: buckets?.edges, bucketOf: buckets?.bucketOf, pieces });
  kept.length = Math.min(kept.length, MAX_CUTS);
  return pieces;
}

function areEqual(one: ArrayLike<number> | undefined, other: ArrayLike<number> | undefined): boolean {
  if (one === other) return true;
  if (!one || !other || one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}

const whole = (low: number, high: number): Pieces => ({ edges: Int32Array.of(low, high), buckets: Int32Array.of(0) });

export function bounds({ edges }: Slice): { low: number; high: number } {
  return { low: edges[0]!, high: edges[edges.length - 1]! };
}

/** Only segments with rows. What is before the first or after the last edge belongs to the first and the last segment. */
function cut(times: Float64Array, low: number, high: number, { edges, bucketOf }: Buckets): Pieces {
  const rows: number[] = [low];
  const places: number[] = [];
  let segment = segmentAt(edges, times[low]!);
  for (let row = low; row < high; segment++) {
    const isLast = segment + 2 >= edges.length;
    const end = isLast ? high : Math.min(high, firstFrom(times, edges[segment + 1]!, row));
    if (end === row) continue;
    rows.push(end);
    places.push(bucketOf[segment]!);
    row = end;
  }
  return { edges: Int32Array.from(rows), buckets: Int32Array.from(places) };
}

const orderCache = new WeakMap<ShardTable, { version: number; clock: string; table: ShardTable }>();

/**
 * The same rows, ascending by the source's clock. Rows of conversations that the usual clock places after now are kept out by a condition;
 * those of other records are members only while they are seen.
 */
export function sortByClock<S extends LeafSource>(
  source: S,
  tables: readonly ShardTable[],
  now: number,
): { source: S; tables: readonly ShardTable[] } {
  const usual = TABLES[source.fact]?.clocks[0];
  if (usual === undefined || source.at === usual) return { source, tables };
  const where =
    TABLES[source.fact]!.of === undefined ? [...source.where, [{ [usual]: { atMost: now } }]] : source.where;
  return { source: { ...source, where }, tables: tables.map((table) => reordered(table, usual, source.at)) };
}

/** Rows in the order of a clock that is not the fact's usual one. */
function reordered(table: ShardTable, usual: string, clock: string): ShardTable {
  const found = orderCache.get(table);
  if (found?.version === table.version && found.clock === clock) return found.table;
  const made = reorder(table, usual, clock);
  orderCache.set(table, { version: table.version, clock, table: made });
  return made;
}

/** Rows without the clock's time are nowhere in it. */
function reorder(table: ShardTable, usual: string, clock: string): ShardTable {
  const { values } = measureIn(table, clock);
  const known = Int32Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]));
  const came = Float64Array.from(known, (row) => values[row]!);
  const order = timeOrder(came);
  const rows = order ? pick(known, order) : known;
  const times = order ? pick(came, order) : came;
  const columns = new Map<string, Column>([[usual, gatherColumn(table.column(usual)!, rows)]]);
  return new ShardTable(table.fact, times, columns, { table, rows });
}

/** Measures of several columns that a table keeps. */
const MAX_KEPT = 4;

const measureCache = new WeakMap<ShardTable, { version: number; measures: LruCache<NumberColumn> }>();

/** NaN where a column has no number. */
export function measureIn(table: ShardTable, measure: Measure): NumberColumn {
  const column = typeof measure === 'string' ? table.column(measure) : undefined;
  if (column?.kind === 'number') return column;
  let found = measureCache.get(table);
  if (found?.version !== table.version)
    measureCache.set(table, (found = { version: table.version, measures: new LruCache(MAX_KEPT) }));
  return found.measures.get(JSON.stringify(measure), () => combine(table, measure));
}

/** What a leaf adds up, as numbers by row: a column, or the sum or difference of several. */
function combine(table: ShardTable, measure: Measure): NumberColumn {
  const sign = typeof measure !== 'string' && 'minus' in measure ? -1 : 1;
  const [first, ...others] = columnsOf(measure).map((name) => numbersOf(table.column(name), table.length));
  // A measure of no column is 0 everywhere.
  const values = first ? Float64Array.from(first) : new Float64Array(table.length);
  for (const other of others) addTo(values, other, sign);
  return { kind: 'number', values };
}

function addTo(values: Float64Array, more: NumberColumn['values'], sign: number): void {
  for (let row = 0; row < values.length; row++) values[row]! += sign * more[row]!;
}

function numbersOf(column: Column | undefined, length: number): NumberColumn['values'] {
  if (column?.kind === 'number') return column.values;
  const values = new Float64Array(length).fill(NaN);
  if (column?.kind === 'constant') values.fill(numberOf(column, column.code));
  else if (column?.kind === 'code')
    for (let row = 0; row < length; row++) values[row] = numberOf(column, column.codes[row]!);
  return values;
}

function numberOf({ dictionary }: CodeColumn | ConstantColumn, code: number): number {
  const cell = dictionary.valueOf(code);
  return typeof cell === 'number' ? cell : NaN;
}
