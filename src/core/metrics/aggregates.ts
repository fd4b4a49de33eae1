/**
 * The aggregates, one object each: how a formula names it, what it reads of a row, and how the number of a cell is computed from values in
 * memory and in SQL. An engine may compute an aggregate in a faster way of its own; otherwise it uses `reduce`.
 */
import { quantileOf } from './exact-quantile.js';

/** A column, or a sum or difference of columns. A row that lacks one of them is left out. */
export type Measure = string | { plus: readonly string[] } | { minus: readonly [string, string] };

/** As written in a metric's formula. */
export type AggregateFormula =
  | { op: 'count' }
  | { op: 'sum'; of: Measure }
  | { op: 'quantile'; of: Measure; q: number }
  | { op: 'distinct'; of: string | readonly string[]; havingAtLeast?: number }
  | { op: 'stock'; when?: 'start' | 'end'; until?: string };

/** With every default filled in. Durations come back as milliseconds. */
export type AggregateLeaf =
  | { op: 'count' }
  | { op: 'sum'; of: Measure }
  | { op: 'quantile'; of: Measure; q: number }
  | { op: 'distinct'; of: readonly string[]; havingAtLeast: number }
  | { op: 'stock'; when: 'start' | 'end'; until: string | null };

export type AggregateOp = AggregateFormula['op'];

/** How the number of several days relates to those of each day: the days add up, are averaged, overlap (users who come twice), or are levels at an instant. */
export type AggregateKind = 'total' | 'mean' | 'distinct' | 'level';

/** Checks of a formula that a host wrote. Each throws a `TypeError` or `RangeError` that names the metric. */
export interface FormulaCheck {
  requireMeasure(measure: unknown): void;
  requireThat(fits: boolean, what: string, value: unknown, wayOut: string): void;
  requireOneOf(field: string, value: string, allowed: readonly string[]): void;
}

export type Sql = string;

/** SQL of a row's value, and the functions of the database that aggregates need. */
export interface AggregateSql {
  /** The measure, or the columns of `keys` as one value. */
  value: Sql;
  /** Whether the row takes part and has a value. */
  counts: Sql;
  number(value: number): Sql;
  dialect: {
    countIf(condition: Sql): Sql;
    sumIf(value: Sql, condition: Sql): Sql;
    distinctIf(value: Sql, condition: Sql): Sql;
    sortedIf(value: Sql, condition: Sql): Sql;
    atQuantile(list: Sql, q: Sql, side: 'floor' | 'ceil'): Sql;
    lengthOf(list: Sql): Sql;
  };
}

export interface SqlAggregate {
  /** Aggregate expression over the rows of a cell. */
  collect: Sql;
  /** Expressions that are selected from what was collected. */
  results(collected: Sql): Sql[];
  read(results: readonly number[]): number | null;
}

export interface Aggregate<F extends { op: string }, L extends { op: string }> {
  check(formula: F, check: FormulaCheck): void;
  toLeaf(formula: F): L;
  /** What each row gives as a number. */
  measure?(leaf: L): Measure;
  /** Columns of any kind whose values together identify what is counted. */
  keys?(leaf: L): readonly string[];
  /** Further time columns that it reads. */
  clocks?(leaf: L): readonly string[];
  /** The number of a cell without rows. */
  empty: 0 | null;
  kind: AggregateKind;
  /** Computes the number of a cell from all of its values, which it may reorder. Unset: each engine has its own way. */
  reduce?(values: Float64Array, leaf: L): number | null;
  /** Unset: it cannot be computed in one pass over the rows of a range. */
  sql?(leaf: L, words: AggregateSql): SqlAggregate;
}

const one = (collect: Sql): SqlAggregate => ({
  collect,
  results: (collected) => [collected],
  read: ([result]) => result!,
});

type Leaf<Op extends AggregateOp> = Extract<AggregateLeaf, { op: Op }>;
type Formula<Op extends AggregateOp> = Extract<AggregateFormula, { op: Op }>;

