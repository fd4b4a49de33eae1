import { defineConfig } from 'vitest/config';
import { legacyDecorators } from './decorators.config.js';
import { findClickHouse } from './test/clickhouse/find-clickhouse.mjs';

/** Which tests of ClickHouse need what. `npm test` says what is missing. */
const NEEDS = { chdb: 'chdb', 'clickhouse-server': 'server' };
const missing = findClickHouse()
  .filter(({ path }) => path === null)
  .map(({ name }) => `test/server/database/clickhouse/${NEEDS[name]}/**`);

/** Tests that run in Node. What needs a real page is left to web-test-runner.config.mjs. */
export default defineConfig({
  oxc: legacyDecorators,
  test: {
    globals: true,
    include: ['test/**/*.test.{ts,mjs}'],
    exclude: ['test/elements/**', 'test/controllers/**', 'test/apps/**', '**/node_modules/**', ...missing],
    // A test that waits for something goes on as soon as it is there.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/tools/vitest-counts.mjs'],
  },
});
