import { openDuckDb } from '../../../../src/server/database/duckdb/open-duckdb.js';
import { describeOddTexts } from '../describe-odd-texts.js';

describeOddTexts('DuckDB', (options) => openDuckDb({ path: ':memory:', ...options }));
