/** Widgets without a provider make a source each. Those that ask one endpoint for one person are refused together. */
import type { MetricsSource } from '../sources/metrics-source.js';
import type { TokenWatch } from './token-watch.js';

export interface Asker {
  source: MetricsSource;
  endpoint: string;
  /** Unset: the token identifies the person. */
  identity: string | undefined;
  token: TokenWatch | undefined;
}

const askers = new Set<Asker>();

/** Returns a function that removes it again. */
export function addAsker(asker: Asker): () => void {
  askers.add(asker);
  return () => void askers.delete(asker);
}

/** The other sources on the page through which the same person asks the same endpoint. */
export function sourcesAlike(source: MetricsSource): MetricsSource[] {
  const all = [...askers];
  const own = all.filter((asker) => asker.source === source);
  return all
    .filter((asker) => asker.source !== source && own.some((one) => isSame(one, asker)))
    .map((one) => one.source);
}

function isSame(a: Asker, b: Asker): boolean {
  if (a.endpoint !== b.endpoint || a.identity !== b.identity) return false;
  if (a.identity !== undefined) return true;
  return a.token && b.token ? a.token.isAlike(b.token) : a.token === b.token;
}
