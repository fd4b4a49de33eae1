/**
 * Answers a `MetricsQuery` from any engine: what the range is, which groups there are, what is null and why. Engines only fill cells,
 * so page and endpoint cannot disagree.
 */
import type { Catalogue } from '../metrics/catalogue.js';
import type { MetricDefinition } from '../metrics/definition.js';
import { cachedPlan } from '../metrics/plan.js';
import type { Plan } from '../metrics/plan.js';
import type { MetricAnswer, MetricsAnswer, MetricsQuery } from '../query.js';
import { inParameter } from '../query-error.js';
import { formatInstant } from '../time/instant.js';
import { toBuckets, type Buckets } from '../time/buckets.js';
import { toInstants } from '../time/range.js';
import { answerability, type Answerability } from './answerable.js';
import type { EngineFacts, GroupPlan, LeafCells, MetricsEngine, Span } from './engine.js';
import { groupCount, planGroups, rankingRows, REST_LABEL } from './groups.js';
import { unmeasuredBuckets, type Unmeasured } from './live-spans.js';
import { checkCells, checkQuery, DEFAULT_LIMITS, type QueryLimits } from './limits.js';

export interface AnswerContext {
  engine: MetricsEngine;
  catalogue: Catalogue;
  /** The source's clock, epoch milliseconds; a query's own `now` comes first. */
  clock: () => number;
  limits?: QueryLimits;
  /** Maximum number of questions among which gaps are found. Unset: no maximum. */
  maxQuestions?: number;
}

export async function answerQuery(
  query: MetricsQuery,
  { engine, catalogue, clock, limits = DEFAULT_LIMITS }: AnswerContext,
): Promise<MetricsAnswer> {
  const facts = await engine.facts();
  const now = checkQuery(query, facts, limits, clock);
  const definitions = inParameter('metrics', () => [...new Set(query.metrics)].map((id) => catalogue.get(id)));
  const asked: AskedMetrics = {
    query,
    now,
    facts,
    metrics: definitions.map((definition) => ({ definition, able: answerability(definition, facts, query) })),
    plan: cachedPlan(definitions, facts.settings),
  };
  const range = toRange(query, query, now);
  const groups = await groupsOf(engine, asked, range.span, limits.groups);
  checkCells(query, groupCount(groups), range.buckets?.labels.length ?? 0, limits);
  const current = await fillRange(engine, asked, range, groups);
  const compared = query.compare && toRange(query, query.compare, now);
  const previous = compared && (await fillRange(engine, asked, compared, groups));
  const filled: FilledRanges = { current, previous, groups, buckets: range.buckets };
  return {
    asOf: formatInstant((await engine.asOf(now)) ?? now),
    ...(range.buckets && { buckets: range.buckets.labels, partial: range.buckets.partial }),
    ...(compared?.buckets && { previousBuckets: compared.buckets.labels }),
    ...groupLabels(groups),
    metrics: Object.fromEntries(
      asked.metrics.map((metric) => [metric.definition.id, toMetricAnswer(metric, asked.plan, filled)]),
    ),
  };
}

function groupLabels(groups: GroupPlan | undefined): Pick<MetricsAnswer, 'groups' | 'otherIndex'> {
  if (!groups) return {};
  const { values, rest } = groups;
  return rest ? { groups: [...values, REST_LABEL], otherIndex: values.length } : { groups: [...values] };
}

/** A metric of the question, and whether the data can answer it. */
interface AskedMetric {
  definition: MetricDefinition;
  able: Answerability;
}

/** What a question asks, before any range is filled. */
interface AskedMetrics {
  query: MetricsQuery;
  now: number;
  facts: EngineFacts;
  metrics: readonly AskedMetric[];
  plan: Plan;
}

interface RangePart {
  span: Span;
  buckets: Buckets | undefined;
}

function toRange(query: MetricsQuery, { from, to }: { from: string; to: string }, now: number): RangePart {
  const { start, end } = toInstants({ from, to }, query.timeZone);
  const buckets =
    query.grain &&
    toBuckets({ from, to, timeZone: query.timeZone, grain: query.grain, weekStart: query.weekStart ?? 1, now });
  return { span: { start, end: Math.min(end, now + 1) }, buckets };
}

async function groupsOf(
  engine: MetricsEngine,
  { query, now, facts, metrics }: AskedMetrics,
  span: Span,
  maxGroups: number,
): Promise<GroupPlan | undefined> {
  if (query.groupBy === undefined) return undefined;
  const grouped = metrics.filter(({ able }) => able.value && able.groups).map(({ definition }) => definition);
  return planGroups(engine, {
    dimension: query.groupBy,
    rows: grouped.map((definition) => rankingRows(definition, facts.settings)),
    request: { span, filters: query.filters ?? {}, now },
    limit: Math.min(query.limit ?? maxGroups, maxGroups),
  });
}

interface FilledRange {
  /** By the index of the plan's leaf; `undefined` where no answerable metric reads the leaf. */
  cells: (LeafCells | undefined)[];
  unmeasured: Unmeasured[];
}

