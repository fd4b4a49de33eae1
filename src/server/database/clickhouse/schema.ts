/** The tables of a database, and how they came to be: numbered steps, each made once on every server. */
import {
  FIRST_TABLES,
  RECORD_ROW_TABLES,
  type RowTable,
  type RowType,
  TABLES_WITH_OWN,
  tableColumns,
} from '../row/layout.js';
import type { CustomColumns } from '../../../core/custom-columns.js';
import { DatabaseError } from '../fact-database.js';
import { identifier, textLiteral } from './literal.js';
import type { ClickHouseConnection } from './clickhouse-connection.js';

export interface ClickHouseCluster {
  /** As `remote_servers` calls it. */
  name: string;
  /** The HTTP address of every server, so that tables are made on each. Unset: `ON CLUSTER`, which needs a keeper. */
  nodes?: readonly string[];
  /** Tables keep copies of each other; needs a keeper, and the macros `shard` and `replica`. */
  replicated?: boolean;
}

/** `stamps` tells that a tenant's facts changed. */
export type ClickHouseTable = RowTable | 'stamps';

export interface Layout {
  database: string;
  cluster?: ClickHouseCluster | undefined;
}

export interface Migration {
  version: number;
  statements(layout: Layout): string[];
}

const TYPES: Readonly<Record<RowType, string>> = {
  text: 'String',
  int: 'Int64',
  'int?': 'Nullable(Int64)',
  'number?': 'Nullable(Float64)',
  'text?': 'Nullable(String)',
  flag: 'UInt8',
  texts: 'Array(String)',
  ints: 'Array(Int64)',
  'ints?': 'Array(Nullable(Int64))',
  'numbers?': 'Array(Nullable(Float64))',
  flags: 'Array(UInt8)',
  'text-lists': 'Array(Array(String))',
};

const STAMP_COLUMNS: Readonly<Record<string, RowType>> = { tenant: 'text', id: 'text' };

/** New steps go at the end; what a released one does never changes. */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    statements: (layout) => [...FIRST_TABLES, 'stamps' as const].flatMap((table) => createTable(table, layout)),
  },
  { version: 2, statements: (layout) => RECORD_ROW_TABLES.flatMap((table) => createTable(table, layout)) },
];

/** The table that is read and written. */
export function tableName(table: ClickHouseTable, { database }: Layout): string {
  return `${identifier(database)}.${table}`;
}

/** Where the rows of one server lie. */
function localName(table: ClickHouseTable, layout: Layout): string {
  return layout.cluster ? `${tableName(table, layout)}_local` : tableName(table, layout);
}

/** `ON CLUSTER` where one server tells the others. */
export function onCluster({ cluster }: Layout): string {
  return cluster && !cluster.nodes ? ` ON CLUSTER ${identifier(cluster.name)}` : '';
}

function createTable(table: ClickHouseTable, layout: Layout): string[] {
  const { database, cluster } = layout;
  const columns = table === 'stamps' ? STAMP_COLUMNS : tableColumns(table, {});
  const list = [...Object.entries(columns).map(([name, type]) => `${name} ${TYPES[type]}`), 'row_version UInt64'].join(
    ', ',
  );
  const local = `CREATE TABLE IF NOT EXISTS ${localName(table, layout)}${onCluster(layout)} (${list}) ENGINE = ${engine(table, layout)} ORDER BY (tenant, id)`;
  if (!cluster) return [local];
  const distributed = `ENGINE = Distributed(${identifier(cluster.name)}, ${identifier(database)}, ${table}_local, cityHash64(tenant, id))`;
  return [local, `CREATE TABLE IF NOT EXISTS ${tableName(table, layout)}${onCluster(layout)} (${list}) ${distributed}`];
}

/** Of the rows with the same key, the one with the highest version stays. */
function engine(table: ClickHouseTable, { database, cluster }: Layout): string {
  if (!cluster?.replicated) return 'ReplacingMergeTree(row_version)';
  return `ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/${identifier(database)}/${table}', '{replica}', row_version)`;
}

/** Statements that add the columns which a server's table lacks; `name` is what it is called there. */
export function addOwnColumns(
  own: CustomColumns,
  present: ReadonlyMap<string, string>,
  { table, name: called = table }: { table: RowTable; name?: string },
  layout: Layout,
): string[] {
  return Object.entries(tableColumns(table, own)).flatMap(([name, type]) => {
    const found = present.get(name);
    if (found === TYPES[type]) return [];
    if (found !== undefined)
      throw new DatabaseError('mismatch', `The column ${name} is ${found} in ClickHouse, ${TYPES[type]} is wanted.`);
    return [
      `ALTER TABLE ${identifier(layout.database)}.${identifier(called)}${onCluster(layout)} ADD COLUMN ${identifier(name)} ${TYPES[type]}`,
    ];
  });
}

/** Steps may be made twice when two start at once; each is written so that this changes nothing. */
export async function migrate(server: ClickHouseConnection, columns: CustomColumns, layout: Layout): Promise<void> {
  const database = identifier(layout.database);
  await server.command(`CREATE DATABASE IF NOT EXISTS ${database}${onCluster(layout)}`);
  await server.command(
    `CREATE TABLE IF NOT EXISTS ${database}.schema_migrations${onCluster(layout)} (version Int64, made_at DateTime) ENGINE = MergeTree ORDER BY (version)`,
  );
  const [[count, highest] = []] = await server.query({
    sql: `SELECT count(), max(version) FROM ${database}.schema_migrations`,
    parameters: [],
  });
  const made = Number(count) > 0 ? Number(highest) : 0;
  const known = MIGRATIONS.at(-1)!.version;
  if (made > known) {
    throw new DatabaseError(
      'mismatch',
      `The database ${database} is at version ${made}, this program knows ${known}. Use the newer program.`,
    );
  }
  for (const { version, statements } of MIGRATIONS.filter((one) => one.version > made)) {
    for (const statement of statements(layout)) await server.command(statement);
    await server.insert(`${database}.schema_migrations`, [{ version, made_at: Math.floor(Date.now() / 1000) }]);
  }
  await addColumns(server, columns, layout);
}

/** Brings every server's tables to what this version knows, one numbered step after the other. */
async function addColumns(server: ClickHouseConnection, columns: CustomColumns, layout: Layout): Promise<void> {
  const tables = TABLES_WITH_OWN.flatMap((table) => [
    { table, name: table },
    ...(layout.cluster ? [{ table, name: `${table}_local` }] : []),
  ]);
  for (const table of tables) {
    const rows = await server.query({
      sql: `SELECT name, type FROM system.columns WHERE database = ${textLiteral(layout.database)} AND table = ${textLiteral(table.name)}`,
      parameters: [],
    });
    const present = new Map(rows.map(([name, type]) => [String(name), String(type)]));
    for (const statement of addOwnColumns(columns, present, table, layout)) await server.command(statement);
  }
}
