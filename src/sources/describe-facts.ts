/** What a source says about itself, from whatever engine it asks. */
import type { FactsSummary } from '../core/answer/engine.js';
import type { Catalogue } from '../core/metrics/catalogue.js';
import type { SourceDescription } from '../core/query.js';
import { formatInstant } from '../core/time/instant.js';
import type { DataFields } from './local/data-fields.js';
import type { CheckedOptions } from './local/options.js';
import { toOutwardLive } from './outward-live.js';

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