async function fillRange(
  engine: MetricsEngine,
  { query, now, facts, metrics, plan }: AskedMetrics,
  { span, buckets }: RangePart,
  groups: GroupPlan | undefined,
): Promise<FilledRange> {
  const leavesOf = (takes: (able: Answerability) => boolean) =>
    new Set(metrics.flatMap(({ definition, able }) => (takes(able) ? plan.leavesOf(definition.id) : [])));
  const wanted = leavesOf((able) => able.value);
  const grouped = groups ? leavesOf((able) => able.groups) : new Set<number>();
  const cells = new Array<LeafCells | undefined>(plan.leaves.length).fill(undefined);
  const fill = async (indexes: readonly number[], by: GroupPlan | undefined) => {
    if (indexes.length === 0) return;
    const filled = await engine.cells({
      leaves: indexes.map((index) => plan.leaves[index]!),
      span,
      filters: query.filters ?? {},
      now,
      ...(buckets && { buckets }),
      ...(by && { groups: by }),
    });
    filled.forEach((one, position) => {
      cells[indexes[position]!] = one;
    });
  };
  await fill(
    [...wanted].filter((index) => grouped.has(index)),
    groups,
  );
  await fill(
    [...wanted].filter((index) => !grouped.has(index)),
    undefined,
  );
  const definitions = metrics.map(({ definition }) => definition);
  const unmeasured = await unmeasuredBuckets(engine, facts, definitions, { span, buckets, now });
  return { cells, unmeasured };
}

interface FilledRanges {
  current: FilledRange;
  previous: FilledRange | undefined;
  groups: GroupPlan | undefined;
  buckets: Buckets | undefined;
}

function toMetricAnswer({ definition, able }: AskedMetric, plan: Plan, filled: FilledRanges): MetricAnswer {
  if (!able.value) return nullAnswer(able, filled);
  const { current, previous, groups, buckets } = filled;
  const shape = { groups: able.groups ? groups : undefined, buckets };
  const now = toNumbers(definition, plan, current, shape);
  const before = previous && toNumbers(definition, plan, previous, shape);
  const leftOut = Math.max(0, ...plan.leavesOf(definition.id).map((index) => current.cells[index]?.leftOut ?? 0));
  return {
    value: now.total,
    ...(leftOut > 0 && { leftOut }),
    ...(before && { previous: before.total }),
    ...(buckets && { byBucket: now.byBucket }),
    ...(buckets && before && { previousByBucket: toLength(before.byBucket, buckets.labels.length) }),
    ...(groups && (able.groups ? groupedNumbers(now, before, buckets) : ungroupedNumbers(before, buckets))),
  };
}

const groupedNumbers = (now: Numbers, before: Numbers | undefined, buckets: Buckets | undefined) => ({
  byGroup: now.byGroup,
  ...(before && { previousByGroup: before.byGroup }),
  ...(buckets && { byGroupAndBucket: now.byBoth }),
});

/** Group fields of a metric that does not have the dimension. */
const ungroupedNumbers = (before: Numbers | undefined, buckets: Buckets | undefined) => ({
  reason: 'no-dimension' as const,
  byGroup: null,
  ...(before && { previousByGroup: null }),
  ...(buckets && { byGroupAndBucket: null }),
});

/** Nulls in the shape of the question. A grouping that is impossible is itself `null`. */
function nullAnswer(
  { reason, groups: canGroup }: Answerability,
  { previous, groups, buckets }: FilledRanges,
): MetricAnswer {
  const perBucket = () => new Array<null>(buckets?.labels.length ?? 0).fill(null);
  const perGroup = <T>(make: () => T) => (canGroup ? Array.from({ length: groupCount(groups) }, make) : null);
  return {
    value: null,
    ...(previous && { previous: null }),
    ...(reason && { reason }),
    ...(buckets && { byBucket: perBucket(), ...(previous && { previousByBucket: perBucket() }) }),
    ...(groups && { byGroup: perGroup(() => null), ...(previous && { previousByGroup: perGroup(() => null) }) }),
    ...(groups && buckets && { byGroupAndBucket: perGroup(perBucket) }),
  };
}

interface Numbers {
  total: number | null;
  byBucket: (number | null)[];
  byGroup: (number | null)[];
  byBoth: (number | null)[][];
}

function toNumbers(
  definition: MetricDefinition,
  plan: Plan,
  { cells, unmeasured }: FilledRange,
  { groups, buckets }: Pick<FilledRanges, 'groups' | 'buckets'>,
): Numbers {
  const off = unmeasured.find((one) => one.metric === definition.id);
  const bucketCount = buckets?.labels.length ?? 0;
  const evaluate = (count: number, read: (leaf: LeafCells) => readonly (number | null)[] | undefined) =>
    plan.evaluate(definition.id, count, (index) => cells[index] && read(cells[index]));
  const whole = (numbers: (number | null)[]) => (off?.total ? numbers.map(() => null) : numbers);
  const perBucket = (numbers: (number | null)[]) =>
    off ? numbers.map((number, bucket) => (off.buckets[bucket] ? null : number)) : numbers;
  return {
    total: whole(evaluate(1, ({ total }) => [total]))[0]!,
    byBucket: perBucket(evaluate(bucketCount, ({ byBucket }) => byBucket)),
    byGroup: whole(evaluate(groupCount(groups), ({ byGroup }) => byGroup)),
    byBoth: Array.from({ length: groupCount(groups) }, (_, group) =>
      perBucket(evaluate(bucketCount, ({ byGroupAndBucket }) => byGroupAndBucket?.[group])),
    ),
  };
}

function toLength(values: readonly (number | null)[], length: number): (number | null)[] {
  return Array.from({ length }, (_, index) => values[index] ?? null);
}
