/**
 * Answers a `MetricsQuery` from any engine: what the range is, which groups there are, what is null and why. Engines only fill cells,
 * so page and endpoint cannot disagree.
 */
import type { Catalogue } from '../metrics/catalogue.js';
import type { MetricDefinition } from '../metrics/definition.js';
import { keptPlan } from '../metrics/plan.js';
import type { Plan } from '../metrics/plan.js';
import type { Filters, MetricAnswer, MetricsAnswer, MetricsQuery } from '../query.js';
import { inParameter } from '../query-error.js';
import { formatInstant } from '../time/instant.js';
import { toBuckets, type Buckets } from '../time/buckets.js';
import { toInstants } from '../time/range.js';
import { answerability, type Answerability } from './answerable.js';
import type { CellsRequest, EngineFacts, GroupPlan, LeafCells, MetricsEngine, Span } from './engine.js';
import { planGroups, REST_LABEL } from './groups.js';
import { unmeasuredBuckets, type Unmeasured } from './live-spans.js';
import { checkCells, checkQuery, DEFAULT_LIMITS, type QueryLimits } from './limits.js';

export interface AnswerContext {
  engine: MetricsEngine;
  catalogue: Catalogue;
  /** The source's clock, epoch milliseconds; a query's own `now` comes first. */
  clock: () => number;
  limits?: QueryLimits;
  /** Most questions that gaps are found among. Unset: all. */
  mostQuestions?: number;
}

