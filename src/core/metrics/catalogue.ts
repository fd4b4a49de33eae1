/** Every metric the kit knows, by id, and the variants that an id can carry. */
import { AGENT_METRICS } from './agent.js';
import { CHATBOT_METRICS } from './chatbot.js';
import type { Formula, MetricDefinition } from './definition.js';

export const CATALOGUE: readonly MetricDefinition[] = [...AGENT_METRICS, ...CHATBOT_METRICS];

/** The seven headline numbers of the customer-agent dashboard (S1). */
export const HEADLINE_METRICS: readonly string[] = [
  'total-volume', 'ai-resolved', 'ai-resolved-rate', 'ai-revenue', 'add-to-cart', 'link-clicks', 'ai-order-value',
];

const QUANTILES = new Map([['median', 0.5], ['p90', 0.9]]);

export class Catalogue {
  readonly #byId: Map<string, MetricDefinition>;

  /** `own` metrics stand beside the kit's; one of the same id replaces it. */
  constructor(own: readonly MetricDefinition[] = []) {
    this.#byId = new Map([...CATALOGUE, ...own].map((definition) => [definition.id, definition]));
  }

  get ids(): string[] {
    return [...this.#byId.keys()];
  }

  /** The definition of `ID`, `ID:median` or `ID:p90`. Throws a `RangeError` for an unknown id or variant. */
  get(name: string): MetricDefinition {
    const colon = name.indexOf(':');
    const definition = this.#byId.get(colon < 0 ? name : name.slice(0, colon));
    if (!definition) throw new RangeError(`Unknown metric "${name}". Use one of: ${this.ids.join(', ')}.`);
    return colon < 0 ? definition : withQuantile(definition, name, name.slice(colon + 1));
  }
}

function withQuantile(definition: MetricDefinition, name: string, variant: string): MetricDefinition {
  const q = QUANTILES.get(variant);
  if (q === undefined || definition.formula.op !== 'mean' || definition.unit !== 'duration') {
    throw new RangeError(`Unknown metric "${name}". Means of durations offer :median and :p90, others no variant.`);
  }
  const formula: Formula = { ...definition.formula, op: 'quantile', q };
  return { ...definition, id: name, formula };
}
