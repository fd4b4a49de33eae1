// Three servers on this machine that are the shards of one cluster. They end with the process that started them, however that ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { requireClickHouse } from './find-clickhouse.mjs';
import { CLUSTER, serverConfig, USERS } from './server-config.mjs';

/**
 * @typedef {object} ClusterNode
 * @property {string} url for the client
 * @property {() => Promise<void>} start does nothing while it runs
 * @property {() => Promise<void>} stop as if the plug were pulled
 * @property {() => string} readLog
 */

/**
 * @typedef {object} Cluster
 * @property {string} name as tables call it
 * @property {ClusterNode[]} nodes
 * @property {() => Promise<void>} stop ends all and removes their folders
 */

const STARTUP_MS = 60_000;
const POLL_MS = 50;

/** @returns {Promise<Cluster>} */
export async function startCluster(count = 3) {
  const program = requireClickHouse('clickhouse-server');
  const folder = mkdtempSync(join(tmpdir(), 'agent-metrics-clickhouse-'));
  const ports = await findFreePorts(count);
  const nodes = ports.map((own, index) => createNode(program, join(folder, `node-${index + 1}`), own, ports));
  const stop = async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await Promise.all(nodes.map((node) => node.start())).catch(async (error) => {
    await stop();
    throw error;
  });
  return { name: CLUSTER, nodes, stop };
}

/** @returns {Promise<import('./server-config.mjs').Ports[]>} */
async function findFreePorts(count) {
  const servers = Array.from({ length: count * 2 }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return Array.from({ length: count }, (_, index) => ({ http: ports[index * 2], tcp: ports[index * 2 + 1] }));
}

/** @returns {ClusterNode} */
function createNode(program, folder, ports, all) {
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'config.xml'), serverConfig(folder, ports, all));
  writeFileSync(join(folder, 'users.xml'), USERS);
  const url = `http://127.0.0.1:${ports.http}`;
  const readLog = () =>
    ['server.log', 'error.log']
      .map((name) => readText(join(folder, name)))
      .join('\n')
      .trim();
  let child;
  const isRunning = () => Boolean(child) && child.exitCode === null && child.signalCode === null;
  const kill = () => child?.kill('SIGKILL');
  process.once('exit', kill);
  return {
    url,
    readLog,
    async start() {
      if (isRunning()) return;
      // The kernel ends the server when this process is killed outright.
      child = spawn('setpriv', ['--pdeathsig', 'KILL', program, `--config-file=${join(folder, 'config.xml')}`], {
        stdio: 'ignore',
        cwd: folder,
      });
      const ended = once(child, 'exit').then(([code]) => {
        throw new Error(`clickhouse-server ended with ${code} before it answered.\n${readLog()}`);
      });
      const answered = untilAnswer(url, ports.tcp);
      ended.catch(() => {});
      await Promise.race([answered, ended]);
    },
    async stop() {
      if (!isRunning()) return;
      const gone = once(child, 'exit');
      kill();
      await gone;
    },
  };
}

/** Both ports, since the other servers come in by the second. */
async function untilAnswer(url, tcpPort) {
  const lastTry = Date.now() + STARTUP_MS;
  for (;;) {
    const isUp = await fetch(`${url}/ping`).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp && (await isListening(tcpPort))) return;
    if (Date.now() > lastTry)
      throw new Error(`clickhouse-server did not answer on ${url} within ${STARTUP_MS / 1000} s.`);
    await delay(POLL_MS);
  }
}

function isListening(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket
      .once('connect', () => resolve(true))
      .once('error', () => resolve(false))
      .once('close', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
