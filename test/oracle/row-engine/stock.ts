/** Stocks: how many rows exist at an instant, rather than within a range. */
import type { Leaf } from '../../../src/core/metrics/plan.js';
import type { CellsRequest, LeafCells } from '../../../src/core/answer/engine.js';
import type { FactTable } from './fact-table.js';
import { groupsOf, rowTest, standingTest, stockInstant } from './row-selection.js';

/** What exists at an instant: begun before it and not ended before it. */
export function aggregateStock(leaf: Leaf & { op: 'stock' }, table: FactTable, request: CellsRequest): LeafCells {
  const accept = rowTest(leaf, table, request);
  const groupOf = groupsOf(leaf, table, request.groups);
  const groupCount = request.groups ? request.groups.values.length + Number(request.groups.rest) : 0;
  const countAt = (instant: number) => {
    const byGroup = new Array<number>(groupCount).fill(0);
    const stands = standingTest({ from: leaf.at, until: leaf.until }, table, instant);
    let total = 0;
    for (let row = 0; row < table.length; row++) {
      if (!stands(row) || !accept(row)) continue;
      total++;
      for (const group of groupOf(row)) byGroup[group]!++;
    }
    return { total, byGroup };
  };
  const pick = (start: number, end: number) => stockInstant(leaf.when, { start, end }, request.now);
  const whole = countAt(pick(request.span.start, request.span.end));
  const cells: LeafCells = { total: whole.total, leftOut: 0 };
  if (request.groups) cells.byGroup = whole.byGroup;
  if (!request.buckets) return cells;
  const { edges, bucketOf, labels } = request.buckets;
  const isFolded = bucketOf.length !== labels.length || bucketOf.some((bucket, segment) => bucket !== segment);
  const perBucket = labels.map((_, bucket) =>
    isFolded || edges[bucket]! > request.now ? null : countAt(pick(edges[bucket]!, edges[bucket + 1]!)),
  );
  cells.byBucket = perBucket.map((one) => one?.total ?? null);
  if (request.groups)
    cells.byGroupAndBucket = whole.byGroup.map((_, group) => perBucket.map((one) => one?.byGroup[group] ?? null));
  return cells;
}
