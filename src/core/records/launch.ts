import type { LiveSpans } from '../engine/engine.js';
import { TABLES } from '../metrics/fact-schema.js';

/** When the product was first switched on: `Infinity` for never, `undefined` where nobody says. */
export function launchOf(table: string, live: LiveSpans | null | undefined): number | undefined {
  const product = TABLES[table]?.sinceLaunch;
  if (!product || live === undefined) return undefined;
  const spans = live?.[product];
  if (live !== null && !spans) return undefined;
  return Math.min(Infinity, ...(spans ?? []).map(({ since }) => since));
}
