/** A current ClickHouse, with bound parameters. */
import { openClickHouse } from '../../../../../src/server/database/clickhouse/open-clickhouse.js';
import { openChdb } from '../../../../clickhouse/open-chdb.mjs';
import { describeDatabase } from '../../describe-database.js';

let databases = 0;
describeDatabase('ClickHouse (chdb)', { open: (options) => openClickHouse({ client: openChdb(), database: `facts_${databases++}`, ...options }), runs: 15, mostMs: 12_000 });
