/** One description of a source, however many widgets ask. A failure is not cached. */
import type { SourceDescription } from '../core/query.js';
import { checkDescription } from '../sources/check-description.js';
import type { MetricsSource } from '../sources/metrics-source.js';

interface Entry {
  description: Promise<SourceDescription>;
  isSettled: boolean;
}

const entries = new WeakMap<MetricsSource, Entry>();

/** The signal only ends the caller's wait: others may be waiting for the same answer. */
export function describeSource(source: MetricsSource, signal: AbortSignal): Promise<SourceDescription> {
  const { description } = entries.get(source) ?? ask(source);
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    description.then(resolve, reject);
  });
}

/** The facts have changed, so that their description is forgotten, even one that is still on its way. */
export function dropDescription(source: MetricsSource): void {
  entries.delete(source);
}

/** Lets the next question reach the source again; one that is under way is waited for. A source over a file reads it again. */
export function forgetDescription(source: MetricsSource): void {
  if (!entries.get(source)?.isSettled) return;
  entries.delete(source);
  (source as { reload?: () => void }).reload?.();
}

function ask(source: MetricsSource): Entry {
  const entry: Entry = { description: describe(source), isSettled: false };
  entries.set(source, entry);
  entry.description.then(
    () => (entry.isSettled = true),
    () => {
      if (entries.get(source) === entry) entries.delete(source);
    },
  );
  return entry;
}

/** A source that throws at once, or describes itself in a way no widget could draw, fails like any other. */
async function describe(source: MetricsSource): Promise<SourceDescription> {
  return checkDescription(await source.describe());
}
