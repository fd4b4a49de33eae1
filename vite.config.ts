import { chmodSync, cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { defineConfig, transformWithOxc, type BuildOptions, type Plugin } from 'vite';
import { legacyDecorators } from './decorators.config.js';

const CLI = 'dist/server/cli.js';

const ENTRY = /^(index|(core|sources|server)\/index|server\/cli|(define|locales)\/[^/]+)\.ts$/;
const ELEMENT = /^elements\/([^/]+)\/\1\.ts$/;

/** Every module a user may import by name, as `{ 'core/index': 'src/core/index.ts', … }`. */
function libraryEntries(): Record<string, string> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const entries = files.filter((file) => ENTRY.test(file) || ELEMENT.test(file));
  return Object.fromEntries(entries.map((file) => [file.slice(0, -'.ts'.length), `src/${file}`]));
}

/** The package's runtime dependencies and Node's own modules, subpaths included. */
function externals(): RegExp[] {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  return [/^node:/, ...Object.keys(dependencies).map((name) => new RegExp(`^${name}($|/)`))];
}

/** The command line runs as a program; a source that says so itself keeps its own first line. */
function shebang(fileName: string): string {
  const lacksOne = `dist/${fileName}` === CLI && !readFileSync('src/server/cli.ts', 'utf8').startsWith('#!');
  return lacksOne ? '#!/usr/bin/env node' : '';
}

/** Copies what no compiler touches and makes the command line runnable. */
function finishPackage(): Plugin {
  return {
    name: 'finish-package',
    closeBundle() {
      if (existsSync('src/themes')) cpSync('src/themes', 'dist/themes', { recursive: true, filter: (path) => !path.endsWith('.ts') });
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
      banner: ({ fileName }) => shebang(fileName),
    },
  },
};

/** Modules of `src/locales` that stay in the one file. */
const NO_LANGUAGE = ['en.ts', 'messages.ts', 'registry.ts'];
const LANGUAGE = /^\.\/(?!en\.js)(\w+\.js)$/;

/** The one file speaks English; other languages lie beside it and come when a page asks for them. */
function languagesBeside(): Plugin {
  return {
    name: 'languages-beside',
    enforce: 'pre',
    async generateBundle() {
      for (const file of readdirSync('src/locales').filter((name) => !NO_LANGUAGE.includes(name))) {
        const { code } = await transformWithOxc(readFileSync(`src/locales/${file}`, 'utf8'), file);
        this.emitFile({ type: 'asset', fileName: `locales/${file.replace('.ts', '.js')}`, source: code });
      }
    },
    resolveId(id, importer) {
      const file = importer?.endsWith('locales/registry.ts') ? LANGUAGE.exec(id)?.[1] : undefined;
      return file === undefined || file === 'messages.js' ? undefined : { id: `./locales/${file}`, external: 'relative' as never };
    },
  };
}

/** Style sheets without the line breaks and indents that only people need. */
function leanStyles(): Plugin {
  return {
    name: 'lean-styles',
    enforce: 'pre',
    transform: (code, id) => (id.includes('/src/elements/') ? { code: code.replace(/css`[^`]*`/g, (sheet) => sheet.replace(/\s*\n\s*/g, ' ')), map: null } : undefined),
  };
}

const cdn: BuildOptions = {
  target: 'es2022',
  outDir: 'dist/cdn',
  sourcemap: true,
  lib: { entry: 'src/index.ts', formats: ['es'], fileName: () => 'agent-metrics-kit.js' },
  // Vite keeps the whitespace of ES libraries unless the output itself asks for less.
  rolldownOptions: { output: { codeSplitting: false, minify: true } },
};

export default defineConfig(({ mode }) =>
  mode === 'cdn'
    ? {
        oxc: legacyDecorators,
        define: { 'process.env.NODE_ENV': '"production"' },
        resolve: { conditions: ['production', 'browser', 'module', 'import', 'default'] },
        plugins: [languagesBeside(), leanStyles()],
        build: cdn,
      }
    : { oxc: legacyDecorators, plugins: [finishPackage()], build: library },
);
