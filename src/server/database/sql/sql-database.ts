/** What a database has to do for the SQL engine. */
import type { Row, RowTable } from '../row/row-columns.js';
import type { Dialect, Statement } from './dialect.js';

/** Rows as lists of cells; whole numbers as numbers, lists as arrays. */
export type ResultRow = readonly unknown[];

/** Answers one statement. */
export type Run = (statement: Statement) => Promise<ResultRow[]>;

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
