/** Tables in ClickHouse as the SQL engine and the writer see them. */
import type { OwnColumns } from '../../../sources/accept-records.js';
import { TABLES, tableColumns, type Row, type RowTable } from '../row/row-columns.js';
import type { Dialect, Statement } from '../sql/dialect.js';
import { Parameters } from '../sql/parameters.js';
import type { ResultRow, SqlChange, SqlDatabase } from '../sql/sql-database.js';
import { createClickHouseDialect } from './clickhouse-dialect.js';
import type { ClickHouseConnection } from './clickhouse-connection.js';
import { tableName, type Layout } from './schema.js';
import { toJsonRow } from './to-json-row.js';

interface Put {
  table: RowTable;
  rows: readonly Row[];
  present: readonly string[];
}

export class ClickHouseDatabase implements SqlDatabase {
  readonly dialect: Dialect;
  readonly #server: ClickHouseConnection;
  readonly #columns: OwnColumns;
  readonly #layout: Layout;
  #lastChange: Promise<unknown> = Promise.resolve();

  constructor(server: ClickHouseConnection, columns: OwnColumns, layout: Layout) {
    this.#server = server;
    this.#columns = columns;
    this.#layout = layout;
    this.dialect = createClickHouseDialect({ nameOf: (table) => tableName(table, layout), hasParameters: server.hasParameters });
  }

  query(statement: Statement, signal?: AbortSignal): Promise<ResultRow[]> {
    return this.#server.query(statement, signal);
  }

  async stampOf(tenant: string, signal?: AbortSignal): Promise<string> {
    const parameters = new Parameters(this.dialect);
    const mine = parameters.text(tenant);
    const [[latest] = []] = await this.query(parameters.statement(`SELECT max(row_version) FROM ${this.#stamps} WHERE tenant = ${mine}`), signal);
    return String(latest);
  }

  /** Reads see what was there before the change. Nothing is written when `work` rejects; see `#flush` for when the writing itself does. */
  change<T>(work: (change: SqlChange) => Promise<T>): Promise<T> {
    const turn = this.#lastChange.then(async () => {
      const puts: Put[] = [];
      const result = await work({
        dialect: this.dialect,
        query: (statement, signal) => this.query(statement, signal),
        put: async (table, rows, present) => { puts.push({ table, rows, present }); },
      });
      if (puts.some(({ rows }) => rows.length > 0)) await this.#flush(puts);
      return result;
    });
    this.#lastChange = turn.catch(() => {});
    return turn;
  }

  /**
   * ClickHouse keeps one INSERT on one server whole, no more. Rows go in an order in which the records that are new come after everything
   * derived from them, and the import's mark last: whoever writes the same again after a failure finds what is left to do.
   */
  async #flush(puts: readonly Put[]): Promise<void> {
    const rowVersion = await this.#nextVersion();
    const tenants = [...new Set(puts.flatMap(({ rows }) => rows.map(({ tenant }) => tenant)))];
    const stamp = (version: number) => this.#server.insert(this.#stamps, tenants.map((tenant) => ({ tenant, id: '', row_version: version })));
    await stamp(rowVersion);
    try {
      for (const table of TABLES) {
        const own = puts.filter((put) => put.table === table);
        const [derived, fresh] = await this.#split(own);
        for (const rows of [derived, fresh]) await this.#insert(table, rows, rowVersion);
      }
    } finally {
      await stamp(rowVersion + 1);
    }
  }

  /** Rows whose record is there already in this version, and the others. */
  async #split(puts: readonly Put[]): Promise<[Row[], Row[]]> {
    const derived: Row[] = [];
    const fresh: Row[] = [];
    for (const { table, rows, present } of puts) {
      const versions = await this.#versionsOf(table, rows, present);
      for (const row of rows) (versions.get(JSON.stringify([row.tenant, row.id])) === row.version ? derived : fresh).push(row);
    }
    return [derived, fresh];
  }

  async #versionsOf(table: RowTable, rows: readonly Row[], present: readonly string[]): Promise<Map<string, number>> {
    const versions = new Map<string, number>();
    if (table !== 'conversations' || !present.length) return versions;
    for (const tenant of new Set(rows.map((row) => row.tenant))) {
      const parameters = new Parameters(this.dialect);
      const where = `tenant = ${parameters.text(tenant)} AND ${this.dialect.isOneOf('id', parameters.texts(present))}`;
      const found = await this.query(parameters.statement(`SELECT id, version FROM ${this.dialect.table(table)} WHERE ${where}`));
      for (const [id, version] of found) versions.set(JSON.stringify([tenant, id]), Number(version));
    }
    return versions;
  }

  async #insert(table: RowTable, rows: readonly Row[], rowVersion: number): Promise<void> {
    const columns = tableColumns(table, this.#columns);
    await this.#server.insert(tableName(table, this.#layout), rows.map((row) => toJsonRow(row, columns, rowVersion)));
  }

  /** Above all there are, also when the clock was set back. */
  async #nextVersion(): Promise<number> {
    const [[latest] = []] = await this.query({ sql: `SELECT max(row_version) FROM ${this.#stamps}`, parameters: [] });
    return Math.max(Date.now() * 1000, Number(latest) + 1);
  }

  get #stamps(): string {
    return tableName('stamps', this.#layout);
  }
}
