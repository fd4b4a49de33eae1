/** Plans of the questions asked last: a page asks for the same metrics again and again. */
import type { ResolvedSettings } from '../settings.js';
import type { MetricDefinition } from './definition.js';
import { planMetrics, type Leaf, type Plan } from './plan.js';

const MOST_KEPT = 16;

let kept: readonly { definitions: readonly MetricDefinition[]; settings: ResolvedSettings; plan: Plan }[] = [];
const leaves = new WeakMap<MetricDefinition, readonly Leaf[]>();

/** The plan of the very same definitions and settings is not made anew. */
export function keptPlan(definitions: readonly MetricDefinition[], settings: ResolvedSettings): Plan {
  const known = kept.find((one) => one.settings === settings && isSame(one.definitions, definitions));
  if (known) return known.plan;
  const plan = planMetrics(definitions, settings);
  kept = [{ definitions, settings, plan }, ...kept.slice(0, MOST_KEPT - 1)];
  return plan;
}

/** What one metric reads; no setting changes that. */
export function leavesOf(definition: MetricDefinition): readonly Leaf[] {
  const known = leaves.get(definition) ?? planMetrics([definition]).leaves;
  leaves.set(definition, known);
  return known;
}

function isSame(some: readonly MetricDefinition[], others: readonly MetricDefinition[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}
