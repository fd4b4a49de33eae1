/** Every metric the kit knows, by id, and the variants that an id can carry. */
import { AGENT_METRICS } from './agent.js';
import { CHATBOT_METRICS } from './chatbot.js';
import type { MetricDefinition } from './definition.js';
import { DESK_PERFORMANCE_METRICS } from './desk-performance.js';
import { DESK_SATISFACTION_METRICS } from './desk-satisfaction.js';
import { DESK_SELF_SERVICE_METRICS } from './desk-self-service.js';
import { DESK_SOCIAL_METRICS } from './desk-social.js';
import { factSchema } from '../tables/all-tables.js';
import { HUB_METRICS } from './hub.js';

export const CATALOGUE: readonly MetricDefinition[] = [
  ...AGENT_METRICS,
  ...CHATBOT_METRICS,
  ...HUB_METRICS,
  ...DESK_PERFORMANCE_METRICS,
  ...DESK_SATISFACTION_METRICS,
  ...DESK_SELF_SERVICE_METRICS,
  ...DESK_SOCIAL_METRICS,
];

/** The seven headline numbers of the customer-agent dashboard (S1). */
export const HEADLINE_METRICS: readonly string[] = [
  'total-volume',
  'ai-resolved',
  'ai-resolved-rate',
  'ai-revenue',
  'add-to-cart',
  'link-clicks',
  'ai-order-value',
];

const QUANTILES = new Map([
  ['median', 0.5],
  ['p90', 0.9],
]);

export class Catalogue {
  readonly #byId: Map<string, MetricDefinition>;
  /** Variants are made once, so that cached plans are found by identity. */
  readonly #variants = new Map<string, MetricDefinition>();

  /** `own`: custom metrics, added to the kit's. One with the id of a kit's metric replaces it. */
  constructor(own: readonly MetricDefinition[] = []) {
    this.#byId = new Map([...CATALOGUE, ...own].map((definition) => [definition.id, definition]));
  }

  get ids(): string[] {
    return [...this.#byId.keys()];
  }

  /** The definition of `ID`, `ID:median`, `ID:p90`, `ID:business`, `ID:business:median` or `ID:business:p90`. Throws a `RangeError` for an unknown id or variant. */
  get(name: string): MetricDefinition {
    if (typeof name !== 'string')
      throw new RangeError(`Unknown metric ${JSON.stringify(name)}. Use one of: ${this.ids.join(', ')}.`);
    const [id = '', ...variants] = name.split(':');
    const definition = this.#byId.get(id);
    if (!definition) throw new RangeError(`Unknown metric "${name}". Use one of: ${this.ids.join(', ')}.`);
    if (variants.length === 0) return definition;
    const made = this.#variants.get(name) ?? toVariant(definition, name, variants);
    this.#variants.set(name, made);
    return made;
  }
}

function toVariant(definition: MetricDefinition, name: string, variants: readonly string[]): MetricDefinition {
  const isBusiness = variants[0] === 'business';
  const [quantile, ...more] = isBusiness ? variants.slice(1) : variants;
  const { formula } = isBusiness ? byBusinessHours(definition, name) : definition;
  const q = quantile === undefined ? undefined : QUANTILES.get(quantile);
  if (
    more.length > 0 ||
    (quantile !== undefined && (q === undefined || formula.op !== 'mean' || definition.unit !== 'duration'))
  ) {
    throw new RangeError(
      `Unknown metric "${name}". Means of durations offer :median and :p90, durations between two instants also :business before them, others no variant.`,
    );
  }
  return {
    ...definition,
    id: name,
    formula: q !== undefined && formula.op === 'mean' ? { ...formula, op: 'quantile', q } : formula,
  };
}

/** The same duration, counted while people are at work. */
function byBusinessHours(definition: MetricDefinition, name: string): MetricDefinition {
  const { formula, fact, unit } = definition;
  const isBetween =
    (formula.op === 'mean' || formula.op === 'sum') && typeof formula.of === 'object' && 'minus' in formula.of;
  if (!isBetween || unit !== 'duration' || !factSchema(fact)?.columns['businessTime']) {
    throw new RangeError(
      `Metric "${definition.id}" has no business hours, as in "${name}": it measures no time between two instants. Ask for "${definition.id}".`,
    );
  }
  return { ...definition, formula: { ...formula, of: 'businessTime' } };
}
