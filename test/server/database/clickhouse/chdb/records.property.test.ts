/** A current ClickHouse, with records beside conversations. In a process of its own: one that is still busy cannot be opened again. */
import { openClickHouse } from '../../../../../src/server/database/clickhouse/open-clickhouse.js';
import { openChdb } from '../../../../clickhouse/open-chdb.mjs';
import { describeRecords } from '../../describe-records.js';

let databases = 0;
describeRecords('ClickHouse (chdb)', {
  open: (options) => openClickHouse({ client: openChdb(), database: `facts_${databases++}`, ...options }),
  runs: 8,
  mostMs: 20_000,
});
