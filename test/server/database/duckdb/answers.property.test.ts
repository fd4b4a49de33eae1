import { openDuckDb } from '../../../../src/server/database/duckdb/open-duckdb.js';
import { describeDatabase } from '../describe-database.js';

describeDatabase('DuckDB', { open: (options) => openDuckDb({ path: ':memory:', ...options }) });
