/** Live spans as a reader gets them: times in ISO 8601 UTC, no end while on. */
import { toLiveSpans } from '../core/answer/live-spans.js';
import type { Live } from '../core/facts/agent-data.js';
import { formatInstant } from '../core/time/instant.js';

export function toOutwardLive(live: Live | null | undefined): Live | null {
  const products = Object.entries(toLiveSpans(live) ?? {}).map(([product, spans]) => [
    product,
    spans.map(({ since, until }) => ({
      since: formatInstant(since),
      ...(until < Infinity && { until: formatInstant(until) }),
    })),
  ]);
  return live ? (Object.fromEntries(products) as Live) : null;
}
