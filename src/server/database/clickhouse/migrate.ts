/** Brings every server's tables to what this version knows, one numbered step after the other. */
import type { OwnColumns } from '../../../core/own-columns.js';
import { DatabaseError } from '../fact-database.js';
import type { ClickHouseConnection } from './clickhouse-connection.js';
import { identifier, textLiteral } from './literal.js';
import { TABLES_WITH_OWN } from '../row/row-columns.js';
import { addOwnColumns, MIGRATIONS, onCluster, type Layout } from './schema.js';

/** Steps may be made twice when two start at once; each is written so that this changes nothing. */
export async function migrate(server: ClickHouseConnection, columns: OwnColumns, layout: Layout): Promise<void> {
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

async function addColumns(server: ClickHouseConnection, columns: OwnColumns, layout: Layout): Promise<void> {
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
