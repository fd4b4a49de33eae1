/** Three servers of the oldest release that is spoken to, each with a third of the conversations. */
import { openClickHouse } from '../../../../../src/server/database/clickhouse/open-clickhouse.js';
import { startCluster } from '../../../../clickhouse/start-cluster.mjs';
import { describeDatabase } from '../../describe-database.js';

let cluster: Awaited<ReturnType<typeof startCluster>>;
let databases = 0;
beforeAll(async () => { cluster = await startCluster(); });
afterAll(() => cluster?.stop());
describeDatabase('ClickHouse on three servers', {
  open: (options) => openClickHouse({
    url: cluster.nodes[0]!.url, cluster: { name: cluster.name, nodes: cluster.nodes.map(({ url }) => url) }, database: `facts_${databases++}`, ...options,
  }),
  runs: 10,
  mostMs: 12_000,
});
