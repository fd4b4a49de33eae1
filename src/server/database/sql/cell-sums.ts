/** Puts the rows of statements into cells. */
import type { GroupPlan, LeafCells } from '../../../core/answer/engine.js';
import { groupCount } from '../../../core/answer/groups.js';
import { aggregateOf } from '../../../core/metrics/aggregates.js';
import type { Leaf } from '../../../core/metrics/plan.js';
import type { Buckets } from '../../../core/time/buckets.js';
import type { Group, LeafResult, Level } from './cell-statement.js';

interface Shape {
  groups: GroupPlan | undefined;
  buckets: Buckets | undefined;
}

type Values = (number | null)[];

export class CellSums {
  readonly #leaves: readonly Leaf[];
  readonly #shape: Shape;
  readonly #places: ReadonlyMap<string, number>;
  readonly #cells: LeafCells[];

  constructor(leaves: readonly Leaf[], shape: Shape) {
    this.#leaves = leaves;
    this.#shape = shape;
    this.#places = new Map(shape.groups?.values.map((value, place) => [value, place]));
    this.#cells = leaves.map((leaf) => this.#empty(leaf));
  }

  /** Of a level only its own cells, of `all` everything the row is part of. */
  add(leaf: number, { value, leftOut }: LeafResult, group: Group, bucket: number, into: Level | 'all'): void {
    const cells = this.#cells[leaf]!;
    const place = this.#shape.groups && this.#placeOf(group, this.#shape.groups);
    const takes = (byGroup: boolean, byBucket: boolean) =>
      into === 'all' || (into.byGroup === byGroup && into.byBucket === byBucket);
    if (takes(false, false)) {
      cells.total = plus(cells.total, value);
      cells.leftOut += leftOut;
    }
    if (takes(false, true)) addTo(cells.byBucket, bucket, value);
    if (place === undefined) return;
    if (takes(true, false)) addTo(cells.byGroup, place, value);
    if (takes(true, true)) addTo(cells.byGroupAndBucket?.[place], bucket, value);
  }

  /** Begins a leaf's numbers anew; what it left out stays. */
  clear(leaf: number): void {
    this.#cells[leaf] = { ...this.#empty(this.#leaves[leaf]!), leftOut: this.#cells[leaf]!.leftOut };
  }

  /** `repeated`: groups that the leaf does not follow; it stands whole in each. */
  cells(leaf: number, repeated: GroupPlan | undefined): LeafCells {
    const cells = this.#cells[leaf]!;
    if (!repeated) return cells;
    const whole = <V>(value: V, rest: V): V[] => [
      ...repeated.values.map(() => value),
      ...(repeated.rest ? [rest] : []),
    ];
    const { byBucket } = cells;
    const none = byBucket?.map(() => nothingOf(this.#leaves[leaf]!));
    return {
      ...cells,
      byGroup: whole(cells.total, nothingOf(this.#leaves[leaf]!)),
      ...(byBucket && { byGroupAndBucket: whole(byBucket, none!) }),
    };
  }

  #placeOf(group: Group, { values, rest }: GroupPlan): number | undefined {
    if (group === undefined) return undefined;
    const place = group === null ? undefined : this.#places.get(group);
    return place ?? (rest ? values.length : undefined);
  }

  #empty(leaf: Leaf): LeafCells {
    const { groups, buckets } = this.#shape;
    const nothing = nothingOf(leaf);
    const many = (length: number): Values => new Array<number | null>(length).fill(nothing);
    const count = groupCount(groups);
    return {
      total: nothing,
      leftOut: 0,
      ...(groups && { byGroup: many(count) }),
      ...(buckets && { byBucket: many(buckets.labels.length) }),
      ...(groups && buckets && { byGroupAndBucket: Array.from({ length: count }, () => many(buckets.labels.length)) }),
    };
  }
}

const nothingOf = (leaf: Leaf): number | null => aggregateOf(leaf).empty;
const plus = (a: number | null, b: number | null): number | null => (b === null ? a : (a ?? 0) + b);

/** Where there is no such level, or no bucket (-1), nothing is added. */
function addTo(values: Values | undefined, place: number, value: number | null): void {
  if (values && place >= 0) values[place] = plus(values[place] ?? null, value);
}
