/**
 * The metric algebra. A metric is data: which fact, by which clock, and a formula over it. Engines read the formula, they never
 * know a metric by name; custom metrics are defined in the same way as the kit's.
 */

import type { AggregateFormula, Measure } from './aggregates.js';

export type { Measure };

/**
 * What a number is. Answers of `percent` are shares of one, `duration` seconds, `money` minor units, `points` plain numbers.
 * A metric of the unit `duration` measures milliseconds, in times and in custom number columns; the answer is divided by 1000.
 */
export type Unit = 'count' | 'percent' | 'money' | 'duration' | 'messages' | 'points' | 'ratio';

export type Better = 'higher' | 'lower' | 'neither';

export type Scalar = string | number | boolean;

/** One column's condition: a value, any of several values, or a comparison. `''` is "without a value". */
export type Test =
  | Scalar
  | readonly Scalar[]
  | { not: Scalar | readonly Scalar[] }
  | { atLeast: number }
  | { atMost: number }
  | { known: boolean }
  /** Any of the values that a setting lists. */
  | { setting: 'socialChannels' };

/** Columns that must all pass; in a list, one of the entries must. */
export type Where = Readonly<Record<string, Test>>;

/** What a leaf counts. Unset `fact` and `at` are those of the definition. */
export interface LeafBase {
  fact?: string;
  at?: string;
  where?: Where | readonly Where[];
  /** Dimensions whose filters and groups do not apply to this leaf. */
  ignore?: readonly string[];
  /** Only rows that exist at the end of the range: begun before it and not ended. The same end applies to buckets. Not for facts of conversations. */
  standing?: { from: string; until: string };
  /** Only rows whose time in this column is before the start of the range, or of the bucket. Not for facts of conversations. */
  begunBefore?: string;
}

export type Formula =
  | (AggregateFormula & LeafBase)
  | ({ op: 'mean'; of: Measure } & LeafBase)
  | { op: 'ratio' | 'difference'; of: readonly [Formula, Formula] }
  | { op: 'total'; of: readonly Formula[] }
  | { op: 'scale'; of: Formula; by: number | { setting: string; times: number } }
  | { op: 'constant'; value: number };

export interface MetricDefinition {
  id: string;
  /** `agent`, `chatbot`, `hub`, `help-desk`, or a name of your own. */
  family?: string;
  level?: 'basic' | 'intermediate' | 'advanced';
  fact: string;
  /** The time column that places a row in a range. */
  at: string;
  /** Which rows of the fact the metric is about at all. */
  rows?: Where;
  formula: Formula;
  unit: Unit;
  better: Better;
  label: string;
  /** One sentence. */
  description?: string;
  /** The formula in words. */
  rule?: string;
  source?: string;
  /** Columns as `fact.column` without which there is no number; in an inner list, one is enough. */
  needs?: readonly (string | readonly string[])[];
}

type Leaf = LeafBase;

export const count = (leaf: Leaf = {}): Formula => ({ op: 'count', ...leaf });
export const sum = (of: Measure, leaf: Leaf = {}): Formula => ({ op: 'sum', of, ...leaf });
export const mean = (of: Measure, leaf: Leaf = {}): Formula => ({ op: 'mean', of, ...leaf });
export const quantile = (of: Measure, q: number, leaf: Leaf = {}): Formula => ({ op: 'quantile', of, q, ...leaf });
export const distinct = (of: string | readonly string[], leaf: Leaf & { havingAtLeast?: number } = {}): Formula => ({
  op: 'distinct',
  of,
  ...leaf,
});
export const stock = (leaf: Leaf & { when?: 'start' | 'end'; until?: string } = {}): Formula => ({
  op: 'stock',
  ...leaf,
});
export const ratio = (numerator: Formula, denominator: Formula): Formula => ({
  op: 'ratio',
  of: [numerator, denominator],
});
export const difference = (from: Formula, take: Formula): Formula => ({ op: 'difference', of: [from, take] });
export const total = (...of: Formula[]): Formula => ({ op: 'total', of });
export const scale = (of: Formula, by: number | { setting: string; times: number }): Formula => ({
  op: 'scale',
  of,
  by,
});
export const constant = (value: number): Formula => ({ op: 'constant', value });
