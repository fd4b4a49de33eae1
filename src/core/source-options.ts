/** The options of a source over supplied data, checked before any data: a wrong option throws where it is written. */
import type { FactName } from './facts/registry.js';
import { type Instant, parseInstant } from './time/instant.js';
import type { MetricDefinition } from './metrics/definition.js';
import type { CustomColumns } from './custom-columns.js';
import { type MetricSettings, type ResolvedSettings, resolveSettings } from './settings.js';
import { parseTimeZone } from './time/zone.js';
import { checkColumns, checkFact } from './check-columns.js';
import { checkReadable } from './metrics/readable.js';
import { defineMetric } from './metrics/define-metric.js';
import { TABLES } from './tables/all-tables.js';

export interface SourceOptions {
  /** IANA zone of the data; wins over the data's own. */
  timeZone?: string;
  /** ISO 4217 code of all money; wins over the data's own. */
  currency?: string;
  /** The instant that stands for now. Unset: the clock. */
  now?: Instant;
  /** Custom columns by fact, as `{ tickets: { plan: 'text', costCents: 'number' } }`: a text becomes a dimension of all that counts the fact, a number a measure. */
  columns?: CustomColumns;
  /** Custom metrics, made with `defineMetric`. */
  metrics?: readonly MetricDefinition[];
  settings?: MetricSettings;
  /** Words for values, per dimension. */
  labels?: Record<string, Record<string, string>>;
  /** What a bare list or NDJSON holds. Default `conversations`. */
  fact?: string;
}

/** Plain data, so that they can be sent to a worker. */
export interface CheckedOptions {
  timeZone: string | undefined;
  currency: string | undefined;
  /** Epoch milliseconds; `undefined`: the clock. */
  now: number | undefined;
  columns: CustomColumns;
  metrics: MetricDefinition[];
  settings: ResolvedSettings;
  labels: Record<string, Record<string, string>> | undefined;
  fact: FactName;
}

/** Throws a `RangeError` that names the wrong option. */
export function checkSourceOptions(options: SourceOptions): CheckedOptions {
  const fact = checkFact(options.fact ?? 'conversations');
  const timeZone = options.timeZone === undefined ? undefined : parseTimeZone(options.timeZone);
  const currency = options.currency === undefined ? undefined : checkCurrencyOption(options.currency);
  const now = options.now === undefined ? undefined : parseInstant(options.now);
  const columns = checkColumns(options.columns ?? {});
  const settings = resolveSettings(options.settings);
  checkGoals(settings, columns);
  const metrics = checkMetrics(options.metrics ?? [], columns);
  return { timeZone, currency, now, columns, metrics, settings, labels: options.labels, fact };
}

function checkCurrencyOption(currency: unknown): string {
  if (typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)) return currency;
  throw new RangeError(`The currency is ${JSON.stringify(currency)}. Use an ISO 4217 code such as "EUR".`);
}

/** Custom metrics, complete and readable. */
function checkMetrics(metrics: readonly MetricDefinition[], own: CustomColumns): MetricDefinition[] {
  return metrics.map((metric) => {
    const definition = defineMetric(metric);
    checkReadable(definition, own);
    return definition;
  });
}

function checkGoals({ goals = {} }: ResolvedSettings, { conversations = {} }: CustomColumns): void {
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
