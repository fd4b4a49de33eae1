/**
 * Bundles test files for a browser. A test page would otherwise fetch and compile some 300 modules, one by one, for each of the test files:
 * with shared chunks it fetches a few. A single file (`wtr --files …`) is served as it stands.
 */
import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { glob } from 'tinyglobby';

const ROOT = join(import.meta.dirname, '../..');
// The worker is found beside the chunk that starts it.
const WORKER = 'src/sources/worker/local-worker.ts';

/** @param {string[]} patterns of test files @param {string} name of the folder below `test-results` @returns {Promise<string[]>} the bundled tests */
export async function bundleBrowserTests(patterns, name) {
  const outdir = join(ROOT, 'test-results', name);
  await rm(outdir, { recursive: true, force: true });
  const files = await glob(patterns, { cwd: ROOT });
  const entries = files.map((file) => ({ in: join(ROOT, file), out: file.replace(/\.ts$/, '') }));
  await build({
    entryPoints: [...entries, { in: join(ROOT, WORKER), out: 'local-worker' }],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['development', 'browser'],
    tsconfig: join(ROOT, 'tsconfig.json'),
    external: ['/__web-dev-server__*'],
    sourcemap: 'linked',
    chunkNames: '[name]-[hash]',
    logLevel: 'warning',
  });
  return entries.map(({ out }) => relative(ROOT, join(outdir, `${out}.js`)));
}
