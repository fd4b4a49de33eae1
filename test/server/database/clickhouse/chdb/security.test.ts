import { resolveSettings } from '../../../../../src/core/settings.js';
import { createDatabaseEngine } from '../../../../../src/server/database-engine.js';
import { openClickHouse } from '../../../../../src/server/database/clickhouse/open-clickhouse.js';
import { openChdb } from '../../../../clickhouse/open-chdb.mjs';
import { NOW } from '../../../../fixtures/make-facts.js';
import { describeSecurity } from '../../../http/describe-security.js';
import { SQL_INJECTIONS } from '../../../http/injections.js';

describeSecurity(
  'ClickHouse (chdb)',
  async (tenants) => {
    const database = await openClickHouse({ client: openChdb(), settings: resolveSettings(), columns: {} });
    for (const [tenant, facts] of tenants) await database.tenant(tenant).write(facts);
    return { engine: createDatabaseEngine(database, { now: NOW }), close: () => database.close() };
  },
  { injections: SQL_INJECTIONS },
);
