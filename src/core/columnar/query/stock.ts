/** Stocks: how many rows exist at an instant, rather than within a range. */
import { TABLES } from '../../tables/all-tables.js';
import type { Leaf } from '../../metrics/plan.js';
import type { CellsRequest, LeafCells } from '../../answer/engine.js';
import { isFolded, stockInstant } from '../../answer/stock.js';
import { visitCells } from './cell-values.js';
import { groupCount } from '../../answer/groups.js';
import { toGroupAssigner, type GroupAssigner } from './groups.js';
import { measureIn } from './slices.js';
import type { ShardTable } from '../store/shard-table.js';
import { toSlices, type Slice } from './slices.js';

type StockLeaf = Leaf & { op: 'stock' };

/** What exists at an instant: begun before it and not ended before it. The tables must be in the order of the leaf's clock. */
export function stockCells(leaf: StockLeaf, tables: readonly ShardTable[], request: CellsRequest): LeafCells {
  const { groups, buckets, now, span } = request;
  // By another clock a condition keeps out what is later than now.
  const isUsual = leaf.at === TABLES[leaf.fact]?.clocks[0];
  const slices = toSlices(leaf, tables, {
    filters: request.filters,
    span: { start: -Infinity, end: isUsual ? now + 1 : Infinity },
  });
  const placing = groups && toGroupAssigner(leaf, groups);
  const pick = (start: number, end: number) => stockInstant(leaf.when, { start, end }, now);
  const totalsAt = (instants: readonly number[]) => countAt(leaf, slices, instants, undefined, 1)[0]!;
  const groupsAt = (instants: readonly number[]) => countAt(leaf, slices, instants, placing, groupCount(groups));
  const whole = [pick(span.start, span.end)];
  const cells: LeafCells = { total: totalsAt(whole)[0]!, leftOut: 0 };
  if (groups) cells.byGroup = groupsAt(whole).map(([count]) => count!);
  if (!buckets) return cells;
  const { edges, labels } = buckets;
  const hasNoStocks = isFolded(buckets);
  const instants = labels.map((_, bucket) => pick(edges[bucket]!, edges[bucket + 1]!));
  const known = (counts: readonly number[]) =>
    counts.map((count, bucket) => (hasNoStocks || edges[bucket]! > now ? null : count));
  cells.byBucket = known(totalsAt(instants));
  if (groups) cells.byGroupAndBucket = groupsAt(instants).map(known);
  return cells;
}

/** By group, then by instant; the instants must ascend. */
function countAt(
  leaf: StockLeaf,
  slices: readonly Slice[],
  instants: readonly number[],
  placing: GroupAssigner | undefined,
  groups: number,
): number[][] {
  const width = instants.length + 1;
  const changes = new Int32Array(groups * width);
  visitCells(slices, 1, placing, ({ rows, first, count, cells }, index) => {
    const { table } = slices[index]!;
    const ends = leaf.until === null ? undefined : measureIn(table, leaf.until).values;
    for (let at = 0; at < count; at++) {
      const place = (typeof cells === 'number' ? cells : cells[at]!) * width;
      const row = rows ? rows[at]! : first + at;
      const begin = table.times[row]!;
      changes[place + firstAfter(instants, begin)]!++;
      // What ends before it begins never exists.
      if (ends) changes[place + firstAfter(instants, Math.max(begin, ends[row]!))]!--;
    }
  });
  return Array.from({ length: groups }, (_, group) =>
    runningSums(changes.subarray(group * width, group * width + instants.length)),
  );
}

/** Their number where there is none; NaN, no end, comes after all. */
function firstAfter(instants: readonly number[], at: number): number {
  let low = 0;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (instants[middle]! > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

function runningSums(changes: Int32Array): number[] {
  let sum = 0;
  return Array.from(changes, (change) => (sum += change));
}
