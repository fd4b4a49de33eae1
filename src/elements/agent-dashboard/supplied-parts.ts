/** Whether a source has any data that a part of a page is about, so that a page says once what it lacks rather than in every widget. */
import { factSchema } from '../../core/tables/all-tables.js';
import type { SourceDescription } from '../../core/query.js';
import { findDefinition } from '../../core/metrics/find-definition.js';
import type { Part, PartKind } from './presets/preset.js';

/** Whether any of the parts has something to show; parts that are about no numbers always have. */
export function hasFacts(parts: readonly Part[], description: SourceDescription | undefined): boolean {
  const metrics = parts.flatMap(metricsOf);
  if (!description || metrics.length === 0 || !Object.values(description.facts).some((count) => count > 0)) return true;
  return metrics.some((metric) => isSupplied(metric, description));
}

const METRICS_OF: { [K in PartKind]: (part: Extract<Part, { kind: K }>) => readonly string[] } = {
  range: () => [],
  filters: () => [],
  goals: () => [],
  kpis: ({ metrics }) => metrics,
  trend: ({ metrics }) => metrics,
  ranking: ({ metrics }) => metrics,
  breakdown: ({ metric }) => [metric],
  heatmap: ({ metric }) => [metric],
  // A table that follows the selection shows what is behind any number.
  records: ({ metric, followSelection }) => (followSelection ? [] : [metric]),
  volume: ({ metric = 'total-volume' }) => [metric],
  gaps: () => ['total-volume'],
  skills: () => ['total-volume'],
  conversations: () => ['total-volume'],
  questions: () => ['total-volume'],
  group: ({ parts }) => parts.flatMap(metricsOf),
};

function metricsOf(part: Part): readonly string[] {
  return (METRICS_OF[part.kind] as (part: Part) => readonly string[])(part);
}

/** A metric without a definition is left to the widgets. */
export function isSupplied(metric: string, description: SourceDescription): boolean {
  const definition = findDefinition(metric, description);
  const schema = definition && factSchema(definition.fact);
  return !schema || (description.facts[schema.of ?? 'conversations'] ?? 0) > 0;
}
