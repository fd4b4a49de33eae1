/** Facts in one DuckDB file: the database for one machine. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  BIGINT,
  DOUBLE,
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  LIST,
  VARCHAR,
  listValue,
  version,
} from '@duckdb/node-api';
import { DatabaseError, type FactDatabase } from '../fact-database.js';
import { type Row, type RowTable, tableColumns } from '../row/layout.js';
import type { Parameter, ParameterType, ResultRow, SqlChange, SqlDatabase, Statement } from '../sql/dialect.js';
import { type FactOptions, SqlFacts } from '../sql-facts.js';
import { Connections } from './connections.js';
import { duckDbDialect } from './duckdb-dialect.js';
import { DUCKDB_TYPES, migrate } from './duckdb-schema.js';

export interface DuckDbOptions extends FactOptions {
  /** The file; `:memory:` keeps nothing. */
  path: string;
  /** Most memory of the database, as DuckDB writes sizes. Default `2GB`; what does not fit goes to a folder beside the file. */
  memoryLimit?: string;
  /** Statements that run side by side. Default 4. */
  connections?: number;
}

/** Rejects with a `DatabaseError`: `busy` when another process holds the file. */
export async function openDuckDb({
  path,
  memoryLimit = '2GB',
  connections = 4,
  ...options
}: DuckDbOptions): Promise<FactDatabase> {
  const instance = await openInstance(path, memoryLimit);
  const writer = await instance.connect();
  try {
    await migrate(writer, options.columns);
    // From here on no statement can change what the database may do.
    await writer.run('SET lock_configuration = true');
  } catch (error) {
    instance.closeSync();
    throw toDatabaseError(error, path);
  }
  const database = new DuckDb(instance, writer, path, connections, options);
  const facts = new SqlFacts(database, options);
  await facts.rederive();
  return {
    name: `duckdb ${version()}`,
    tenant: facts.tenant,
    ping: async (signal) => void (await database.query({ sql: 'SELECT 1', parameters: [] }, signal)),
    close: () => database.close(),
  };
}

async function openInstance(path: string, memoryLimit: string): Promise<DuckDBInstance> {
  const isFile = path !== ':memory:';
  if (isFile) await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const spill = isFile ? { temp_directory: join(dirname(path), 'tmp') } : {};
  try {
    // The folder comes first: without access to others, DuckDB takes none. By default it would rewrite the last rows at nearly every batch.
    return await DuckDBInstance.create(path, {
      ...spill,
      enable_external_access: 'false',
      memory_limit: memoryLimit,
      preserve_insertion_order: 'false',
      checkpoint_threshold: '256MB',
    });
  } catch (error) {
    throw toDatabaseError(error, path);
  }
}

class DuckDb implements SqlDatabase {
  readonly dialect = duckDbDialect;
  readonly #instance: DuckDBInstance;
  readonly #writer: DuckDBConnection;
  readonly #readers: Connections;
  readonly #path: string;
  readonly #options: FactOptions;
  #changes = 0;
  #lastChange: Promise<unknown> = Promise.resolve();

  constructor(
    instance: DuckDBInstance,
    writer: DuckDBConnection,
    path: string,
    connections: number,
    options: FactOptions,
  ) {
    this.#instance = instance;
    this.#writer = writer;
    this.#readers = new Connections(instance, connections);
    this.#path = path;
    this.#options = options;
  }

