// What this machine has to test ClickHouse with: a current one inside the process, and the server that Debian packs.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ name: 'chdb' | 'clickhouse-server', path: string | null, remedy: string }} ClickHouse */

const CHDB = fileURLToPath(new URL('node_modules/chdb/package.json', import.meta.url));

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Debian puts the server where only root looks. */
function findServer() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  const paths = [
    process.env.CLICKHOUSE_SERVER_PATH,
    ...folders.map((folder) => join(folder, 'clickhouse-server')),
  ].filter(Boolean);
  return paths.find(isExecutable) ?? null;
}

/** @returns {ClickHouse[]} */
export function findClickHouse() {
  return [
    { name: 'chdb', path: existsSync(CHDB) ? CHDB : null, remedy: 'Run: npm ci --prefix test/clickhouse' },
    {
      name: 'clickhouse-server',
      path: findServer(),
      remedy:
        'Install it, or set CLICKHOUSE_SERVER_PATH to its program. On Debian, as root: apt-get update && apt-get install -y --no-install-recommends clickhouse-server',
    },
  ];
}

/** The path of one of them; throws with the remedy when it is missing. @param {ClickHouse['name']} name */
export function requireClickHouse(name) {
  const { path, remedy } = findClickHouse().find((one) => one.name === name);
  if (!path) throw new Error(`No ${name} found. ${remedy}`);
  return path;
}