export async function answerQuery(
  query: MetricsQuery,
  { engine, catalogue, clock, limits = DEFAULT_LIMITS }: AnswerContext,
): Promise<MetricsAnswer> {
  const facts = await engine.facts();
  const now = checkQuery(query, facts, limits, clock);
  const definitions = inParameter('metrics', () => [...new Set(query.metrics)].map((id) => catalogue.get(id)));
  const able = definitions.map((definition) => answerability(definition, facts, query));
  const plan = keptPlan(definitions, facts.settings);
  const range = toRange(query, query, now);
  const groups =
    query.groupBy === undefined
      ? undefined
      : await planGroups(engine, definitions, able, query.groupBy, query, range.span, now, limits.groups);
  const ask = (part: RangePart) => fillCells(engine, plan, facts, definitions, able, query, part, groups, now);
  checkCells(query, groupCount(groups), range.buckets?.labels.length ?? 0, limits);
  const current = await ask(range);
  const compared = query.compare ? toRange(query, query.compare, now) : undefined;
  const previous = compared ? await ask(compared) : undefined;

  const answer: MetricsAnswer = { asOf: formatInstant((await engine.asOf(now)) ?? now), metrics: {} };
  if (range.buckets) Object.assign(answer, { buckets: range.buckets.labels, partial: range.buckets.partial });
  if (compared?.buckets) answer.previousBuckets = compared.buckets.labels;
  if (groups) answer.groups = groups.rest ? [...groups.values, REST_LABEL] : [...groups.values];
  if (groups?.rest) answer.otherIndex = groups.values.length;
  const metrics = new Map(
    definitions.map((definition, index) => [
      definition.id,
      toMetricAnswer(definition, able[index]!, plan, { current, previous, groups, buckets: range.buckets }),
    ]),
  );
  answer.metrics = Object.fromEntries(metrics);
  return answer;
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

interface Filled {
  cells: (LeafCells | undefined)[];
  unmeasured: Unmeasured[];
}

async function fillCells(
  engine: MetricsEngine,
  plan: Plan,
  facts: EngineFacts,
  definitions: readonly MetricDefinition[],
  able: readonly Answerability[],
  query: MetricsQuery,
  { span, buckets }: RangePart,
  groups: GroupPlan | undefined,
  now: number,
): Promise<Filled> {
  const wanted = new Set(
    definitions.flatMap((definition, index) => (able[index]!.value ? plan.leavesOf(definition.id) : [])),
  );
  const grouped = new Set(
    definitions.flatMap((definition, index) => (able[index]!.groups ? plan.leavesOf(definition.id) : [])),
  );
  const cells: (LeafCells | undefined)[] = new Array<LeafCells | undefined>(plan.leaves.length).fill(undefined);
  const filters: Filters = query.filters ?? {};
  for (const withGroups of [true, false]) {
    const indexes = [...wanted].filter((index) => Boolean(groups && grouped.has(index)) === withGroups);
    if (!indexes.length) continue;
    const request: CellsRequest = {
      leaves: indexes.map((index) => plan.leaves[index]!),
      span,
      filters,
      now,
      ...(buckets && { buckets }),
      ...(withGroups && groups && { groups }),
    };
    (await engine.cells(request)).forEach((result, position) => {
      cells[indexes[position]!] = result;
    });
  }
  const unmeasured = await unmeasuredBuckets(engine, facts, definitions, { span, buckets, now });
  return { cells, unmeasured };
}

interface Parts {
  current: Filled;
  previous: Filled | undefined;
  groups: GroupPlan | undefined;
  buckets: Buckets | undefined;
}

function toMetricAnswer(
  definition: MetricDefinition,
  able: Answerability,
  plan: Plan,
  { current, previous, groups, buckets }: Parts,
): MetricAnswer {
  if (!able.value) return nullAnswer(able, Boolean(previous), groups, buckets);
  const numbers = (filled: Filled) => toNumbers(definition, plan, filled, able.groups ? groups : undefined, buckets);
  const now = numbers(current);
  const answer: MetricAnswer = { value: now.total };
  const leftOut = Math.max(0, ...plan.leavesOf(definition.id).map((index) => current.cells[index]?.leftOut ?? 0));
  if (leftOut > 0) answer.leftOut = leftOut;
  const before = previous && numbers(previous);
  if (before) answer.previous = before.total;
  if (buckets) answer.byBucket = now.byBucket;
  if (buckets && before) answer.previousByBucket = toLength(before.byBucket, buckets.labels.length);
  if (!groups) return answer;
  if (!able.groups)
    return {
      ...answer,
      reason: 'no-dimension',
      byGroup: null,
      ...(before && { previousByGroup: null }),
      ...(buckets && { byGroupAndBucket: null }),
    };
  answer.byGroup = now.byGroup;
  if (before) answer.previousByGroup = before.byGroup;
  if (buckets) answer.byGroupAndBucket = now.byBoth;
  return answer;
}

/** No number, in the shape of the question: only a grouping that cannot be made is itself `null`. */
function nullAnswer(
  { reason, groups: canGroup }: Answerability,
  compared: boolean,
  groups: GroupPlan | undefined,
  buckets: Buckets | undefined,
): MetricAnswer {
  const perBucket = () => new Array<null>(buckets?.labels.length ?? 0).fill(null);
  const perGroup = <T>(make: () => T) => (canGroup ? Array.from({ length: groupCount(groups) }, make) : null);
  return {
    value: null,
    ...(compared && { previous: null }),
    ...(reason && { reason }),
    ...(buckets && { byBucket: perBucket(), ...(compared && { previousByBucket: perBucket() }) }),
    ...(groups && { byGroup: perGroup(() => null), ...(compared && { previousByGroup: perGroup(() => null) }) }),
    ...(groups && buckets && { byGroupAndBucket: perGroup(perBucket) }),
  };
}

function toNumbers(
  definition: MetricDefinition,
  plan: Plan,
  { cells, unmeasured }: Filled,
  groups: GroupPlan | undefined,
  buckets: Buckets | undefined,
) {
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

const groupCount = (groups: GroupPlan | undefined): number => (groups ? groups.values.length + Number(groups.rest) : 0);

function toLength(values: readonly (number | null)[], length: number): (number | null)[] {
  return Array.from({ length }, (_, index) => values[index] ?? null);
}
