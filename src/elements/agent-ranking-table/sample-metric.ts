/** Which metric tells on how many rows another one rests. */
import { CATALOGUE } from '../../core/metrics/catalogue.js';
import type { MetricDefinition } from '../../core/metrics/definition.js';
import { factSchema } from '../../core/metrics/fact-schema.js';

/** Where no metric counts the very rows: tickets, or conversations. */
const NEAREST: Readonly<Record<string, string>> = { tickets: 'ticket-volume', surveys: 'ticket-volume', conversations: 'total-volume' };

/** `undefined`: a count needs none, and of other facts nobody knows. */
export function sampleMetric(definition: MetricDefinition | undefined): string | undefined {
  if (!definition || isAmount(definition)) return undefined;
  const { fact, at, rows } = definition;
  const counting = CATALOGUE.find((one) => one.formula.op === 'count' && isPlain(one.formula) && one.fact === fact && one.at === at && JSON.stringify(one.rows) === JSON.stringify(rows));
  const schema = factSchema(fact);
  return counting?.id ?? NEAREST[schema?.of ?? schema?.inherits ?? fact];
}

/** What grows with the number of rows says itself how many there are. */
function isAmount({ formula: { op } }: MetricDefinition): boolean {
  return op === 'count' || op === 'sum' || op === 'distinct' || op === 'stock';
}

const isPlain = (formula: { where?: unknown; standing?: unknown; begunBefore?: unknown; fact?: unknown }): boolean =>
  !formula.where && !formula.standing && !formula.begunBefore && !formula.fact;
