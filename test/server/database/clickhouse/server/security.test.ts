import { resolveSettings } from '../../../../../src/core/settings.js';
import { createDatabaseEngine } from '../../../../../src/server/database-engine.js';
import { openClickHouse } from '../../../../../src/server/database/clickhouse/open-clickhouse.js';
import { startCluster } from '../../../../clickhouse/start-cluster.mjs';
import { NOW } from '../../../../fixtures/make-facts.js';
import { describeSecurity } from '../../../http/describe-security.js';
import { SQL_INJECTIONS } from '../../../http/injections.js';

let cluster: Awaited<ReturnType<typeof startCluster>>;
beforeAll(async () => {
  cluster = await startCluster();
});
afterAll(() => cluster?.stop());
// This version binds no parameters, so that every text becomes a literal in the statement.
describeSecurity(
  'ClickHouse on three servers',
  async (tenants) => {
    const database = await openClickHouse({
      url: cluster.nodes[0]!.url,
      cluster: { name: cluster.name, nodes: cluster.nodes.map(({ url }) => url) },
      settings: resolveSettings(),
      columns: {},
    });
    for (const [tenant, facts] of tenants) await database.tenant(tenant).write(facts);
    return { engine: createDatabaseEngine(database, { now: NOW }), close: () => database.close() };
  },
  { injections: SQL_INJECTIONS },
);
