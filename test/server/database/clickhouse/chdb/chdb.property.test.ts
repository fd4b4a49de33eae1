/** A current ClickHouse, with bound parameters. */
import { openClickHouse } from '../../../../../src/server/database/clickhouse/open-clickhouse.js';
import { openChdb } from '../../../../clickhouse/open-chdb.mjs';
import { describeDatabase, type DatabaseUnderTest } from '../../describe-database.js';

let databases = 0;
const open: DatabaseUnderTest['open'] = (options) =>
  openClickHouse({ client: openChdb(), database: `facts_${databases++}`, ...options });
describeDatabase('ClickHouse (chdb)', { open, runs: 12, mostMs: 10_000 });
