/** Counts and sums: numbers that add up over shards, pieces of time and rows. */
import type { CellsRequest, LeafCells } from '../engine.js';
import { groupCount } from './group-places.js';

/** Numbers by bucket, and by group and bucket, a group's buckets side by side. Without buckets there is one. */
export class AdditiveCells {
  readonly bucketCount: number;
  readonly groupCount: number;
  readonly byBucket: Float64Array;
  /** Has one group more, for rows that belong to none. */
  readonly byGroup: Float64Array;

  constructor({ buckets, groups }: Pick<CellsRequest, 'buckets' | 'groups'>) {
    this.bucketCount = buckets?.labels.length ?? 1;
    this.groupCount = groupCount(groups);
    this.byBucket = new Float64Array(this.bucketCount);
    this.byGroup = new Float64Array((this.groupCount + 1) * this.bucketCount);
  }

  /** Where a group's buckets begin. */
  place(group: number): number {
    return (group < 0 ? this.groupCount : group) * this.bucketCount;
  }

  toLeafCells(leftOut: number, { buckets, groups }: Pick<CellsRequest, 'buckets' | 'groups'>): LeafCells {
    const cells: LeafCells = { total: sum(this.byBucket), leftOut };
    if (buckets) cells.byBucket = Array.from(this.byBucket);
    if (!groups) return cells;
    const rows = Array.from({ length: this.groupCount }, (_, group) =>
      this.byGroup.subarray(this.place(group), this.place(group + 1)),
    );
    cells.byGroup = rows.map(sum);
    if (buckets) cells.byGroupAndBucket = rows.map((row) => Array.from(row));
    return cells;
  }
}

/** The place of each code, as `AdditiveCells` numbers them. */
export function toOffsets(layer: Int32Array, cells: Pick<AdditiveCells, 'place'>): Int32Array {
  return layer.map((group) => cells.place(group));
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let at = 0; at < values.length; at++) total += values[at]!;
  return total;
}
