/** What a source over supplied data can be told. */
import type { FactName } from '../../core/facts/registry.js';
import { parseInstant, type Instant } from '../../core/time/instant.js';
import type { MetricDefinition } from '../../core/metrics/definition.js';
import type { OwnColumns } from '../../core/own-columns.js';
import { resolveSettings, type MetricSettings, type ResolvedSettings } from '../../core/settings.js';
import { parseTimeZone } from '../../core/time/zone.js';
import { checkColumns, checkFact } from '../check-columns.js';
import { checkCurrencyOption, checkGoals, checkMetrics } from '../check-options.js';

export interface LocalSourceOptions {
  /** IANA zone of the data; wins over the data's own. */
  timeZone?: string;
  /** ISO 4217 code of all money; wins over the data's own. */
  currency?: string;
  /** The instant that stands for now. Unset: the clock. */
  now?: Instant;
  /** Own columns by fact, as `{ tickets: { plan: 'text', costCents: 'number' } }`: a text becomes a dimension of all that counts the fact, a number a measure. */
  columns?: OwnColumns;
  /** Own metrics, made with `defineMetric`. */
  metrics?: readonly MetricDefinition[];
  settings?: MetricSettings;
  /** Words for values, per dimension. */
  labels?: Record<string, Record<string, string>>;
  /** What a bare list or NDJSON holds. Default `conversations`. */
  fact?: string;
  /** `auto` (default): texts and streams from a megabyte on are read and asked in a module worker, where the page allows one. `never`: always on this thread, in slices. */
  worker?: 'auto' | 'never';
  /** Ends the reading of the data; every question rejects then. */
  signal?: AbortSignal;
}

/** Plain data, so that a worker can be given them. */
export interface CheckedOptions {
  timeZone: string | undefined;
  currency: string | undefined;
  /** Epoch milliseconds; `undefined`: the clock. */
  now: number | undefined;
  columns: OwnColumns;
  metrics: MetricDefinition[];
  settings: ResolvedSettings;
  labels: Record<string, Record<string, string>> | undefined;
  fact: FactName;
}

/** Throws a `RangeError` that names the wrong option. */
export function checkLocalOptions(options: LocalSourceOptions): CheckedOptions {
  const fact = checkFact(options.fact ?? 'conversations');
  const timeZone = options.timeZone === undefined ? undefined : parseTimeZone(options.timeZone);
  const currency = options.currency === undefined ? undefined : checkCurrencyOption(options.currency);
  const now = options.now === undefined ? undefined : parseInstant(options.now);
  const columns = checkColumns(options.columns ?? {});
  const settings = resolveSettings(options.settings);
  checkGoals(settings, columns);
  const metrics = checkMetrics(options.metrics ?? [], columns);
  checkWorker(options.worker ?? 'auto');
  return { timeZone, currency, now, columns, metrics, settings, labels: options.labels, fact };
}

function checkWorker(worker: string): void {
  if (worker !== 'auto' && worker !== 'never')
    throw new RangeError(`worker is ${JSON.stringify(worker)}. Use "auto" or "never".`);
}
