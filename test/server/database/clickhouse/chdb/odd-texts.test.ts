import { openClickHouse } from '../../../../../src/server/database/clickhouse/open-clickhouse.js';
import { openChdb } from '../../../../clickhouse/open-chdb.mjs';
import { describeOddTexts } from '../../describe-odd-texts.js';

describeOddTexts('ClickHouse (chdb)', (options) => openClickHouse({ client: openChdb(), ...options }));
