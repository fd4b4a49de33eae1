/** What a metric is: as the source defines it, else as the catalogue does. */
import type { SourceDescription } from '../query.js';
import { CATALOGUE } from './catalogue.js';
import type { MetricDefinition } from './definition.js';

/** The definition of a metric or of a variant of it, as `:median`; `undefined` if neither the source nor the catalogue knows it. */
export function findDefinition(name: string, description: SourceDescription | undefined): MetricDefinition | undefined {
  const [id] = name.split(':');
  return description?.definitions?.find((one) => one.id === id) ?? CATALOGUE.find((one) => one.id === id);
}

/** Whether its groups add up: counts and sums do; rates, means and distinct counts do not. */
export function isAdditive(definition: MetricDefinition | undefined): boolean {
  return definition?.formula.op === 'count' || definition?.formula.op === 'sum';
}
