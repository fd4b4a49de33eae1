/** A number for each source, so that a question can be told from the same words asked of another. */
import type { MetricsSource } from '../sources/metrics-source.js';

const keys = new WeakMap<MetricsSource, number>();
let lastKey = 0;

export function sourceKey(source: MetricsSource): number {
  const key = keys.get(source) ?? ++lastKey;
  keys.set(source, key);
  return key;
}
