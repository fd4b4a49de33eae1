/** The door through which every metric comes in, the kit's own and a host's. */
import type { Better, Formula, Measure, MetricDefinition, Unit } from './definition.js';

const UNITS: readonly Unit[] = ['count', 'percent', 'money', 'duration', 'messages', 'points', 'ratio'];
const BETTER: readonly Better[] = ['higher', 'lower', 'neither'];
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** What a host has to say; the rest has a default. */
export type MetricInput = Omit<MetricDefinition, 'at' | 'unit' | 'better' | 'label'> &
  Partial<Pick<MetricDefinition, 'at' | 'unit' | 'better' | 'label'>>;

/**
 * Checks a metric and fills in what was left out: `at` is `startedAt` for conversations and `at` for everything else, `unit` `count`,
 * `better` `neither`, `label` the id. Throws a `RangeError` or `TypeError` that names what is wrong.
 */
export function defineMetric(input: MetricInput): MetricDefinition {
  if (!ID.test(input.id)) throw new RangeError(`Metric id "${input.id}" is not kebab-case. Use lower-case words joined by "-".`);
  const definition: MetricDefinition = {
    at: defaultClock(input.fact), unit: 'count', better: 'neither', label: input.id, ...input,
  };
  requireOneOf('unit', definition.unit, UNITS, input.id);
  requireOneOf('better', definition.better, BETTER, input.id);
  checkFormula(definition.formula, input.id);
  return Object.freeze(definition);
}

export function defaultClock(fact: string): string {
  return fact === 'conversations' || fact === 'openedConversations' ? 'startedAt' : 'at';
}

function requireOneOf(field: string, value: string, allowed: readonly string[], id: string): void {
  if (!allowed.includes(value)) throw new RangeError(`Metric "${id}" has the ${field} "${value}". Use one of: ${allowed.join(', ')}.`);
}

function checkFormula(formula: Formula, id: string): void {
  switch (formula?.op) {
    case 'count': case 'stock': case 'constant': return;
    case 'distinct': return;
    case 'sum': case 'mean': return checkMeasure(formula.of, id);
    case 'quantile':
      if (!(formula.q >= 0 && formula.q <= 1)) throw new RangeError(`Metric "${id}" asks for the quantile ${formula.q}. Use a share from 0 to 1.`);
      return checkMeasure(formula.of, id);
    case 'ratio': case 'difference':
      if (formula.of?.length !== 2) throw new TypeError(`Metric "${id}": a ${formula.op} is of two formulas.`);
      return formula.of.forEach((part) => checkFormula(part, id));
    case 'total': return formula.of.forEach((part) => checkFormula(part, id));
    case 'scale': return checkFormula(formula.of, id);
    default:
      throw new RangeError(`Metric "${id}" has the formula ${JSON.stringify(formula)}. Its op must be one of: count, sum, mean, quantile, distinct, stock, ratio, difference, total, scale, constant.`);
  }
}

function checkMeasure(measure: Measure, id: string): void {
  const columns = typeof measure === 'string' ? [measure] : 'plus' in measure ? measure.plus : measure.minus;
  if (!columns.length || !columns.every((column) => typeof column === 'string' && column)) {
    throw new TypeError(`Metric "${id}" measures ${JSON.stringify(measure)}. Name a column, { plus: […] } or { minus: [a, b] }.`);
  }
}
