/** Checks and completes the definition of a metric, the kit's and a host's alike. */
import { AGGREGATES, aggregateOf, isAggregate } from './aggregates.js';
import { checkWhere } from './check-where.js';
import { usualClock } from '../tables/all-tables.js';
import type { Better, Formula, LeafBase, MetricDefinition, Unit } from './definition.js';

const UNITS: readonly Unit[] = ['count', 'percent', 'money', 'duration', 'messages', 'points', 'ratio'];
const BETTER: readonly Better[] = ['higher', 'lower', 'neither'];
const OPS = [...Object.keys(AGGREGATES), 'mean', 'ratio', 'difference', 'total', 'scale', 'constant'];
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** The fields that a host must give; the others have defaults. */
export type MetricInput = Omit<MetricDefinition, 'at' | 'unit' | 'better' | 'label'> &
  Partial<Pick<MetricDefinition, 'at' | 'unit' | 'better' | 'label'>>;

/**
 * Checks a metric and fills in what was left out: `at` is the fact's usual clock (`startedAt` of conversations, `createdAt` of tickets, `at` of most), `unit` `count`,
 * `better` `neither`, `label` the id. With the unit `duration`, number columns hold milliseconds and answers are seconds. Throws a `RangeError` or `TypeError` that names what is wrong.
 */
export function defineMetric(input: MetricInput): MetricDefinition {
  if (typeof input.id !== 'string' || !ID.test(input.id))
    throw new RangeError(`Metric id "${input.id}" is not kebab-case. Use lower-case words joined by "-".`);
  if (!isName(input.fact))
    throw new TypeError(`Metric "${input.id}" names no fact. Name one, as in fact: "conversations".`);
  const definition: MetricDefinition = {
    at: usualClock(input.fact),
    unit: 'count',
    better: 'neither',
    label: input.id,
    ...input,
  };
  requireOneOf('unit', definition.unit, UNITS, input.id);
  requireOneOf('better', definition.better, BETTER, input.id);
  requireThat(isName(definition.at), input.id, 'has the clock', definition.at, 'Name a time column.');
  if (definition.rows !== undefined) checkWhere(definition.rows, `Metric "${input.id}"`);
  if (definition.needs !== undefined) checkNeeds(definition.needs, input.id);
  checkFormula(definition.formula, input.id);
  return Object.freeze(definition);
}

function requireOneOf(field: string, value: string, allowed: readonly string[], id: string): void {
  if (!allowed.includes(value))
    throw new RangeError(`Metric "${id}" has the ${field} "${value}". Use one of: ${allowed.join(', ')}.`);
}

function checkFormula(formula: Formula, id: string): void {
  if (!formula) return failFormula(formula, id);
  if (!('value' in formula)) checkLeaf(formula as LeafBase, id);
  if (isAggregate(formula))
    return aggregateOf(formula).check(formula, {
      requireMeasure: (measure) => checkMeasure(measure, id),
      requireThat: (fits, what, value, wayOut) => requireThat(fits, id, what, value, wayOut),
      requireOneOf: (field, value, allowed) => requireOneOf(field, value, allowed, id),
    });
  switch (formula.op) {
    case 'constant':
      return requireThat(Number.isFinite(formula.value), id, 'is the constant', formula.value, 'Use a number.');
    case 'mean':
      return checkMeasure(formula.of, id);
    case 'ratio':
    case 'difference':
      return checkParts(
        formula.of,
        formula.of?.length === 2,
        `Metric "${id}": a ${formula.op} is of two formulas.`,
        id,
      );
    case 'total':
      return checkParts(formula.of, formula.of?.length > 0, `Metric "${id}": a total is of a list of formulas.`, id);
    case 'scale':
      requireThat(isFactor(formula.by), id, 'has a scale by', formula.by, 'Use a number or { setting, times }.');
      return checkFormula(formula.of, id);
    default:
      return failFormula(formula, id);
  }
}

function failFormula(formula: unknown, id: string): never {
  throw new RangeError(
    `Metric "${id}" has the formula ${JSON.stringify(formula)}. Its op must be one of: ${OPS.join(', ')}.`,
  );
}

function checkParts(parts: readonly Formula[], fits: boolean, message: string, id: string): void {
  if (!fits) throw new TypeError(message);
  for (const part of parts) checkFormula(part, id);
}

function checkLeaf({ fact, at, where, ignore }: LeafBase, id: string): void {
  requireThat(fact === undefined || isName(fact), id, 'counts the fact', fact, 'Name one, as in fact: "messages".');
  requireThat(at === undefined || isName(at), id, 'has the clock', at, 'Name a time column.');
  requireThat(
    ignore === undefined || (Array.isArray(ignore) && ignore.every(isName)),
    id,
    'has ignore',
    ignore,
    'Name dimensions in a list.',
  );
  if (where !== undefined) for (const columns of [where].flat()) checkWhere(columns, `Metric "${id}"`);
}

function checkNeeds(needs: unknown, id: string): void {
  const fits = Array.isArray(needs) && needs.every((need) => isName(need) || areNames(need));
  requireThat(
    fits,
    id,
    'needs',
    needs,
    'Use a list of columns as "conversations.tag"; in an inner list, one is enough.',
  );
}

/** A host without types may pass anything. */
function checkMeasure(measure: unknown, id: string): void {
  const { plus, minus } = (measure ?? {}) as { plus?: unknown; minus?: unknown };
  const fits = isName(measure) || areNames(plus) || (areNames(minus) && minus.length === 2);
  requireThat(fits, id, 'measures', measure, 'Name a column, { plus: […] } or { minus: [a, b] }.');
}

function requireThat(fits: boolean, id: string, what: string, value: unknown, wayOut: string): void {
  if (!fits)
    throw new TypeError(
      `Metric "${id}" ${what} ${typeof value === 'number' ? value : JSON.stringify(value)}. ${wayOut}`,
    );
}

const isName = (value: unknown): value is string => typeof value === 'string' && value !== '';
const areNames = (value: unknown): value is string[] => Array.isArray(value) && value.length > 0 && value.every(isName);
const isFactor = (by: unknown): boolean =>
  Number.isFinite(by) ||
  (isName((by as { setting?: unknown } | null)?.setting) && Number.isFinite((by as { times?: unknown }).times));
