/** Which groups an answer has: fixed for statuses, else the values found, the most frequent first. */
import type { MetricDefinition } from '../metrics/definition.js';
import { planMetrics } from '../metrics/plan.js';
import type { MetricsQuery } from '../query.js';
import type { ResolvedSettings } from '../settings.js';
import { FIXED_VALUES } from '../status/conversation-status.js';
import type { Answerability } from './answerable.js';
import type { GroupPlan, MetricsEngine, RowsSource, Span } from './engine.js';
import { factSchema, MULTI_VALUED_DIMENSIONS } from '../metrics/fact-schema.js';

/** How the rest is named on the wire; `otherIndex` says which group it is, since a value may bear the same name. */
export const REST_LABEL = 'other';

export async function planGroups(
  engine: MetricsEngine,
  definitions: readonly MetricDefinition[],
  able: readonly Answerability[],
  dimension: string,
  query: MetricsQuery,
  span: Span,
  now: number,
  mostGroups: number,
): Promise<GroupPlan> {
  const fixed = FIXED_VALUES.get(dimension);
  if (fixed) return { dimension, values: fixed, rest: false };
  const grouped = definitions.filter((_, index) => able[index]!.value && able[index]!.groups);
  const { settings } = await engine.facts();
  const counts = await Promise.all(
    grouped.map((definition) =>
      engine.groupCounts(rowsOf(definition, settings), dimension, { span, filters: query.filters ?? {}, now }),
    ),
  );
  const ranked = rank(counts);
  const limit = Math.min(query.limit ?? mostGroups, mostGroups);
  const isCut = ranked.length > limit;
  return {
    dimension,
    values: isCut ? ranked.slice(0, limit) : ranked,
    rest: isCut && !MULTI_VALUED_DIMENSIONS.has(dimension),
  };
}

/** The rows that rank a metric's groups: those of its fact; of a ratio, of its denominator's. */
function rowsOf(definition: MetricDefinition, settings: ResolvedSettings): RowsSource {
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

/** UTF-16 order is not code point order outside the basic plane: where two texts part, whole code points decide. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  if (at === length) return a.length - b.length;
  const pairs = at === 0 ? 0 : a.codePointAt(at - 1)! - b.codePointAt(at - 1)!;
  return pairs || a.codePointAt(at)! - b.codePointAt(at)!;
}
