/** Rows that began before the range, and within buckets before their own bucket: what was there at the start and has changed since. */
import type { Leaf } from '../../../metrics/plan.js';
import { segmentAt, type Buckets } from '../../../time/buckets.js';
import type { CellsRequest, LeafCells } from '../../engine.js';
import { aggregateSlices } from '../aggregate-shards.js';
import { allBits, clearBit, type Bits } from '../bits.js';
import { inOrderOf } from '../clock-order.js';
import { measureIn } from '../measures.js';
import type { ShardTable } from '../shard-table.js';
import { toSlices, type Slice } from '../slices.js';

export function cellsBegunBefore(
  leaf: Leaf & { begunBefore: string },
  tables: readonly ShardTable[],
  request: CellsRequest,
): LeafCells {
  const { buckets, ...whole } = request;
  const ordered = inOrderOf(leaf, tables, request.now);
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
