/** The tables of a DuckDB file, and how an older file becomes a newer one. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { CustomColumns } from '../../../core/custom-columns.js';
import { DatabaseError } from '../fact-database.js';
import {
  FIRST_TABLES,
  RECORD_ROW_TABLES,
  TABLES_WITH_OWN,
  tableColumns,
  type RowTable,
  type RowType,
} from '../row/layout.js';

export const DUCKDB_TYPES: Readonly<Record<RowType, string>> = {
  text: 'VARCHAR',
  'text?': 'VARCHAR',
  int: 'BIGINT',
  'int?': 'BIGINT',
  'number?': 'DOUBLE',
  flag: 'BOOLEAN',
  texts: 'VARCHAR[]',
  ints: 'BIGINT[]',
  'ints?': 'BIGINT[]',
  'numbers?': 'DOUBLE[]',
  flags: 'BOOLEAN[]',
  'text-lists': 'VARCHAR[][]',
};

const NEVER_MISSING: ReadonlySet<RowType> = new Set<RowType>(['text', 'int', 'flag']);

/** Each brings the file from its place in the list to the next. The first made the tables. */
const MIGRATIONS: readonly ((connection: DuckDBConnection) => Promise<void>)[] = [
  async (connection) => {
    for (const table of FIRST_TABLES) await connection.run(`CREATE TABLE ${table} (${definitions(table).join(', ')})`);
  },
  async (connection) => {
    for (const table of RECORD_ROW_TABLES)
      await connection.run(`CREATE TABLE ${table} (${definitions(table).join(', ')})`);
  },
];

function definitions(table: RowTable): string[] {
  return Object.entries(tableColumns(table, {})).map(
    ([name, type]) => `${name} ${DUCKDB_TYPES[type]}${NEVER_MISSING.has(type) ? ' NOT NULL' : ''}`,
  );
}

/** Rejects with a `DatabaseError` for a file that a newer version has written. */
export async function migrate(connection: DuckDBConnection, own: CustomColumns): Promise<void> {
  await connection.run('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)');
  const [[version = 0] = []] = (
    await connection.runAndReadAll('SELECT max(version) FROM schema_version')
  ).getRows() as (number | null)[][];
  const done = version ?? 0;
  if (done > MIGRATIONS.length) {
    throw new DatabaseError(
      'mismatch',
      `The database has schema version ${done}; this version of agent-metrics-kit knows ${MIGRATIONS.length}. Use the newer one that wrote it.`,
    );
  }
  for (const [step, migration] of MIGRATIONS.entries()) {
    if (step < done) continue;
    await connection.run('BEGIN');
    await migration(connection);
    await connection.run(`INSERT INTO schema_version VALUES (${step + 1})`);
    await connection.run('COMMIT');
  }
  for (const table of TABLES_WITH_OWN) await addOwnColumns(connection, table, own);
}

async function addOwnColumns(connection: DuckDBConnection, table: RowTable, own: CustomColumns): Promise<void> {
  const present = await connection.runAndReadAll(
    `SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = '${table}'`,
  );
  const known = new Map(present.getRows().map(([name, type]) => [String(name), String(type)]));
  for (const [name, type] of Object.entries(tableColumns(table, own))) {
    if (known.get(name) === DUCKDB_TYPES[type]) continue;
    // One that was declared as another kind is derived anew, as every row then is.
    if (known.has(name)) await connection.run(`ALTER TABLE ${table} DROP COLUMN ${name}`);
    await connection.run(`ALTER TABLE ${table} ADD COLUMN ${name} ${DUCKDB_TYPES[type]}`);
  }
}
