/** Which groups an answer has: fixed for statuses, else the values found, the most frequent first. */
import type { MetricDefinition } from '../metrics/definition.js';
import { planMetrics } from '../metrics/plan.js';
import type { DimensionDescription } from '../query.js';
import type { ResolvedSettings } from '../settings.js';
import { FIXED_VALUES } from '../status/conversation-status.js';
import type { CellsRequest, GroupPlan, MetricsEngine, RowsSource } from './engine.js';
import { CONVERSATION_DIMENSIONS, MULTI_VALUED_DIMENSIONS, factSchema } from '../tables/all-tables.js';

/** Label of the rest on the wire. `otherIndex` says which group it is, because a value may have the same name. */
export const REST_LABEL = 'other';

export interface GroupsRequest {
  dimension: string;
  /** For each metric, the rows that rank its groups. */
  rows: readonly RowsSource[];
  request: Pick<CellsRequest, 'span' | 'filters' | 'now'>;
  /** Maximum number of groups. All other values become one more group. */
  limit: number;
}

export async function planGroups(
  engine: MetricsEngine,
  { dimension, rows, request, limit }: GroupsRequest,
): Promise<GroupPlan> {
  const fixed = FIXED_VALUES.get(dimension);
  if (fixed) return { dimension, values: fixed, rest: false };
  const ranked = rank(await Promise.all(rows.map((source) => engine.groupCounts(source, dimension, request))));
  const isCut = ranked.length > limit;
  return {
    dimension,
    values: isCut ? ranked.slice(0, limit) : ranked,
    rest: isCut && !MULTI_VALUED_DIMENSIONS.has(dimension),
  };
}

export const groupCount = (groups: GroupPlan | undefined): number =>
  groups ? groups.values.length + Number(groups.rest) : 0;

/** The rows that rank a metric's groups: the rows of its fact, or of its denominator's fact where it is a ratio. */
export function rankingRows(definition: MetricDefinition, settings: ResolvedSettings): RowsSource {
  const formula = definition.formula.op === 'ratio' ? definition.formula.of[1] : definition.formula;
  const [leaf] = planMetrics([{ ...definition, formula }], settings).leaves;
  if (!leaf) return { fact: definition.fact, at: definition.at, where: [], known: [], ignore: [] };
  const own =
    leaf.fact === definition.fact
      ? planMetrics([{ ...definition, formula: { op: 'count' } }], settings).leaves[0]!.where
      : [];
  const ranked = leaf.op === 'stock' ? undefined : factSchema(leaf.fact)?.rankedBy;
  return {
    fact: ranked ?? leaf.fact,
    at: leaf.at,
    where: own,
    known: [],
    ignore: [],
    ...(leaf.op === 'stock' && { stock: { when: leaf.when, until: leaf.until } }),
  };
}

function rank(counts: readonly ReadonlyMap<string, number>[]): string[] {
  const [first = new Map<string, number>(), ...others] = counts;
  const values = new Set([first, ...others].flatMap((one) => [...one.keys()]));
  return [...values].sort((a, b) => (first.get(b) ?? 0) - (first.get(a) ?? 0) || compareCodePoints(a, b));
}

/** UTF-16 order differs from code point order outside the basic plane, so whole code points are compared where two texts differ. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  if (at === length) return a.length - b.length;
  const pairs = at === 0 ? 0 : a.codePointAt(at - 1)! - b.codePointAt(at - 1)!;
  return pairs || a.codePointAt(at)! - b.codePointAt(at)!;
}

/** Maximum number of listed values per dimension. */
export const MAX_VALUES = 1000;

/** Dimensions whose values have to be counted. */
export function countedDimensions(customDimensions: readonly string[]): string[] {
  return [...CONVERSATION_DIMENSIONS, ...customDimensions].filter((name) => !FIXED_VALUES.has(name));
}

/** Describes dimensions from their counted values. Values in `known` are listed even if no record has them. */
export function describeCounts(
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
  hasRecords: boolean,
  known: Readonly<Record<string, readonly string[]>>,
): Record<string, DimensionDescription> {
  const described: [string, DimensionDescription][] = hasRecords
    ? [...FIXED_VALUES].map(([name, values]) => [name, { values: [...values], truncated: false }])
    : [];
  const listed = Object.entries(known).filter(([, values]) => values.length > 0);
  const unused = new Map(listed.map(([name, values]) => [name, values.map((value) => [value, 0] as const)]));
  for (const name of new Set([...unused.keys(), ...counts.keys()]))
    described.push([name, describe(name, new Map([...(unused.get(name) ?? []), ...(counts.get(name) ?? [])]))]);
  return Object.fromEntries(described);
}

/** The values each dimension has in the data, the most frequent first: what a filter can offer. */
function describe(name: string, counts: ReadonlyMap<string, number>): DimensionDescription {
  const values = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || compareCodePoints(a, b));
  return {
    values: values.slice(0, MAX_VALUES),
    truncated: values.length > MAX_VALUES,
    ...(MULTI_VALUED_DIMENSIONS.has(name) && { multiValued: true }),
  };
}
