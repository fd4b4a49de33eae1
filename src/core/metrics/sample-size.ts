/** On how many rows a number rests: which metric counts the rows behind another one. */
import type { SourceDescription } from '../query.js';
import { CATALOGUE } from './catalogue.js';
import type { Formula, MetricDefinition } from './definition.js';
import { factSchema } from '../tables/all-tables.js';
import { findDefinition } from './find-definition.js';

/** By fact, for metrics whose very rows no metric counts. */
const NEAREST: Readonly<Record<string, string>> = {
  tickets: 'ticket-volume',
  surveys: 'ticket-volume',
  conversations: 'total-volume',
};

/** The metrics, and those that count the rows behind them. */
export function withSamples(metrics: readonly string[], description: SourceDescription | undefined): string[] {
  return [
    ...new Set([...metrics, ...metrics.flatMap((metric) => sampleMetric(findDefinition(metric, description)) ?? [])]),
  ];
}

/** Whether the number grows with its rows and so says itself how many there are: counts and sums, unlike rates, means and quantiles. */
export function isAmount(definition: MetricDefinition | undefined): boolean {
  return definition === undefined || grows(definition.formula);
}

/** The metric that counts the rows behind another one; `undefined` for an amount, and where there is none. */
export function sampleMetric(definition: MetricDefinition | undefined): string | undefined {
  if (!definition || isAmount(definition)) return undefined;
  const { fact, at, rows } = definition;
  const counting = CATALOGUE.find(
    (one) =>
      one.formula.op === 'count' &&
      isPlain(one.formula) &&
      one.fact === fact &&
      one.at === at &&
      JSON.stringify(one.rows) === JSON.stringify(rows),
  );
  const schema = factSchema(fact);
  return counting?.id ?? NEAREST[schema?.of ?? schema?.inherits ?? fact];
}

function grows(formula: Formula): boolean {
  switch (formula.op) {
    case 'count':
    case 'sum':
    case 'distinct':
    case 'stock':
      return true;
    case 'scale':
      return grows(formula.of);
    case 'difference':
    case 'total':
      return formula.of.every((part: Formula) => part.op !== 'constant' && grows(part));
    default:
      return false;
  }
}

const isPlain = (formula: { where?: unknown; standing?: unknown; begunBefore?: unknown; fact?: unknown }): boolean =>
  !formula.where && !formula.standing && !formula.begunBefore && !formula.fact;
