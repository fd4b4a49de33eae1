/** Bundlers with their default configuration. Each builds the page in `root` (`index.html`, `main.js`) into `outDir`. */
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import * as esbuild from 'esbuild';
import { rollup } from 'rollup';
import webpack from 'webpack';

/**
 * @typedef {object} Bundler
 * @property {string} name
 * @property {boolean} carriesWorkers whether it takes a module worker along; else the page's own thread does the work
 * @property {(page: { root: string, outDir: string }) => Promise<void>} build
 */

/** Vite reads the HTML itself; the others leave it to the user. */
const copyPage = ({ root, outDir }) => copyFile(join(root, 'index.html'), join(outDir, 'index.html'));

function vite(release) {
  return async ({ root, outDir }) => {
    const { build } = await import(`vite${release}`);
    await build({ root, configFile: false, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  };
}

function runWebpack(options) {
  return new Promise((resolve, reject) => {
    webpack(options, (error, stats) => {
      if (error || stats.hasErrors()) reject(error ?? new Error(stats.toString('errors-only')));
      else resolve();
    });
  });
}

/** @type {Bundler[]} */
export const BUNDLERS = [
  ...[5, 6, 7, 8].map((release) => ({ name: `Vite ${release}`, carriesWorkers: true, build: vite(release) })),
  {
    name: 'webpack 5',
    carriesWorkers: true,
    async build({ root, outDir }) {
      await runWebpack({
        mode: 'production',
        context: root,
        entry: './main.js',
        output: { path: outDir, filename: 'main.js' },
      });
      await copyPage({ root, outDir });
    },
  },
  {
    name: 'Rollup',
    carriesWorkers: false,
    async build({ root, outDir }) {
      const bundle = await rollup({
        input: join(root, 'main.js'),
        plugins: [nodeResolve({ browser: true })],
        onwarn: () => undefined,
      });
      await bundle.write({ dir: outDir, format: 'es' });
      await copyPage({ root, outDir });
    },
  },
  {
    name: 'esbuild',
    carriesWorkers: false,
    async build({ root, outDir }) {
      await esbuild.build({
        entryPoints: [join(root, 'main.js')],
        bundle: true,
        format: 'esm',
        splitting: true,
        outdir: outDir,
        logLevel: 'silent',
      });
      await copyPage({ root, outDir });
    },
  },
];
