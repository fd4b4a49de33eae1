/** Three servers of the oldest release that is spoken to, each with a third of the conversations. */
import { openClickHouse } from '../../../../../src/server/database/clickhouse/open-clickhouse.js';
import { startCluster } from '../../../../clickhouse/start-cluster.mjs';
import { describeDatabase, type DatabaseUnderTest } from '../../describe-database.js';
import { describeRecords } from '../../describe-records.js';

let cluster: Awaited<ReturnType<typeof startCluster>>;
let databases = 0;
beforeAll(async () => {
  cluster = await startCluster();
});
afterAll(() => cluster?.stop());
const open: DatabaseUnderTest['open'] = (options) =>
  openClickHouse({
    url: cluster.nodes[0]!.url,
    cluster: { name: cluster.name, nodes: cluster.nodes.map(({ url }) => url) },
    database: `facts_${databases++}`,
    ...options,
  });
describeDatabase('ClickHouse on three servers', { open, runs: 8, mostMs: 15_000 });
describeRecords('ClickHouse on three servers', { open, runs: 4, mostMs: 25_000 });
