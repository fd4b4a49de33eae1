import { createDatabaseEngine } from '../../../src/server/database-engine.js';
import { openDuckDb } from '../../../src/server/database/duckdb/open-duckdb.js';
import { resolveSettings } from '../../../src/core/settings.js';
import { NOW } from '../../fixtures/make-facts.js';
import { describeSecurity } from './describe-security.js';
import { SQL_INJECTIONS } from './injections.js';

describeSecurity(
  'DuckDB',
  async (tenants) => {
    const database = await openDuckDb({ path: ':memory:', settings: resolveSettings(), columns: {} });
    for (const [tenant, facts] of tenants) await database.tenant(tenant).write(facts);
    return { engine: createDatabaseEngine(database, { now: NOW }), close: () => database.close() };
  },
  { injections: SQL_INJECTIONS },
);
