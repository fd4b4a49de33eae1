/** Facts in ClickHouse: the database for those who outgrow one machine. */
import { ClickHouseLogLevel, createClient, type ClickHouseClient } from '@clickhouse/client';
import type { FactDatabase } from '../fact-database.js';
import { SqlFacts, type FactOptions } from '../sql-facts.js';
import { ClickHouseConnection } from './clickhouse-connection.js';
import { ClickHouseDatabase } from './clickhouse-database.js';
import { identifier } from './literal.js';
import { type ClickHouseCluster, type Layout, migrate } from './schema.js';

export interface ClickHouseOptions extends FactOptions {
  /** HTTP address of the server that is asked, such as `http://127.0.0.1:8123`. */
  url?: string;
  username?: string;
  password?: string;
  /** Instead of an address: a client that is connected already, such as one to a ClickHouse inside the process. */
  client?: ClickHouseClient;
  /** Default `agent_metrics`; created when it is not there. */
  database?: string;
  /** Unset: all tables lie on the one server. */
  cluster?: ClickHouseCluster;
  /** How long a statement may take. Default 120,000. */
  timeoutMs?: number;
}

const DEFAULT_DATABASE = 'agent_metrics';
const DEFAULT_TIMEOUT_MS = 120_000;

/** Makes the tables where they are missing. Rejects with a `DatabaseError`: `unavailable` when a server of the cluster does not answer. */
export async function openClickHouse(options: ClickHouseOptions): Promise<FactDatabase> {
  const layout: Layout = { database: identifier(options.database ?? DEFAULT_DATABASE), cluster: options.cluster };
  const server = await connectTo(options);
  try {
    await migrateAll(server, options, layout);
    const database = new ClickHouseDatabase(server, options.columns, layout);
    const facts = new SqlFacts(database, options);
    await facts.rederive();
    return {
      name: `clickhouse ${server.version}`,
      tenant: facts.tenant,
      // Asks every shard: a cluster of which a part is missing answers nobody.
      ping: async (signal) =>
        void (await database.query({ sql: `SELECT count() FROM ${layout.database}.tenants`, parameters: [] }, signal)),
      close: () => database.close(),
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function connectTo(options: ClickHouseOptions): Promise<ClickHouseConnection> {
  const connection = new ClickHouseConnection(toClient(options), !options.client);
  await connection.open().catch(async (error: unknown) => {
    await connection.close();
    throw error;
  });
  return connection;
}

async function migrateAll(server: ClickHouseConnection, options: ClickHouseOptions, layout: Layout): Promise<void> {
  const nodes = options.cluster?.nodes;
  if (!nodes) return migrate(server, options.columns, layout);
  for (const url of nodes) {
    const node = await connectTo({ ...options, url });
    try {
      await migrate(node, options.columns, layout);
    } finally {
      await node.close();
    }
  }
}

function toClient({
  client,
  url,
  username,
  password,
  timeoutMs = DEFAULT_TIMEOUT_MS,
}: ClickHouseOptions): ClickHouseClient {
  return (
    client ??
    createClient({
      ...(url !== undefined && { url }),
      ...(username !== undefined && { username }),
      ...(password !== undefined && { password }),
      request_timeout: timeoutMs,
      // The server gives up a little before the client does, so that nothing runs on for nobody.
      clickhouse_settings: { max_execution_time: Math.max(1, Math.floor(timeoutMs / 1000) - 1) },
      // Failures are thrown; what they tell of the statement does not belong on the console.
      log: { level: ClickHouseLogLevel.OFF },
    })
  );
}
