/** Fills the cells of an answer by as few statements as exact numbers allow: what adds up is asked once, the rest per level. */
import type { CellsRequest, GroupPlan, LeafCells } from '../../../core/answer/engine.js';
import { MULTI_VALUED_DIMENSIONS } from '../../../core/tables/all-tables.js';
import type { Leaf } from '../../../core/metrics/plan.js';
import { CellSums } from './cell-sums.js';
import {
  type Group,
  type LeafResult,
  type Level,
  cellStatement,
  sharedValuesStatement,
  toGroup,
} from './cell-statement.js';
import type { Run } from './dialect.js';
import type { SqlQuestion } from './question.js';
import { stockCells } from './stock.js';

export async function fillCells(request: CellsRequest, question: SqlQuestion, run: Run): Promise<LeafCells[]> {
  const cells = new Array<LeafCells>(request.leaves.length);
  for (const indexes of inBatches(request.leaves, request.groups)) {
    const leaves = indexes.map((index) => request.leaves[index]!);
    const filled =
      leaves[0]!.op === 'stock'
        ? [await stockCells(leaves[0]!, request, question, run)]
        : await fillBatch(leaves, request, question, run);
    filled.forEach((one, position) => {
      cells[indexes[position]!] = one;
    });
  }
  return cells;
}

/** Leaves that one statement can read: of one fact, by one clock, and grouped alike. Each stock stands alone. */
function inBatches(leaves: readonly Leaf[], groups: GroupPlan | undefined): number[][] {
  const batches = new Map<string, number[]>();
  leaves.forEach((leaf, index) => {
    const isUngrouped = groups !== undefined && leaf.ignore.includes(groups.dimension);
    const key = JSON.stringify([leaf.fact, leaf.at, isUngrouped, leaf.op === 'stock' && index]);
    batches.set(key, [...(batches.get(key) ?? []), index]);
  });
  return [...batches.values()];
}

async function fillBatch(
  leaves: readonly Leaf[],
  request: CellsRequest,
  question: SqlQuestion,
  run: Run,
): Promise<LeafCells[]> {
  const { groups, buckets } = request;
  const isUngrouped = groups !== undefined && leaves[0]!.ignore.includes(groups.dimension);
  const sums = new CellSums(leaves, { groups: isUngrouped ? undefined : groups, buckets });
  const asked = (isUngrouped ? { ...request, groups: undefined } : request) as CellsRequest;
  for (const { level, indexes, into } of toAsk(leaves, asked)) {
    const asking = indexes.map((index) => leaves[index]!);
    const { statement, read } = cellStatement(asking, asked, level, question);
    for (const row of await run(statement)) {
      const { group, bucket, leaves: results } = read(row);
      results.forEach((result, position) => sums.add(indexes[position]!, result, group, bucket, into));
    }
  }
  for (const [index, leaf] of leaves.entries()) {
    if (leaf.op !== 'distinct' || leaf.havingAtLeast <= 1) continue;
    sums.clear(index);
    for (const level of levels(asked)) {
      const rows = await run(sharedValuesStatement(leaf, asked, level, question));
      for (const row of rows) sums.add(index, ...sharedValues(row, level));
    }
  }
  return leaves.map((_, index) => sums.cells(index, isUngrouped ? groups : undefined));
}

function sharedValues(
  [group, bucket, count]: readonly unknown[],
  level: Level,
): [result: LeafResult, group: Group, bucket: number, into: Level] {
  return [
    { value: Number(count), leftOut: 0 },
    level.byGroup ? toGroup(group) : undefined,
    Number(bucket ?? -1),
    level,
  ];
}

interface Asked {
  /** What rows are grouped by. */
  level: Level;
  indexes: number[];
  /** The cells they are put into: everything the level adds up to, or its own alone. */
  into: Level | 'all';
}

type Shape = Pick<CellsRequest, 'groups' | 'buckets'>;

function toAsk(
  leaves: readonly Leaf[],
  request: { groups?: GroupPlan | undefined; buckets?: CellsRequest['buckets'] },
): Asked[] {
  const all = leaves.map((_, index) => index);
  // What had begun before its bucket adds up to nothing.
  const additive = all.filter(
    (index) =>
      leaves[index]!.begunBefore === undefined && (leaves[index]!.op === 'count' || leaves[index]!.op === 'sum'),
  );
  const holistic = all.filter((index) => !additive.includes(index));
  const full: Level = { byGroup: Boolean(request.groups), byBucket: Boolean(request.buckets) };
  const isMultiValued = request.groups !== undefined && MULTI_VALUED_DIMENSIONS.has(request.groups.dimension);
  const asked: Asked[] = [];
  if (additive.length && !isMultiValued) asked.push({ level: full, indexes: additive, into: 'all' });
  if (additive.length && isMultiValued) {
    asked.push({ level: { ...full, byGroup: false }, indexes: additive, into: 'all' });
    asked.push(
      ...[{ byGroup: true, byBucket: false }, full]
        .filter((level, place) => place === 0 || full.byBucket)
        .map((level) => ({ level, indexes: additive, into: level })),
    );
  }
  if (holistic.length) asked.push(...levels(request).map((level) => ({ level, indexes: holistic, into: level })));
  return asked;
}

/** Every level that the cells have. */
function levels({ groups, buckets }: { groups?: Shape['groups'] | undefined; buckets?: Shape['buckets'] }): Level[] {
  const byGroup = groups ? [false, true] : [false];
  const byBucket = buckets ? [false, true] : [false];
  return byGroup.flatMap((group) => byBucket.map((bucket) => ({ byGroup: group, byBucket: bucket })));
}
