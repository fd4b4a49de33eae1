/**
 * Serves the demo: the pages, the kit as one file, the data sets as files, and each of them through the reference endpoint on its embedded
 * database. The first start imports them, the sets of the first page before it answers; later ones find them there.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { SETS as PAGES } from './sets.js';
import {
  createDatabaseEngine,
  createMetricsHandler,
  importFile,
  openDuckDb,
  startNodeServer,
} from 'agent-metrics-kit/server';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const DATABASES = process.env.DEMO_DATA ?? fileURLToPath(new URL('../.demo-data/', import.meta.url));
const KIT = fileURLToPath(new URL('../dist/', import.meta.url));
/** Every data set: its name, the file, what a bare list in it holds, and where its endpoint answers. */
const SETS = [
  { name: 'star', path: '/data/star.ndjson', fact: 'conversations', basePath: '/api' },
  { name: 'made-up', path: '/data/made-up.json', basePath: '/made-up/api' },
  { name: 'made-up-service', path: '/data/made-up-service.json', basePath: '/service/api' },
  { name: 'online-retail', path: '/data/online-retail.json', basePath: '/online-retail/api' },
  { name: 'tau-bench', path: '/data/tau-bench-airline.ndjson', fact: 'conversations', basePath: '/tau-bench/api' },
];
const FILES = new Map(SETS.map(({ path }) => [path, join(HERE, `${path}.gz`)]));
const TYPES = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.ndjson': 'application/x-ndjson',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
};

const databases = [];
/** By base path, promises; the larger sets are read behind those of the first page, and whoever asks for them waits. */
const handlers = new Map();
let isStopping = false;
let read = Promise.resolve();
for (const set of SETS) {
  read = read.then(() => openSet(set));
  handlers.set(set.basePath, read);
  read.catch(fail);
}
await Promise.all(['/api', '/made-up/api'].map((basePath) => handlers.get(basePath)));

/** The usual port, else any that is free; a port that was asked for has to be free. */
const server = process.env.PORT
  ? await startNodeServer(route, { port: Number(process.env.PORT) })
  : await startNodeServer(route, { port: 4173 }).catch(() => startNodeServer(route));
const { url } = server;
process.stdout.write(`${url}/\n`);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop());

/** One database a set. Another demo that runs already holds them, so this one then imports into memory. */
async function openSet({ name, path, fact, basePath }) {
  const { settings = {} } = Object.values(PAGES).find(({ endpoint }) => endpoint === basePath) ?? {};
  const database = await openDuckDb({ path: join(DATABASES, `${name}.duckdb`), settings }).catch((error) => {
    if (error.type !== 'busy') throw error;
    return openDuckDb({ path: ':memory:', settings });
  });
  databases.push(database);
  const facts = database.tenant('default');
  await importFile({
    file: FILES.get(path),
    ...(fact && { fact }),
    facts,
    refusedFile: join(DATABASES, `${name}.refused.ndjson`),
  });
  return createMetricsHandler({ engine: createDatabaseEngine(database, { settings }), basePath });
}

/** A set that cannot be read ends the demo; one that is stopped half-way is read again at the next start. */
function fail(error) {
  if (isStopping) return;
  console.error(error);
  process.exit(1);
}

async function stop() {
  isStopping = true;
  await server.close();
  for (const database of databases) await database.close();
}

async function route(request, connection) {
  const { pathname } = new URL(request.url);
  const handler = [...handlers].find(([basePath]) => pathname.startsWith(`${basePath}/`))?.[1];
  if (handler) return (await handler)(request, connection);
  if (pathname === '/healthz' || pathname === '/metrics-prometheus')
    return (await handlers.get('/api'))(request, connection);
  const file = FILES.get(pathname);
  if (file) return sendFile(file, extname(pathname), { 'content-encoding': 'gzip' });
  if (pathname.startsWith('/kit/'))
    return sendFile(join(KIT, safePath(pathname.slice('/kit/'.length))), extname(pathname));
  return sendFile(join(HERE, safePath(pathname === '/' ? 'index.html' : pathname)), extname(pathname) || '.html');
}

/** No path leaves its folder. */
function safePath(path) {
  return normalize(`/${decodeURIComponent(path)}`);
}

async function sendFile(path, extension, headers = {}) {
  const about = await stat(path).catch(() => undefined);
  if (!about?.isFile() || !(extension in TYPES)) return new Response('Not found', { status: 404 });
  return new Response(Readable.toWeb(createReadStream(path)), {
    headers: {
      'content-type': `${TYPES[extension]}; charset=utf-8`,
      'content-length': String(about.size),
      'cache-control': 'no-cache',
      ...headers,
    },
  });
}