export const AGGREGATES: { readonly [Op in AggregateOp]: Aggregate<Formula<Op>, Leaf<Op>> } = {
  count: {
    check: () => undefined,
    toLeaf: ({ op }) => ({ op }),
    empty: 0,
    kind: 'total',
    reduce: (values) => values.length,
    sql: (_, { counts, dialect }) => one(dialect.countIf(counts)),
  },
  sum: {
    check: ({ of }, { requireMeasure }) => requireMeasure(of),
    toLeaf: ({ op, of }) => ({ op, of }),
    measure: ({ of }) => of,
    empty: 0,
    kind: 'total',
    reduce: (values) => values.reduce((sum, value) => sum + value, 0),
    sql: (_, { value, counts, dialect }) => one(dialect.sumIf(value, counts)),
  },
  quantile: {
    check({ of, q }, { requireMeasure, requireThat }) {
      requireThat(q >= 0 && q <= 1, 'asks for the quantile', q, 'Use a share from 0 to 1.');
      requireMeasure(of);
    },
    toLeaf: ({ op, of, q }) => ({ op, of, q }),
    measure: ({ of }) => of,
    empty: null,
    kind: 'mean',
    reduce: (values, { q }) => quantileOf(values, q),
    // Linear between ranks: the database finds the two exact values, the fraction between them is taken here.
    sql: ({ q }, { value, counts, number, dialect }) => ({
      collect: dialect.sortedIf(value, counts),
      results: (list) => [
        dialect.lengthOf(list),
        dialect.atQuantile(list, number(q), 'floor'),
        dialect.atQuantile(list, number(q), 'ceil'),
      ],
      read: ([length, below, above]) => {
        if (length === 0) return null;
        const rank = (length! - 1) * q;
        return below! + (above! - below!) * (rank - Math.floor(rank));
      },
    }),
  },
  distinct: {
    check({ of, havingAtLeast = 1 }, { requireThat }) {
      const names = [of].flat();
      const areNames = names.length > 0 && names.every((name) => typeof name === 'string' && name !== '');
      requireThat(areNames, 'counts distinct', of, 'Name a column, or several in a list.');
      const isCount = Number.isInteger(havingAtLeast) && havingAtLeast >= 1;
      requireThat(isCount, 'has havingAtLeast', havingAtLeast, 'Use a whole number from 1 on.');
    },
    toLeaf: ({ op, of, havingAtLeast = 1 }) => ({ op, of: [of].flat(), havingAtLeast }),
    keys: ({ of }) => of,
    empty: 0,
    kind: 'distinct',
    sql: (_, { value, counts, dialect }) => one(dialect.distinctIf(value, counts)),
  },
  stock: {
    check({ when = 'end', until }, { requireThat, requireOneOf }) {
      const isName = until === undefined || (typeof until === 'string' && until !== '');
      requireThat(isName, 'has until', until, 'Name a time column.');
      requireOneOf('when', when, ['start', 'end']);
    },
    toLeaf: ({ op, when = 'end', until = null }) => ({ op, when, until }),
    clocks: ({ until }) => (until === null ? [] : [until]),
    empty: 0,
    kind: 'level',
  },
};

/** Any aggregate, for code that treats all alike. */
type AnyAggregate = Aggregate<AggregateFormula, AggregateLeaf>;

export const aggregateOf = ({ op }: { op: AggregateOp }): AnyAggregate => AGGREGATES[op];

export function isAggregate<F extends { op: string }>(formula: F): formula is F & AggregateFormula {
  return Object.hasOwn(AGGREGATES, formula.op);
}

/** A measure's columns; a row that lacks one of them is left out. */
export function columnsOf(measure: Measure): readonly string[] {
  if (typeof measure === 'string') return [measure];
  return 'plus' in measure ? measure.plus : measure.minus;
}

export const measureOf = (leaf: AggregateLeaf): Measure | undefined => aggregateOf(leaf).measure?.(leaf);

/** Columns without a value in which a row is left out. */
export function measuredColumns(leaf: AggregateLeaf): readonly string[] {
  const measure = measureOf(leaf);
  return measure === undefined ? (aggregateOf(leaf).keys?.(leaf) ?? []) : columnsOf(measure);
}
