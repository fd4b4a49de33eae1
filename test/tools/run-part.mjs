// Runs a part of the tests while one works on it: `npm run test:unit`, `npm run test:elements -- agent-kpi-grid`, `npm run test:e2e -- dashboard`.
// `--watch` runs it again on every change.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const [part, ...rest] = process.argv.slice(2);
const isWatching = rest.includes('--watch');
const names = rest.filter((argument) => !argument.startsWith('--'));

/** The names that may be asked for; leaves with a message for any other. */
function requireKnown(known) {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  console.error(`There are no tests of "${unknown}". Use one of: ${known.join(', ')}.`);
  process.exit(2);
}

const vitest = (...args) => ['vitest', isWatching ? 'watch' : 'run', ...args];

const parts = {
  /** Logic without a page, a database or random data. */
  unit() {
    const folders = ['core', 'contract', 'ingest', 'sources'].filter((folder) => existsSync(`test/${folder}`));
    return vitest(...folders.map((folder) => `test/${folder}/`), '--exclude', '**/*.property.test.ts');
  },
  elements() {
    requireKnown(readdirSync('test/elements'));
    const globs =
      names.length > 0 ? names.map((name) => `test/elements/${name}/**/*.test.ts`) : ['test/elements/**/*.test.ts'];
    return ['wtr', ...(isWatching ? ['--watch'] : []), '--files', ...globs];
  },
  e2e() {
    const known = readdirSync('test/e2e').flatMap((file) => /^(.*)\.test\.mjs$/.exec(file)?.[1] ?? []);
    requireKnown(known);
    return vitest(...(names.length > 0 ? names : known).map((name) => `test/e2e/${name}.test.mjs`));
  },
};

const command = parts[part]?.();
if (!command) throw new RangeError(`Unknown part "${part}". Use one of: ${Object.keys(parts).join(', ')}.`);
spawn('npx', ['--no-install', ...command], { stdio: 'inherit' }).on('exit', (code) => process.exit(code ?? 1));
