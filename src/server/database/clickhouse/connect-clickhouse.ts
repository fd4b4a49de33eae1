/** Connects to a ClickHouse, or to all servers of a cluster, and readies the tables. */
import type { ClickHouseClient } from '@clickhouse/client';
import type { OwnColumns } from '../../../sources/accept-records.js';
import { DatabaseError } from '../fact-database.js';
import { ClickHouseConnection } from './clickhouse-connection.js';
import { ClickHouseDatabase } from './clickhouse-database.js';
import { identifier } from './literal.js';
import { migrate } from './migrate.js';
import type { ClickHouseCluster, Layout } from './schema.js';

export interface ClickHouseOptions {
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
  /** How long an answer may take before the connection counts as lost. Default 120,000. */
  timeoutMs?: number;
}

export interface ConnectedClickHouse {
  database: ClickHouseDatabase;
  /** `clickhouse 26.7.2.1`. */
  name: string;
  ping(signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

const DEFAULT_DATABASE = 'agent_metrics';
const DEFAULT_TIMEOUT_MS = 120_000;

export async function connectClickHouse(options: ClickHouseOptions, columns: OwnColumns): Promise<ConnectedClickHouse> {
  const { cluster, database = DEFAULT_DATABASE } = options;
  const layout: Layout = { database: identifier(database), cluster };
  const server = await connectTo(options);
  try {
    await migrateAll(server, options, columns, layout);
  } catch (error) {
    await server.close();
    throw error;
  }
  return {
    database: new ClickHouseDatabase(server, columns, layout),
    name: `clickhouse ${server.version}`,
    // Asks every shard, so that a server of which a part is missing does not count as well.
    ping: async (signal) => { await server.query({ sql: `SELECT count() FROM ${layout.database}.tenants`, parameters: [] }, signal); },
    close: () => server.close(),
  };
}

async function connectTo(options: ClickHouseOptions): Promise<ClickHouseConnection> {
  const connection = new ClickHouseConnection(await toClient(options), !options.client);
  await connection.open().catch(async (error: unknown) => {
    await connection.close();
    throw error;
  });
  return connection;
}

async function migrateAll(server: ClickHouseConnection, options: ClickHouseOptions, columns: OwnColumns, layout: Layout): Promise<void> {
  const nodes = options.cluster?.nodes;
  if (!nodes) return migrate(server, columns, layout);
  for (const url of nodes) {
    const node = await connectTo({ ...options, url });
    try {
      await migrate(node, columns, layout);
    } finally {
      await node.close();
    }
  }
}

async function toClient({ client, url, username, password, timeoutMs = DEFAULT_TIMEOUT_MS }: ClickHouseOptions): Promise<ClickHouseClient> {
  if (client) return client;
  const { ClickHouseLogLevel, createClient } = await import('@clickhouse/client').catch((error: unknown) => {
    throw new DatabaseError('unavailable', 'ClickHouse needs the package @clickhouse/client. Install it: npm install @clickhouse/client', { cause: error });
  });
  return createClient({
    ...(url !== undefined && { url }),
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    request_timeout: timeoutMs,
    // Failures are thrown; what they tell of the statement does not belong on the console.
    log: { level: ClickHouseLogLevel.OFF },
  });
}
