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

/** @type {Step[]} */
const BEFORE = [
  { name: 'typecheck', command: ['npm', 'run', '-s', 'typecheck'] },
  { name: 'lint', command: ['npm', 'run', '-s', 'lint'] },
  { name: 'npm start', command: ['node', 'test/tools/check-start.mjs'] },
  { name: 'build', command: ['npm', 'run', '-s', 'build'] },
  { name: 'size', command: ['npm', 'run', '-s', 'size'] },
  { name: 'publint', command: ['npx', '--no-install', 'publint', '--strict'] },
  { name: 'Node tests', command: ['npx', '--no-install', 'vitest', 'run'], counts: true },
];

/** Browsers that must be there: Chromium, or what `REQUIRE_BROWSERS` lists. */
const isRequired = (name) => (process.env.REQUIRE_BROWSERS ?? 'chromium').split(',').includes(name);

/** The step, or why it cannot run on a machine without that browser. @returns {Step} */
function needing({ name, path, remedy }, step) {
  return path ? step : { name: step.name, missing: `No ${name}. ${remedy}`, required: isRequired(name) };
}

function browserTests(browser) {
  const command = ['npx', '--no-install', 'wtr'];
  return needing(browser, { name: `browser tests in ${browser.name}`, command, env: { BROWSERS: browser.name }, counts: true });
}

/** Everything `npm test` runs, in order. @returns {Step[]} */
export function testSteps() {
  const browsers = findBrowsers();
  const [chromium] = browsers;
  return [
    ...BEFORE,
    ...browsers.map(browserTests),
    { name: 'stories build', command: ['npm', 'run', '-s', 'stories:build'] },
    needing(chromium, { name: 'stories', command: ['node', 'test/tools/check-stories.mjs'] }),
  ];
}
