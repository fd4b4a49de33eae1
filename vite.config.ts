import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { build, defineConfig, type BuildOptions, type Plugin } from 'vite';
import { legacyDecorators } from './decorators.config.js';

const CLI = 'dist/server/cli.js';
const CDN = 'dist/cdn';

const ENTRY = /^(index|jsx|(core|sources|server)\/index|server\/cli|contract\/reference|(define|locales)\/[^/]+)\.ts$/;
const ELEMENT = /^elements\/([^/]+)\/\1\.ts$/;

/** Every module a user may import by name, as `{ 'core/index': 'src/core/index.ts', … }`. */
function libraryEntries(): Record<string, string> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const entries = files.filter((file) => ENTRY.test(file) || ELEMENT.test(file));
  return Object.fromEntries(entries.map((file) => [file.slice(0, -'.ts'.length), `src/${file}`]));
}

/** The package's runtime dependencies, the databases that a user may install beside it, and Node's own modules, subpaths included. */
function externals(): RegExp[] {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    'dependencies' | 'peerDependencies',
    Record<string, string>
  >;
  return [
    /^node:/,
    ...Object.keys({ ...dependencies, ...peerDependencies }).map((name) => new RegExp(`^${name}($|/)`)),
  ];
}

/** The command line runs as a program; a source that says so itself keeps its own first line. */
function shebang(fileName: string): string {
  const lacksOne = `dist/${fileName}` === CLI && !readFileSync('src/server/cli.ts', 'utf8').startsWith('#!');
  return lacksOne ? '#!/usr/bin/env node' : '';
}

/** Frameworks that render on a server (Next) run what registers tags in the browser, too. */
function useClient(fileName: string): string {
  return /^(index|define\/[^/]+)\.js$/.test(fileName) ? `'use client';` : '';
}

/** Copies what no compiler touches and makes the command line runnable. */
function finishPackage(): Plugin {
  return {
    name: 'finish-package',
    closeBundle() {
      if (existsSync('src/themes'))
        cpSync('src/themes', 'dist/themes', { recursive: true, filter: (path) => !path.endsWith('.ts') });
      if (existsSync(CLI)) chmodSync(CLI, 0o755);
    },
  };
}

const library: BuildOptions = {
  target: 'es2022',
  outDir: 'dist',
  sourcemap: true,
  minify: false,
  lib: { entry: libraryEntries(), formats: ['es'] },
  rolldownOptions: {
    external: externals(),
    output: {
      preserveModules: true,
      preserveModulesRoot: 'src',
      entryFileNames: '[name].js',
      banner: ({ fileName }) => shebang(fileName) || useClient(fileName),
    },
  },
};

/** Modules of `src/locales` that stay in the one file. */
const NO_LANGUAGE = ['en.ts', 'merge-messages.ts', 'messages.ts', 'registry.ts'];
const LANGUAGE = /^\.\/(?!en\.js)(\w+\.js)$/;

/** The words of a language lie in several modules; the page fetches one. */
async function bundleLanguage(entry: string): Promise<string> {
  const lib: BuildOptions['lib'] = { entry, formats: ['es'], fileName: () => 'language.js' };
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { target: 'es2022', write: false, lib, rolldownOptions: { output: { minify: true } } },
  });
  return (built as { output: { code: string }[] }[])[0]!.output[0]!.code;
}

/** The one file speaks English; other languages lie beside it and come when a page asks for them. */
function languagesBeside(): Plugin {
  return {
    name: 'languages-beside',
    enforce: 'pre',
    async generateBundle() {
      for (const file of readdirSync('src/locales').filter(
        (name) => name.endsWith('.ts') && !NO_LANGUAGE.includes(name),
      )) {
        this.emitFile({
          type: 'asset',
          fileName: `locales/${file.replace('.ts', '.js')}`,
          source: await bundleLanguage(`src/locales/${file}`),
        });
      }
    },
    resolveId(id, importer) {
      const file = importer?.endsWith('locales/registry.ts') ? LANGUAGE.exec(id)?.[1] : undefined;
      return file === undefined || file === 'messages.js'
        ? undefined
        : { id: `./locales/${file}`, external: 'relative' as never };
    },
  };
}

