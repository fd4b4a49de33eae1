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
  { name: 'build', command: ['npm', 'run', '-s', 'build'] },
  { name: 'publint', command: ['npx', '--no-install', 'publint', '--strict'] },
  { name: 'Node tests', command: ['npx', '--no-install', 'vitest', 'run'], counts: true },
];

/** @type {Step[]} */
const AFTER = [
  { name: 'stories build', command: ['npm', 'run', '-s', 'stories:build'] },
  { name: 'stories', command: ['node', 'test/tools/check-stories.mjs'] },
];

/** Browsers that must be there: Chromium, or what `REQUIRE_BROWSERS` lists. */
const isRequired = (name) => (process.env.REQUIRE_BROWSERS ?? 'chromium').split(',').includes(name);

/** @param {import('./find-browsers.mjs').Browser} browser @returns {Step} */
function toBrowserStep({ name, path, remedy }) {
  const step = { name: `browser tests in ${name}`, counts: true, required: isRequired(name) };
  return path ? { ...step, command: ['npx', '--no-install', 'wtr'], env: { BROWSERS: name } } : { ...step, missing: remedy };
}

/** Everything `npm test` runs, in order. @returns {Step[]} */
export function testSteps() {
  return [...BEFORE, ...findBrowsers().map(toBrowserStep), ...AFTER];
}
