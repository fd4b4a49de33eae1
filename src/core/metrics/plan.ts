/**
 * Turns definitions into the few leaf aggregates an engine has to compute, and leaf values back into numbers. Engines count and sum;
 * every ratio and mean is divided here, once, from exact integers.
 */
import { type ResolvedSettings, SOCIAL_CHANNELS, numberSetting } from '../settings.js';
import { factSchema, ownColumn, usualClock } from '../tables/all-tables.js';
import { type AggregateLeaf, aggregateOf, columnsOf, isAggregate } from './aggregates.js';
import type { Formula, LeafBase, MetricDefinition, Scalar, Test, Where } from './definition.js';

/** One aggregate over one fact. Durations come back as milliseconds. */
export type Leaf = LeafSource & AggregateLeaf;

export interface LeafSource {
  fact: string;
  at: string;
  /** All clauses must pass. Of the conditions in a clause, one must. */
  where: readonly (readonly Where[])[];
  /** Column that must be known for the row to take part. */
  known: readonly string[];
  ignore: readonly string[];
  standing?: { from: string; until: string };
  begunBefore?: string;
}

/** A value as a fraction, so that nested ratios divide only once. `null`: nothing was measured. */
interface Fraction {
  n: number;
  d: number;
}

type Values = readonly (number | null | undefined)[];

export interface Plan {
  leaves: Leaf[];
  /** Which of `leaves` a metric reads. */
  leavesOf(id: string): number[];
  /** Computes the metric's numbers in `count` cells from each leaf's values in them. A leaf without a list has no value in any cell. */
  evaluate(id: string, count: number, valuesOf: (leaf: number) => Values | undefined): (number | null)[];
}

export function planMetrics(definitions: readonly MetricDefinition[], settings: Partial<ResolvedSettings> = {}): Plan {
  const leaves: Leaf[] = [];
  const indexOf = new Map<string, number>();
  const byId = new Map(definitions.map((definition) => [definition.id, definition]));

  function leafIndex(leaf: Leaf): number {
    const key = JSON.stringify(leaf);
    const known = indexOf.get(key);
    if (known !== undefined) return known;
    indexOf.set(key, leaves.push(leaf) - 1);
    return leaves.length - 1;
  }

  const compiled = new Map(
    definitions.map((definition) => [definition.id, compile(definition.formula, definition, leafIndex, settings)]),
  );
  return {
    leaves,
    leavesOf: (id) => [...new Set(compiled.get(id)?.reads ?? [])],
    evaluate(id, count, valuesOf) {
      const formula = compiled.get(id);
      const by = byId.get(id)?.unit === 'duration' ? 1000 : 1;
      return formula ? evaluateCells(formula, by, count, valuesOf) : new Array<null>(count).fill(null);
    },
  };
}

function evaluateCells(
  formula: Compiled,
  by: number,
  count: number,
  valuesOf: (leaf: number) => Values | undefined,
): (number | null)[] {
  const lists = formula.reads.map((leaf) => ({ leaf, values: valuesOf(leaf) }));
  const numbers: (number | null)[] = [];
  if (formula.isLeaf) {
    const [only] = lists;
    for (let cell = 0; cell < count; cell++) numbers.push(toNumber(only!.values?.[cell], by));
    return numbers;
  }
  const values: (number | null)[] = [];
  for (let cell = 0; cell < count; cell++) {
    for (const { leaf, values: list } of lists) values[leaf] = list?.[cell] ?? null;
    const fraction = formula.evaluate(values);
    numbers.push(fraction && fraction.d !== 0 ? toNumber(fraction.n, fraction.d * by) : null);
  }
  return numbers;
}

// JSON knows no −0, so page and endpoint would differ by it.
const toNumber = (value: number | null | undefined, by: number): number | null =>
  value == null ? null : value / by + 0;

interface Compiled {
  reads: number[];
  /** Whether the value is that of the only leaf it reads. */
  isLeaf?: boolean;
  evaluate(values: readonly (number | null)[]): Fraction | null;
}

