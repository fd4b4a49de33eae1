import { openClickHouse } from '../../../../../src/server/database/clickhouse/open-clickhouse.js';
import { startCluster } from '../../../../clickhouse/start-cluster.mjs';
import { describeOddTexts } from '../../describe-odd-texts.js';

let server: Awaited<ReturnType<typeof startCluster>>;
beforeAll(async () => {
  server = await startCluster(1);
});
afterAll(() => server?.stop());
describeOddTexts('an old ClickHouse', (options) => openClickHouse({ url: server.nodes[0]!.url, ...options }));
