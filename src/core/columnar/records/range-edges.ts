/** Conditions that hold at the edge of a range, put into the words of `where`: instants are whole milliseconds. */
import { TABLES } from '../../tables/all-tables.js';
import type { Leaf, LeafSource } from '../../metrics/plan.js';
import type { CellsRequest, LeafCells, RowsSource, Span } from '../../answer/engine.js';
import { stockInstant } from '../../answer/stock.js';
import { type Buckets, segmentAt } from '../../time/buckets.js';
import { aggregateSlices } from '../query/aggregate.js';
import { type Bits, allBits, clearBit } from '../store/bits.js';
import { type Slice, sortByClock, measureIn, toSlices } from '../query/slices.js';
import type { ShardTable } from '../store/shard-table.js';

type Conditions = LeafSource['where'];

/** Begun before an instant and not ended before it. */
export function standsAt({ from, until }: { from: string; until: string | null }, instant: number): Conditions {
  return [
    isBefore(from, instant),
    ...(until === null ? [] : [[{ [until]: { known: false } }, { [until]: { atLeast: instant } }]]),
  ];
}

export function isBefore(column: string, instant: number): Conditions[number] {
  return [{ [column]: { atMost: instant - 1 } }];
}

/** The leaf with what has to stand at the span's end as a condition. */
export function withStanding<S extends LeafSource>(source: S, span: Span): S {
  return source.standing ? { ...source, where: [...source.where, ...standsAt(source.standing, span.end)] } : source;
}

/** Rows that count in a range as a whole, or of a stock at its instant: by conditions alone, within the span that comes back. */
export function contributing(
  { stock, ...source }: RowsSource,
  span: Span,
  now: number,
): { source: LeafSource; span: Span } {
  const standing = withStanding(source, span);
  if (stock) {
    const instant = stockInstant(stock.when, span, now);
    const usual = TABLES[source.fact]!.clocks[0];
    const stands = standsAt({ from: source.at, until: stock.until }, instant);
    return {
      source: { ...standing, where: [...standing.where, ...stands] },
      span: { start: -Infinity, end: source.at === usual ? instant : Infinity },
    };
  }
  if (source.begunBefore === undefined) return { source: standing, span };
  return { source: { ...standing, where: [...standing.where, isBefore(source.begunBefore, span.start)] }, span };
}

/** Rows that began before the range, and within buckets before their own bucket: what was there at the start and has changed since. */
export function cellsBegunBefore(
  leaf: Leaf & { begunBefore: string },
  tables: readonly ShardTable[],
  request: CellsRequest,
): LeafCells {
  const { buckets, ...whole } = request;
  const ordered = sortByClock(leaf, tables, request.now);
  const slices = toSlices(ordered.source, ordered.tables, whole);
  const total = aggregateSlices(
    leaf,
    slices.map((slice) => keepBegun(slice, leaf.begunBefore, () => request.span.start)),
    whole,
  );
  // A row that lacks what is measured is left out, whenever it began.
  const { leftOut } = leaf.op === 'count' ? total : aggregateSlices(leaf, slices, {});
  if (!buckets) return { ...total, leftOut };
  const pieces = toSlices(ordered.source, ordered.tables, request);
  const { byBucket, byGroupAndBucket } = aggregateSlices(
    leaf,
    pieces.map((slice) => keepBegun(slice, leaf.begunBefore, (at) => segmentStart(buckets, at))),
    request,
  );
  return { ...total, leftOut, ...(byBucket && { byBucket }), ...(byGroupAndBucket && { byGroupAndBucket }) };
}

const segmentStart = ({ edges }: Buckets, at: number): number => edges[segmentAt(edges, at)]!;

/** Only rows whose `begun` lies before what `limitOf` says of their own instant. */
function keepBegun(slice: Slice, column: string, limitOf: (at: number) => number): Slice {
  const { table, edges } = slice;
  const begun = measureIn(table, column).values;
  const rows: Bits = slice.rows?.slice() ?? allBits(table.length);
  for (let row = edges[0]!; row < edges[edges.length - 1]!; row++) {
    if (!(begun[row]! < limitOf(table.times[row]!))) clearBit(rows, row);
  }
  return { ...slice, rows };
}
