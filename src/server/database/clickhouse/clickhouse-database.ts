/** Tables in ClickHouse as the SQL engine and the writer see them. */
import type { CustomColumns } from '../../../core/custom-columns.js';
import { type Row, type RowTable, type RowType, TABLES, tableColumns } from '../row/layout.js';
import type { Dialect, ResultRow, SqlChange, SqlDatabase, Statement } from '../sql/dialect.js';
import { Parameters } from '../sql/question.js';
import { createClickHouseDialect } from './clickhouse-dialect.js';
import type { ClickHouseConnection } from './clickhouse-connection.js';
import { type Layout, tableName } from './schema.js';

/** What a change puts, by table. */
type Puts = ReadonlyMap<RowTable, readonly Row[]>;

export class ClickHouseDatabase implements SqlDatabase {
  readonly dialect: Dialect;
  readonly #server: ClickHouseConnection;
  readonly #columns: CustomColumns;
  readonly #layout: Layout;
  #lastChange: Promise<unknown> = Promise.resolve();
  /** Of a change that broke off while it was written. */
  #unfinished: Puts | undefined;

  constructor(server: ClickHouseConnection, columns: CustomColumns, layout: Layout) {
    this.#server = server;
    this.#columns = columns;
    this.#layout = layout;
    this.dialect = createClickHouseDialect({
      nameOf: (table) => tableName(table, layout),
      hasParameters: server.hasParameters,
    });
  }

  /** Half a change is no answer: what is missing is written first, and as long as that fails, so does the question. */
  async query(statement: Statement, signal?: AbortSignal): Promise<ResultRow[]> {
    if (this.#unfinished) await this.change(async () => {});
    return this.#server.query(statement, signal);
  }

  async stampOf(tenant: string, signal?: AbortSignal): Promise<string> {
    const parameters = new Parameters(this.dialect);
    const mine = parameters.text(tenant);
    const [[latest] = []] = await this.query(
      parameters.statement(`SELECT max(row_version) FROM ${this.#stamps} WHERE tenant = ${mine}`),
      signal,
    );
    return String(latest);
  }

  alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#lastChange.then(work);
    this.#lastChange = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Reads see what was there before the change; nothing is written when `work` rejects. ClickHouse keeps one INSERT on one server whole, no
   * more, so a change that breaks off while it is written is written again, from the beginning, before anything else happens.
   */
  change<T>(work: (change: SqlChange) => Promise<T>): Promise<T> {
    const turn = this.#lastChange.then(async () => {
      if (this.#unfinished) await this.#write(this.#unfinished);
      const puts = new Map<RowTable, Row[]>();
      const result = await work({
        dialect: this.dialect,
        query: (statement, signal) => this.#server.query(statement, signal),
        put: async (table, rows) => {
          if (rows.length) puts.set(table, [...(puts.get(table) ?? []), ...rows]);
        },
      });
      if (puts.size > 0) await this.#write(puts);
      return result;
    });
    this.#lastChange = turn.catch(() => {});
    return turn;
  }

  async close(): Promise<void> {
    await this.#lastChange;
    await this.#server.close();
  }

  /** In the order of the tables: an import's mark comes last, so that one that was killed repeats what may be missing. */
  async #write(puts: Puts): Promise<void> {
    const version = await this.#nextVersion();
    this.#unfinished = puts;
    await this.#stamp(puts, version);
    for (const table of TABLES) {
      const columns = tableColumns(table, this.#columns);
      await this.#server.insert(
        tableName(table, this.#layout),
        (puts.get(table) ?? []).map((row) => toJsonRow(row, columns, version)),
      );
    }
    await this.#stamp(puts, version + 1);
    this.#unfinished = undefined;
  }

  /** Once before and once after the rows: what was read in between is kept by nobody. */
  async #stamp(puts: Puts, version: number): Promise<void> {
    const tenants = new Set([...puts.values()].flatMap((rows) => rows.map(({ tenant }) => tenant)));
    await this.#server.insert(
      this.#stamps,
      [...tenants].map((tenant) => ({ tenant, id: '', row_version: version })),
    );
  }

  /** Above all there are, also when the clock was set back. */
  async #nextVersion(): Promise<number> {
    const [[latest] = []] = await this.#server.query({
      sql: `SELECT max(row_version) FROM ${this.#stamps}`,
      parameters: [],
    });
    return Math.max(Date.now() * 1000, Number(latest) + 1);
  }

  get #stamps(): string {
    return tableName('stamps', this.#layout);
  }
}

/** A row as ClickHouse takes it: flags are 0 and 1, nothing is missing where nothing may be, and texts are Unicode. */
export function toJsonRow(row: Row, columns: Readonly<Record<string, RowType>>, rowVersion: number): object {
  const cells = Object.entries(row).flatMap(([name, value]) => {
    const type = columns[name];
    return type === undefined || value === null || value === undefined ? [] : [[name, toCell(value, type)] as const];
  });
  return { ...Object.fromEntries(cells), row_version: rowVersion };
}

function toCell(value: unknown, type: RowType): unknown {
  switch (type) {
    case 'flag':
      return Number(value);
    case 'flags':
      return (value as readonly boolean[]).map(Number);
    case 'text':
    case 'text?':
      return toUnicode(value);
    case 'texts':
      return (value as readonly unknown[]).map(toUnicode);
    case 'text-lists':
      return (value as readonly (readonly unknown[])[]).map((texts) => texts.map(toUnicode));
    default:
      return value;
  }
}

/** Half a surrogate pair is no character; as a parameter it would be replaced just so. */
function toUnicode(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll(/\p{Surrogate}/gu, '\uFFFD') : value;
}
