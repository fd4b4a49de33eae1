/** Settings decide numbers, and the engine computes them: what the handler is given must be what the engine goes by. */
import { resolveSettings, type MetricSettings } from '../../core/settings.js';
import type { MetricsSource } from '../../sources/metrics-source.js';
import { ProblemError } from './problem.js';

/** Rejects with a 503 that names the first setting by which the engine answers otherwise. Throws a `RangeError` for settings that cannot be. */
export function settingsCheck(settings: MetricSettings): (source: MetricsSource) => Promise<void> {
  const wanted: Readonly<Record<string, unknown>> = { ...resolveSettings(settings) };
  return async (source) => {
    const present = (await source.describe()).settings as Readonly<Record<string, unknown>>;
    const name = [...new Set([...Object.keys(wanted), ...Object.keys(present)])].find(
      (one) => toText(wanted[one]) !== toText(present[one]),
    );
    if (name === undefined) return;
    throw new ProblemError(
      503,
      'settings-differ',
      `The setting ${name} is ${toText(wanted[name])} for the endpoint and ${toText(present[name])} for its engine. Give the engine the same: createLocalSource(data, { settings }), or the configuration's settings.`,
    );
  };
}

/** The same text for the same value, whatever the order of its keys. */
const toText = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    isObject(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one,
  ) ?? 'unset';

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
