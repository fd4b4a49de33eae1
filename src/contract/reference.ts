/** What documentation shows beside the catalogue: data alone, so that a page can load it as it is. */
import { FACT_DOCS } from '../core/facts/docs.js';
import type { FactName, FactRecords } from '../core/facts/registry.js';

export { METRIC_EXAMPLES } from '../core/metrics/examples.js';

export interface FactFields {
  /** What one record is. */
  about: string;
  fields: Readonly<Record<string, string>>;
}

const DOCS = Object.entries(FACT_DOCS);

/** What the fields of each fact mean and in which unit they are, for people. */
export const FACT_FIELDS = Object.fromEntries(
  DOCS.map(([fact, { about, fields }]) => [fact, { about, fields }]),
) as unknown as Readonly<Record<FactName, FactFields>>;

/** One record of each fact as somebody would supply it. Everything in them is made up. */
export const FACT_EXAMPLES = Object.fromEntries(
  DOCS.map(([fact, { example }]) => [fact, example]),
) as unknown as Readonly<FactRecords>;
