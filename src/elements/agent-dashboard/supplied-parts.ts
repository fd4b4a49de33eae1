/** Whether a source was given anything that a part of a page is about, so that a page says once what it lacks rather than in every widget. */
import { factSchema } from '../../core/tables/all-tables.js';
import type { SourceDescription } from '../../core/query.js';
import { findDefinition } from '../../core/metrics/find-definition.js';
import type { Part } from './presets/preset.js';

/** Whether any of the parts has something to show. Parts that are about no numbers have, where they stand alone. */
export function hasFacts(parts: readonly Part[], description: SourceDescription | undefined): boolean {
  const metrics = parts.flatMap(metricsOf);
  if (!description || metrics.length === 0 || !Object.values(description.facts).some((count) => count > 0)) return true;
  return metrics.some((metric) => isSupplied(metric, description));
}

function metricsOf(part: Part): readonly string[] {
  switch (part.kind) {
    case 'kpis':
    case 'trend':
    case 'ranking':
      return part.metrics;
    case 'breakdown':
    case 'heatmap':
      return [part.metric];
    // One that follows the reader shows what is behind any number.
    case 'records':
      return part.followSelection ? [] : [part.metric];
    case 'volume':
      return [part.metric ?? 'total-volume'];
    case 'gaps':
    case 'skills':
    case 'conversations':
    case 'questions':
      return ['total-volume'];
    case 'group':
      return part.parts.flatMap(metricsOf);
    default:
      return [];
  }
}

/** What nobody has told about is left to the widgets. */
export function isSupplied(metric: string, description: SourceDescription): boolean {
  const definition = findDefinition(metric, description);
  const schema = definition && factSchema(definition.fact);
  return !schema || (description.facts[schema.of ?? 'conversations'] ?? 0) > 0;
}
