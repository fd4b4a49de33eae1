/** Installs the bundlers and the kit as a user gets it: packed, with its dependencies, into `node_modules` beside this file. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '../..');

function npm(folder, ...args) {
  return execFileSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, npm_config_loglevel: 'error' },
  });
}

/** Vitest calls it once before all tests. */
export default function installKit() {
  const scratch = mkdtempSync(join(tmpdir(), 'agent-metrics-kit-pack-'));
  try {
    npm(ROOT, 'run', '-s', 'build:quiet');
    const [{ filename }] = JSON.parse(npm(ROOT, 'pack', '--json', '--pack-destination', scratch));
    npm(HERE, 'ci', '--no-audit', '--no-fund');
    npm(HERE, 'install', '--no-save', '--no-audit', '--no-fund', join(scratch, filename));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
