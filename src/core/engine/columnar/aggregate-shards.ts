/** Counts, sums, distinct values, exact quantiles and stocks of a leaf over all shards: in total, by group, by bucket and by both. */
import type { Leaf } from '../../metrics/plan.js';
import type { CellsRequest, LeafCells } from '../engine.js';
import { inOrderOf } from './clock-order.js';
import { countCells } from './count-cells.js';
import { distinctCells, quantileCells } from './holistic-cells.js';
import type { ShardTable } from './shard-table.js';
import { toSlices, type Slice } from './slices.js';
import { stockCells } from './stock-cells.js';
import { sumCells } from './sum-cells.js';

/** `tables`: those of the leaf's fact. */
export function aggregateShards(leaf: Leaf, tables: readonly ShardTable[], request: CellsRequest): LeafCells {
  const ordered = inOrderOf(leaf, tables, request.now);
  if (leaf.op === 'stock') return stockCells(ordered.source as Leaf & { op: 'stock' }, ordered.tables, request);
  return aggregateSlices(leaf, toSlices(ordered.source, ordered.tables, request), request);
}

export function aggregateSlices(
  leaf: Leaf,
  slices: readonly Slice[],
  request: Pick<CellsRequest, 'buckets' | 'groups'>,
): LeafCells {
  switch (leaf.op) {
    case 'stock':
      throw new TypeError('A stock is counted at instants, not in slices of time.');
    case 'count':
      return countCells(leaf, slices, request);
    case 'sum':
      return sumCells(leaf, slices, request);
    case 'quantile':
      return quantileCells(leaf, slices, request);
    case 'distinct':
      return distinctCells(leaf, slices, request);
  }
}