function compile(
  formula: Formula,
  definition: MetricDefinition,
  leafIndex: (leaf: Leaf) => number,
  settings: Partial<ResolvedSettings>,
): Compiled {
  const inner = (part: Formula) => compile(part, definition, leafIndex, settings);
  const from = (leaf: LeafBase) => source(leaf, definition, settings);
  const read = (leaf: Leaf): Compiled => {
    const index = leafIndex(leaf);
    return { reads: [index], isLeaf: true, evaluate: (values) => whole(values[index] ?? null) };
  };
  if (isAggregate(formula)) return read({ ...from(formula), ...aggregateOf(formula).toLeaf(formula) });
  switch (formula.op) {
    case 'mean': {
      const of = from(formula);
      return combine(
        [read({ ...of, op: 'sum', of: formula.of }), read({ ...of, op: 'count', known: columnsOf(formula.of) })],
        divide,
      );
    }
    case 'ratio':
      return combine(formula.of.map(inner), divide);
    case 'difference':
      return combine(formula.of.map(inner), (a, b) => add(a, { n: -b.n, d: b.d }));
    case 'total':
      return combine(formula.of.map(inner), (...parts) => parts.reduce(add, { n: 0, d: 1 }));
    case 'constant':
      return { reads: [], evaluate: () => ({ n: formula.value, d: 1 }) };
    case 'scale': {
      const factor = typeof formula.by === 'number' ? formula.by : settingFactor(formula.by, settings);
      return combine([inner(formula.of)], (value) => (factor === null ? null : { n: value.n * factor, d: value.d }));
    }
  }
}

function combine(parts: Compiled[], join: (...values: Fraction[]) => Fraction | null): Compiled {
  return {
    reads: parts.flatMap((part) => part.reads),
    evaluate(values) {
      const fractions = parts.map((part) => part.evaluate(values));
      return fractions.every((fraction) => fraction !== null) ? join(...fractions) : null;
    },
  };
}

const whole = (value: number | null): Fraction | null => (value === null ? null : { n: value, d: 1 });
const divide = (a?: Fraction, b?: Fraction): Fraction | null =>
  !a || !b || b.n === 0 ? null : { n: a.n * b.d, d: a.d * b.n };
const add = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };

function settingFactor(by: { setting: string; times: number }, settings: Partial<ResolvedSettings>): number | null {
  const value = numberSetting(settings, by.setting);
  return value === undefined ? null : value * by.times;
}

function source(leaf: LeafBase, definition: MetricDefinition, settings: Partial<ResolvedSettings>): LeafSource {
  const fact = leaf.fact ?? definition.fact;
  const own = leaf.fact === undefined && definition.rows ? [[definition.rows]] : [];
  const where = leaf.where ? [[leaf.where].flat()] : [];
  const { standing, begunBefore } = leaf;
  return {
    fact,
    at: leaf.at ?? (leaf.fact ? usualClock(fact) : definition.at),
    where: resolveTests(fact, [...own, ...where], settings),
    known: [],
    ignore: leaf.ignore ?? [],
    ...(standing && { standing }),
    ...(begunBefore !== undefined && { begunBefore }),
  };
}

/** Replaces names of settings by their lists, and booleans by texts where the column is a dimension, so that engines need to know neither. */
function resolveTests(
  fact: string,
  where: LeafSource['where'],
  settings: Partial<ResolvedSettings>,
): LeafSource['where'] {
  const schema = factSchema(fact);
  const resolve = ([name, test]: [string, Test]): [string, Test] => {
    if (typeof test === 'object' && 'setting' in test) return [name, settings[test.setting] ?? SOCIAL_CHANNELS];
    return [name, schema && ownColumn(schema, name)?.kind === 'text' ? asTexts(test) : test];
  };
  return where.map((anyOf) => anyOf.map((columns) => Object.fromEntries(Object.entries(columns).map(resolve))));
}

function asTexts(test: Test): Test {
  if (typeof test === 'boolean') return String(test);
  if (Array.isArray(test)) return test.map((one: Scalar) => (typeof one === 'boolean' ? String(one) : one));
  return typeof test === 'object' && 'not' in test ? { not: asTexts(test.not) as Scalar | readonly Scalar[] } : test;
}

const MAX_KEPT = 16;

let kept: readonly { definitions: readonly MetricDefinition[]; settings: ResolvedSettings; plan: Plan }[] = [];
const leaves = new WeakMap<MetricDefinition, readonly Leaf[]>();

/** Returns the cached plan for identical definitions and settings, or makes one. */
export function cachedPlan(definitions: readonly MetricDefinition[], settings: ResolvedSettings): Plan {
  const known = kept.find((one) => one.settings === settings && isSame(one.definitions, definitions));
  if (known) return known.plan;
  const plan = planMetrics(definitions, settings);
  kept = [{ definitions, settings, plan }, ...kept.slice(0, MAX_KEPT - 1)];
  return plan;
}

/** The leaves of one metric. They do not depend on settings. */
export function leavesOf(definition: MetricDefinition): readonly Leaf[] {
  const known = leaves.get(definition) ?? planMetrics([definition]).leaves;
  leaves.set(definition, known);
  return known;
}

/** A cache of plans, since a page asks for the same metrics again and again. */
function isSame(some: readonly MetricDefinition[], others: readonly MetricDefinition[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}
