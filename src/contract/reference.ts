/** What documentation shows beside the catalogue: data alone, so that a page can load it as it is. */
export { METRIC_EXAMPLES } from '../core/metrics/examples.js';
export { FACT_EXAMPLES } from './fact-examples.js';
export { FACT_FIELDS, type FactFields } from './fact-fields.js';
