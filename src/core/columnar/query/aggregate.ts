/** Counts, sums, distinct values, exact quantiles and stocks of a leaf over all shards: in total, by group, by bucket and by both. */
import type { Leaf } from '../../metrics/plan.js';
import type { CellsRequest, LeafCells } from '../../answer/engine.js';
import { sortByClock } from './slices.js';
import { countCells } from './additive.js';
import { distinctCells, reducedCells } from './holistic.js';
import type { ShardTable } from '../store/shard-table.js';
import { toSlices, type Slice } from './slices.js';
import { stockCells } from './stock.js';
import { sumCells } from './additive.js';

/** `tables`: those of the leaf's fact. */
export function aggregateShards(leaf: Leaf, tables: readonly ShardTable[], request: CellsRequest): LeafCells {
  const ordered = sortByClock(leaf, tables, request.now);
  if (leaf.op === 'stock') return stockCells(ordered.source as Leaf & { op: 'stock' }, ordered.tables, request);
  return aggregateSlices(leaf, toSlices(ordered.source, ordered.tables, request), request);
}

export function aggregateSlices(
  leaf: Leaf,
  slices: readonly Slice[],
  request: Pick<CellsRequest, 'buckets' | 'groups'>,
): LeafCells {
  switch (leaf.op) {
    case 'count':
      return countCells(leaf, slices, request);
    case 'sum':
      return sumCells(leaf, slices, request);
    case 'distinct':
      return distinctCells(leaf, slices, request);
    default:
      return reducedCells(leaf, slices, request);
  }
}
