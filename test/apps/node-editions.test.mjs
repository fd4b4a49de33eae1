/** The tests of core, contract and sources in every edition of Node that `engines` in package.json names. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../..');
const LANE = ['test/core', 'test/contract', 'test/sources'];

const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const MAJORS = [...engines.node.matchAll(/(?:\^|>=)(\d+)/g)].map(([, major]) => Number(major));

describe.each(MAJORS)('Node %i', (major) => {
  const node = join(import.meta.dirname, `node_modules/node${major}/bin/node`);

  it('is what runs', async () => {
    expect((await run(node, ['--version'])).stdout).toMatch(new RegExp(`^v${major}\\.`));
  });

  it('passes the tests of core, contract and sources', async () => {
    const lane = run(node, ['node_modules/vitest/vitest.mjs', 'run', ...LANE], {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1', COUNTS_FILE: '' },
      maxBuffer: 2 ** 26,
    });
    const { stdout } = await lane.catch((failure) => {
      throw new Error(failure.stdout);
    });
    expect(stdout).toMatch(/Tests\s+\d+ passed/);
  });
});
