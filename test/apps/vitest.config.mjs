import { defineConfig } from 'vitest/config';

/** `npm run test:apps`: the packed kit in other people's tools. Installs about 600 MB below this folder. */
export default defineConfig({
  test: {
    globals: true,
    root: import.meta.dirname,
    include: ['*.test.mjs'],
    globalSetup: './install-kit.mjs',
    testTimeout: 600_000,
    hookTimeout: 60_000,
    // Bundlers warn about comments in other packages.
    silent: 'passed-only',
    // Builds side by side wait for the same two cores.
    fileParallelism: false,
  },
});
