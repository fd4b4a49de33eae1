/** The rows of a leaf in each shard, cut where buckets begin. */
import type { LeafSource } from '../../metrics/plan.js';
import { segmentAt, type Buckets } from '../../time/buckets.js';
import type { CellsRequest } from '../engine.js';
import type { Bits } from './bits.js';
import { firstFrom } from '../../bisect.js';
import { hasRowsOf, rowRange, rowsIn, testColumns, toSelection } from './row-sets.js';
import type { ShardTable } from './shard-table.js';

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
    ...(buckets ? cut(table.times, low, high, buckets) : whole(low, high)),
  }));
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
