import { openDuckDb } from '../../../../src/server/database/duckdb/open-duckdb.js';
import { describeRecords } from '../describe-records.js';

describeRecords('DuckDB', { open: (options) => openDuckDb({ path: ':memory:', ...options }) });
