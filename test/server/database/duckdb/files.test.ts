import { openDuckDb } from '../../../../src/server/database/duckdb/open-duckdb.js';
import { describeFiles } from '../describe-files.js';

describeFiles('DuckDB', (options) => openDuckDb({ path: ':memory:', ...options }));
