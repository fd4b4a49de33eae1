import { findClickHouse } from '../clickhouse/find-clickhouse.mjs';
import { findBrowsers } from './find-browsers.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} [command]
 * @property {Record<string, string>} [env]
 * @property {boolean} [counts] the command runs many tests and writes its own counts
 * @property {string} [missing] why the step cannot run here, and the way out
 * @property {boolean} [required] missing is a failure
 */

const vitest = (name, ...args) => ({ name, command: ['npx', '--no-install', 'vitest', 'run', ...args], counts: true });

/** They take as long as all others. */
const LONG_PAGES = ['test/e2e/leaks', 'test/e2e/tasks', 'test/e2e/presets'];

/** Programs that must be there: what the variable lists. */
const isRequired = (name, list) => list.split(',').includes(name);

/** The step, or why it cannot run on a machine without that browser. @returns {Step} */
function needing({ name, path, remedy }, step) {
  return path
    ? step
    : {
        name: step.name,
        missing: `No ${name}. ${remedy}`,
        required: isRequired(name, process.env.REQUIRE_BROWSERS ?? 'chromium'),
      };
}

function browserTests(browser) {
  const command = ['npx', '--no-install', 'wtr'];
  return needing(browser, {
    name: `browser tests in ${browser.name}`,
    command,
    env: { BROWSERS: browser.name },
    counts: true,
  });
}

/** What the Node tests leave out on this machine. @returns {Step[]} */
function missingClickHouse() {
  return findClickHouse()
    .filter(({ path }) => path === null)
    .map(({ name, remedy }) => ({
      name: `tests with ${name}`,
      missing: `No ${name}. ${remedy}`,
      required: isRequired(name, process.env.REQUIRE_CLICKHOUSE ?? ''),
    }));
}

/** Everything `npm test` runs: stages one after the other, each of lanes side by side, each of steps in order. @returns {Step[][][]} */
export function testStages() {
  const browsers = findBrowsers();
  const [chromium] = browsers;
  const script = (name, run = name) => ({ name, command: ['npm', 'run', '-s', run] });
  return [
    [
      [script('typecheck'), script('lint')],
      // Each builds into the same folders.
      [
        { name: 'npm start', command: ['node', 'test/tools/check-start.mjs'] },
        script('build'),
        script('size'),
        { name: 'publint', command: ['npx', '--no-install', 'publint', '--strict'] },
        script('stories build', 'stories:build'),
      ],
    ],
    [
      // So that both lanes take about as long.
      [vitest('Node tests of core and server', 'test/core', 'test/server'), ...missingClickHouse()],
      [
        ...browsers.map(browserTests),
        needing(chromium, { name: 'stories', command: ['node', 'test/tools/check-stories.mjs'] }),
        vitest(
          'other Node tests',
          ...['core', 'server', 'e2e'].flatMap((folder) => ['--exclude', `test/${folder}/**`]),
        ),
      ],
    ],
    // Whole pages, which mostly wait for each other: the browser, the endpoint, the test.
    [
      [vitest('page tests of memory and tasks', ...LONG_PAGES)],
      [vitest('other page tests', 'test/e2e', ...LONG_PAGES.flatMap((file) => ['--exclude', `${file}.test.mjs`]))],
    ],
  ];
}