/** Style sheets without the line breaks and indents that only people need. */
function leanStyles(): Plugin {
  return {
    name: 'lean-styles',
    enforce: 'pre',
    transform: (code, id) =>
      id.includes('/src/elements/')
        ? { code: code.replace(/css`[^`]*`/g, (sheet) => sheet.replace(/\s*\n\s*/g, ' ')), map: null }
        : undefined,
  };
}

/** A bundler of a user's finds the worker by the usual pattern, once nothing tells it to look away. */
function workerForBundlers(): Plugin {
  return {
    name: 'worker-for-bundlers',
    renderChunk: (code) =>
      code.includes('@vite-ignore') ? { code: code.replace(/\/\* @vite-ignore \*\/\s*/g, ''), map: null } : null,
  };
}

/** The worker and the Arrow reader lie beside the one file, which fetches them when data ask for them. */
function filesBeside(): Plugin {
  return {
    name: 'files-beside',
    enforce: 'pre',
    transform: (code, id) =>
      id.endsWith('/worker/start-worker.ts')
        ? { code: code.replace('./local-worker.js', './agent-metrics-kit-worker.js'), map: null }
        : undefined,
    resolveId: (id, importer) =>
      id === './arrow.js' && importer
        ? { id: './agent-metrics-kit-arrow.js', external: 'relative' as never }
        : undefined,
  };
}

/** The one file finds the worker under this name beside itself. */
function workerBesideOneFile(): Plugin {
  return {
    name: 'worker-beside-one-file',
    closeBundle() {
      const code = readFileSync('dist/sources/worker/local-worker.js', 'utf8');
      writeFileSync(
        `${CDN}/agent-metrics-kit-worker.js`,
        code.replace('sourceMappingURL=', 'sourceMappingURL=../sources/worker/'),
      );
    },
  };
}

/** A page that loads a file from elsewhere can name its hash (`integrity`), so that nobody changes it on the way. */
function publishHashes(): Plugin {
  return {
    name: 'publish-hashes',
    closeBundle() {
      const files = readdirSync(CDN, { recursive: true, encoding: 'utf8' })
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => file.endsWith('.js'))
        .sort();
      const hashes = files.map((file) => [
        file,
        `sha384-${createHash('sha384')
          .update(readFileSync(`${CDN}/${file}`))
          .digest('base64')}`,
      ]);
      writeFileSync(`${CDN}/integrity.json`, `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
    },
  };
}

/** Files that hold everything they need, by mode. */
const BUNDLES: Readonly<Record<string, { entry: string; outDir: string; fileName: string }>> = {
  cdn: { entry: 'src/index.ts', outDir: CDN, fileName: 'agent-metrics-kit.js' },
  // Vite 5 to 7 turn a user's workers into classic scripts, which cannot be split: this one imports nothing.
  worker: { entry: 'src/sources/worker/local-worker.ts', outDir: 'dist/sources/worker', fileName: 'local-worker.js' },
  'cdn-arrow': { entry: 'src/ingest/arrow.ts', outDir: CDN, fileName: 'agent-metrics-kit-arrow.js' },
};

function bundle({ entry, outDir, fileName }: (typeof BUNDLES)[string]): BuildOptions {
  return {
    target: 'es2022',
    outDir,
    emptyOutDir: false,
    sourcemap: true,
    lib: { entry, formats: ['es'], fileName: () => fileName },
    // Vite keeps the whitespace of ES libraries unless the output itself asks for less.
    rolldownOptions: { output: { codeSplitting: false, minify: true } },
  };
}

/** Plugins that only the build of one mode needs. */
const PLUGINS: Readonly<Record<string, () => Plugin[]>> = {
  cdn: () => [languagesBeside(), filesBeside()],
  worker: () => [workerBesideOneFile()],
};

export default defineConfig(({ mode }) => {
  const bundled = BUNDLES[mode];
  if (!bundled) return { oxc: legacyDecorators, plugins: [workerForBundlers(), finishPackage()], build: library };
  return {
    oxc: legacyDecorators,
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { conditions: ['production', 'browser', 'module', 'import', 'default'] },
    plugins: [...(PLUGINS[mode]?.() ?? []), leanStyles(), publishHashes()],
    build: bundle(bundled),
  };
});
