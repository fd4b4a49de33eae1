import { defineConfig } from 'vitest/config';
import { legacyDecorators } from './decorators.config.js';

/** Tests that run in Node. What needs a real page is left to web-test-runner.config.mjs. */
export default defineConfig({
  oxc: legacyDecorators,
  test: {
    globals: true,
    include: ['test/**/*.test.{ts,mjs}'],
    exclude: ['test/elements/**', 'test/controllers/**'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/tools/vitest-counts.mjs'],
  },
});
