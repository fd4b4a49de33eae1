import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { bundleBrowserTests } from './test/tools/bundle-browser-tests.mjs';
import { requireBrowser } from './test/tools/find-browsers.mjs';
import { webkitLauncher } from './test/tools/webkit-launcher.mjs';
import { wtrCounts } from './test/tools/wtr-counts.mjs';

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// A tab in the background gets no animation frames, so axe and `fixture` would wait for ever.
const ownWindow = ({ context }) => context.newPage({ type: 'window' });

const launchers = {
  chromium: () =>
    chromeLauncher({
      createPage: ownWindow,
      launchOptions: { executablePath: requireBrowser('chromium'), headless: true, args: CHROMIUM_FLAGS },
    }),
  // Two pages at once take the focus from each other.
  firefox: () =>
    chromeLauncher({
      puppeteer,
      concurrency: 1,
      launchOptions: { browser: 'firefox', executablePath: requireBrowser('firefox'), headless: true },
    }),
  webkit: () => webkitLauncher(),
};

const browsers = (process.env.BROWSERS ?? 'chromium').split(',').filter(Boolean);

// Arithmetic is the same everywhere, so Node is enough for it. Dates, texts and what readers meet run in every browser.
const EVERYWHERE = [
  ...['core/time', 'core/format', 'locales', 'controllers', 'elements'].map((folder) => `test/${folder}/**/*.test.ts`),
  'test/core/answer/fold-text.test.ts',
  'test/sources/*.test.ts',
  'test/sources/worker/*.test.ts',
  '!test/sources/{gap-finder,local-source}.test.ts',
];
const IN_CHROMIUM = [
  ...EVERYWHERE.filter((pattern) => !pattern.startsWith('!')),
  'test/sources/**/*.test.ts',
  'test/contract/strict-page.test.ts',
];
const patterns = [...(browsers.includes('chromium') ? IN_CHROMIUM : EVERYWHERE), '!test/**/*.property.test.ts'];
const isWholeRun = !process.argv.some((argument) => ['--files', '--watch'].includes(argument));

export default {
  files: isWholeRun ? await bundleBrowserTests(patterns, `tests-for-${browsers.join('-')}`) : patterns,
  nodeResolve: { exportConditions: ['development', 'browser'] },
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }),
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  browsers: browsers.map((name) => launchers[name]()),
  concurrentBrowsers: 1,
  concurrency: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 30_000 } },
  reporters: [defaultReporter(), wtrCounts()],
};
