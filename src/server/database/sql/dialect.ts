/**
 * What databases say in different words. Everything above writes SQL through this; values come in as parameters only, names of tables and
 * columns from the row layout.
 */
import type { ColumnKind } from '../../../core/tables/all-tables.js';
import type { Row, RowTable } from '../row/layout.js';

export type ParameterType = 'text' | 'int' | 'number' | 'texts' | 'ints';
export type ParameterValue = string | number | readonly string[] | readonly number[];

export interface Parameter {
  type: ParameterType;
  value: ParameterValue;
}

/** A statement and its parameters, in the order of their numbers. */
export interface Statement {
  sql: string;
  parameters: readonly Parameter[];
}

/** SQL of a value. */
export type Sql = string;

/** An expression that reads one column of a row. */
export interface SqlColumn {
  sql: Sql;
  kind: ColumnKind;
  /** A flag that may be unknown. */
  isNullable?: boolean;
}

/** Lists of equal length that become a row an entry. */
export interface Explosion {
  /** Other columns of the row. */
  columns: readonly { sql: Sql; as: string }[];
  lists: readonly { sql: Sql; as: string }[];
  from: Sql;
  where: Sql;
}

export interface Dialect {
  /** Stands for parameter `index`, counted from 0. */
  parameter(index: number, parameter: Parameter): Sql;
  /** A table to read from; only the latest version of each row. */
  table(name: RowTable): Sql;

  /** A subquery without brackets: its rows are the entries of the lists. */
  explode(explosion: Explosion): Sql;
  /** The entry of `values` at the last of the ascending `times` that is not after `now`; undefined without any. */
  valueAt(values: Sql, times: Sql, now: Sql): Sql;
  /** The entries whose times are not after `now`. */
  upTo(values: Sql, times: Sql, now: Sql): Sql;
  /** How many entries are there at `now`. */
  countWithin(froms: Sql, untils: Sql, now: Sql): Sql;
  /** The latest of the times that is not after `now`; `NULL` without any. */
  latestUpTo(times: Sql, now: Sql): Sql;

  lengthOf(list: Sql): Sql;
  /** Each value once. */
  joined(lists: readonly Sql[]): Sql;
  /** A list of one text when the condition holds, else an empty one. */
  textIf(condition: Sql, text: Sql): Sql;
  /** The list, or a list of `''` when it is empty. */
  orNoValue(list: Sql): Sql;
  /** A row an entry of the list, in the place of a column. */
  each(list: Sql): Sql;
  /** Whether the list and the parameter of texts share an entry. */
  sharesAny(list: Sql, texts: Sql): Sql;
  /** Whether the text is one of the parameter's. */
  isOneOf(text: Sql, texts: Sql): Sql;
  /** Entry of a parameter of whole numbers, counted from 0. */
  entry(ints: Sql, index: Sql): Sql;
  /** How many of a parameter of ascending whole numbers are not above the value. */
  countUpTo(ints: Sql, value: Sql): Sql;
  /** Whole division of numbers that are not negative. */
  divide(value: Sql, by: Sql): Sql;
  /** Whether the first text holds the second. */
  holds(text: Sql, phrase: Sql): Sql;
  /** Whether one of the list holds it. */
  anyHolds(list: Sql, phrase: Sql): Sql;
  /** Whether one of those up to `now` holds it. */
  anyHoldsUpTo(list: Sql, times: Sql, phrase: Sql, now: Sql): Sql;
  /** Whether the row of values is among those of a subquery. */
  isIn(values: Sql, subquery: Sql): Sql;
  tuple(values: readonly Sql[]): Sql;

  countIf(condition: Sql): Sql;
  /** 0 over nothing; missing values are none. */
  sumIf(value: Sql, condition: Sql): Sql;
  distinctIf(value: Sql, condition: Sql): Sql;
  /** All values in ascending order, as a list. */
  sortedIf(value: Sql, condition: Sql): Sql;
  /** Entry of a sorted list at the whole rank below, or above, the share `q` of its last rank. */
  atQuantile(list: Sql, q: Sql, side: 'floor' | 'ceil'): Sql;
  /** The bits of all rows. */
  bitsOf(value: Sql): Sql;
}

/** Rows as lists of cells; whole numbers as numbers, lists as arrays. */
export type ResultRow = readonly unknown[];

/** Answers one statement. */
export type Run = (statement: Statement) => Promise<ResultRow[]>;

/** What a database has to do for the SQL engine. */
export interface SqlReader {
  readonly dialect: Dialect;
  /** Rejects with the signal's reason as soon as it aborts, and stops the statement. Other failures are `DatabaseError`s where they are not the statement's. */
  query(statement: Statement, signal?: AbortSignal): Promise<ResultRow[]>;
}

export interface SqlDatabase extends SqlReader {
  /** Changes with every write to the tenant's facts, whoever wrote: before others can see what was written, and once more when they can. */
  stampOf(tenant: string, signal?: AbortSignal): Promise<string>;
  /** Runs one change at a time; what it wrote is kept whole, or not at all when it rejects. */
  change<T>(work: (change: SqlChange) => Promise<T>): Promise<T>;
  /** Runs when no change of this process is under way, and lets none begin meanwhile. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export interface SqlChange extends SqlReader {
  /** Puts rows in the place of those with the same ids. `ids` are those of them that are there already. */
  put(table: RowTable, rows: readonly Row[], present: readonly string[]): Promise<void>;
}
