/** What `createLocalSource` is told, checked before any data: a wrong option throws where it is written. */
import { checkReadable } from '../core/metrics/readable.js';
import { defineMetric } from '../core/metrics/define-metric.js';
import type { MetricDefinition } from '../core/metrics/definition.js';
import { TABLES } from '../core/tables/all-tables.js';
import type { OwnColumns } from '../core/own-columns.js';
import type { ResolvedSettings } from '../core/settings.js';

export function checkCurrencyOption(currency: unknown): string {
  if (typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)) return currency;
  throw new RangeError(`The currency is ${JSON.stringify(currency)}. Use an ISO 4217 code such as "EUR".`);
}

/** Own metrics, complete and readable. */
export function checkMetrics(metrics: readonly MetricDefinition[], own: OwnColumns): MetricDefinition[] {
  return metrics.map((metric) => {
    const definition = defineMetric(metric);
    checkReadable(definition, own);
    return definition;
  });
}

export function checkGoals({ goals = {} }: ResolvedSettings, { conversations = {} }: OwnColumns): void {
  const schema = TABLES['conversations']!;
  const names = [...Object.keys(schema.columns), ...Object.keys(conversations)];
  for (const [id, where] of Object.entries(goals)) {
    const unknown = Object.keys(where).find((name) => !names.includes(name));
    if (unknown !== undefined)
      throw new RangeError(
        `Setting goals.${id} tests the unknown column "${unknown}". Use one of: ${names.join(', ')}.`,
      );
  }
}
