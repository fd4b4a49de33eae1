/** One description a source, however many widgets ask. A failure is forgotten, so that the next asks again. */
import type { SourceDescription } from '../core/query.js';
import type { MetricsSource } from '../sources/metrics-source.js';

const descriptions = new WeakMap<MetricsSource, Promise<SourceDescription>>();

/** The signal only ends the caller's wait: others may be waiting for the same answer. */
export function describeSource(source: MetricsSource, signal: AbortSignal): Promise<SourceDescription> {
  const known = descriptions.get(source) ?? source.describe();
  descriptions.set(source, known);
  known.catch(() => descriptions.delete(source));
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    known.then(resolve, reject);
  });
}

export function forgetDescription(source: MetricsSource): void {
  descriptions.delete(source);
}
