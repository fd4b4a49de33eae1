import { openClickHouse } from '../../../../../src/server/database/clickhouse/open-clickhouse.js';
import { openChdb } from '../../../../clickhouse/open-chdb.mjs';
import { describeFiles } from '../../describe-files.js';

describeFiles('ClickHouse (chdb)', (options) => openClickHouse({ client: openChdb(), ...options }));