  /** Nobody else can write while this process holds the file. */
  async stampOf(): Promise<string> {
    return String(this.#changes);
  }

  query(statement: Statement, signal?: AbortSignal): Promise<ResultRow[]> {
    return this.#readers
      .use(signal, (connection) => ask(connection, statement))
      .catch((error: unknown) => {
        throw signal?.aborted ? error : toDatabaseError(error, this.#path);
      });
  }

  change<T>(work: (change: SqlChange) => Promise<T>): Promise<T> {
    const changed = this.#lastChange.then(() => this.#change(work));
    this.#lastChange = changed.catch(() => undefined);
    return changed;
  }

  alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#lastChange.then(work);
    this.#lastChange = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    await this.#lastChange;
    this.#readers.close();
    this.#writer.closeSync();
    this.#instance.closeSync();
  }

  async #change<T>(work: (change: SqlChange) => Promise<T>): Promise<T> {
    const writer = this.#writer;
    await writer.run('BEGIN');
    try {
      const result = await work({
        dialect: this.dialect,
        query: (statement) => ask(writer, statement),
        put: (table, rows, present) => this.#put(table, rows, present),
      });
      // Who began to read before this sees another stamp afterwards.
      this.#changes++;
      await writer.run('COMMIT');
      return result;
    } catch (error) {
      // A commit that failed has rolled back already.
      await writer.run('ROLLBACK').catch(() => undefined);
      throw toDatabaseError(error, this.#path);
    } finally {
      this.#changes++;
    }
  }

  async #put(table: RowTable, rows: readonly Row[], present: readonly string[]): Promise<void> {
    if (rows.length === 0) return;
    if (present.length) {
      const { values, types } = toBindings({
        sql: '',
        parameters: [
          { type: 'text', value: rows[0]!.tenant },
          { type: 'texts', value: present },
        ],
      });
      await this.#writer.run(`DELETE FROM ${table} WHERE tenant = $p0 AND id IN (SELECT unnest($p1))`, values, types);
    }
    const columns = tableColumns(table, this.#options.columns);
    const shape = JSON.stringify(
      Object.fromEntries(Object.entries(columns).map(([name, type]) => [name, DUCKDB_TYPES[type]])),
    );
    // Taken apart before it is put in: as one statement each column would read the text anew.
    const lines = 'SELECT unnest(string_split($rows, chr(10))) AS line';
    await this.#writer.run(
      `CREATE OR REPLACE TEMP TABLE staged AS SELECT from_json(line, $shape) AS entry FROM (${lines})`,
      { rows: toLines(rows), shape },
    );
    await this.#writer.run(`INSERT INTO ${table} BY NAME SELECT entry.* FROM staged`);
    await this.#writer.run('DROP TABLE staged');
  }
}

async function ask(connection: DuckDBConnection, statement: Statement): Promise<ResultRow[]> {
  const { values, types } = toBindings(statement);
  const reader = await connection.runAndReadAll(statement.sql, values, types);
  return reader.getRowsJS().map((row) => row.map(toCell));
}

/** A row a line, as JSON. Halves of characters, which no database keeps, are replaced. */
function toLines(rows: readonly Row[]): string {
  const lines = rows.map((row) => JSON.stringify(row)).join('\n');
  if (!/\\ud[89a-f]/.test(lines)) return lines;
  return rows
    .map((row) =>
      JSON.stringify(row, (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value)),
    )
    .join('\n');
}

const TYPES: Readonly<Record<ParameterType, DuckDBType>> = {
  text: VARCHAR,
  int: BIGINT,
  number: DOUBLE,
  texts: LIST(VARCHAR),
  ints: LIST(BIGINT),
};

/** Parameters and cells as DuckDB's client has them. */
export function toBindings({ parameters }: Statement): {
  values: Record<string, DuckDBValue>;
  types: Record<string, DuckDBType>;
} {
  const named = <V>(valueOf: (parameter: Parameter) => V) =>
    Object.fromEntries(parameters.map((parameter, index) => [`p${index}`, valueOf(parameter)]));
  return { values: named(toValue), types: named(({ type }) => TYPES[type]) };
}

function toValue({ type, value }: Parameter): DuckDBValue {
  if (type === 'int') return BigInt(value as number);
  if (type === 'ints') return listValue((value as readonly number[]).map(BigInt));
  if (type === 'texts') return listValue((value as readonly string[]).map((text) => text.toWellFormed()));
  return type === 'text' ? (value as string).toWellFormed() : (value as number);
}

/** Whole numbers as numbers, lists as arrays. */
export function toCell(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  return Array.isArray(value) ? value.map(toCell) : value;
}

/** What DuckDB says when it is not the statement's fault. */
export function toDatabaseError(error: unknown, path: string): unknown {
  if (error instanceof DatabaseError || !(error instanceof Error)) return error;
  const { message } = error;
  if (/could not set lock|being used by another process/i.test(message)) {
    return new DatabaseError(
      'busy',
      `Another process holds the database ${path}. Stop it, or send the facts to its endpoint: POST …/facts.`,
      { cause: error },
    );
  }
  if (/no space left|could not write|disk quota|out of memory.*(disk|temp)|max_temp_directory_size/i.test(message)) {
    return new DatabaseError(
      'full',
      'There is no room left to write. What was accepted before is kept; make room and try again.',
      { cause: error },
    );
  }
  if (/IO Error|Connection Error|database has been invalidated/i.test(message)) {
    return new DatabaseError('unavailable', `The database ${path} cannot be read or written.`, { cause: error });
  }
  return error;
}
