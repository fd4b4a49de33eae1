/** What a source says about itself, from whatever engine it asks. */
import type { FactsSummary } from './engine.js';
import type { Catalogue } from '../metrics/catalogue.js';
import type { SourceDescription } from '../query.js';
import { formatInstant } from '../time/instant.js';
import type { DataFields } from '../facts/data-fields.js';
import type { CheckedOptions } from '../source-options.js';
import { toLiveSpans } from './live-spans.js';
import type { Live } from '../facts/agent-data.js';

export interface DescribedFacts {
  options: CheckedOptions;
  catalogue: Catalogue;
  summary: FactsSummary;
  /** What the data say beside their records; an option beats it. */
  fields: DataFields;
  refused: SourceDescription['refused'];
}

export function describeFacts({ options, catalogue, summary, fields, refused }: DescribedFacts): SourceDescription {
  const { timeZone, currency, settings, metrics, labels } = options;
  const { counts, dimensions, first, last } = summary;
  return {
    facts: counts,
    dimensions,
    first: first === null ? null : formatInstant(first),
    last: last === null ? null : formatInstant(last),
    ...('live' in fields && { live: toOutwardLive(fields.live) }),
    timeZone: timeZone ?? fields.timeZone ?? null,
    currency: currency ?? fields.currency ?? null,
    metrics: catalogue.ids,
    settings,
    ...(metrics.length && { definitions: metrics }),
    ...(labels && { labels }),
    refused,
  };
}

/** Live spans as users get them: times in ISO 8601 UTC, no end while on. */
function toOutwardLive(live: Live | null | undefined): Live | null {
  const products = Object.entries(toLiveSpans(live) ?? {}).map(([product, spans]) => [
    product,
    spans.map(({ since, until }) => ({
      since: formatInstant(since),
      ...(until < Infinity && { until: formatInstant(until) }),
    })),
  ]);
  return live ? (Object.fromEntries(products) as Live) : null;
}
