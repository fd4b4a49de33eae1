import { openClickHouse } from '../../../../../src/server/database/clickhouse/open-clickhouse.js';
import { startCluster } from '../../../../clickhouse/start-cluster.mjs';
import { describeFiles } from '../../describe-files.js';

let cluster: Awaited<ReturnType<typeof startCluster>>;
beforeAll(async () => {
  cluster = await startCluster();
});
afterAll(() => cluster?.stop());
// The larger set is chdb's: both speak to the same engine.
describeFiles(
  'ClickHouse on three servers',
  (options) =>
    openClickHouse({
      url: cluster.nodes[0]!.url,
      cluster: { name: cluster.name, nodes: cluster.nodes.map(({ url }) => url) },
      ...options,
    }),
  ['made-up.json.gz'],
);
