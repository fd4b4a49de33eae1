// A client whose ClickHouse runs inside this process. One folder a process, so tests that open it run in files of their own.
import { createRequire } from 'node:module';
import { createClient } from '@clickhouse/client';
import { requireClickHouse } from './find-clickhouse.mjs';

/** @returns {import('@clickhouse/client').ClickHouseClient} */
export function openChdb(path = ':memory:') {
  requireClickHouse('chdb');
  const { createChdbConnection } = createRequire(import.meta.url)('chdb/connection');
  return createClient({ connection: createChdbConnection({ path }) });
}
