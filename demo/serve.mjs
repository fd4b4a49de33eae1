/**
 * Serves the demo: the page, the kit as one file, the two data sets as files, and each of them through the reference endpoint on its embedded
 * database. The first start imports them; later ones find them there.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createDatabaseEngine, createMetricsHandler, importFile, openDuckDb, startNodeServer } from 'agent-metrics-kit/server';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const DATABASES = process.env.DEMO_DATA ?? fileURLToPath(new URL('../.demo-data/', import.meta.url));
const KIT = fileURLToPath(new URL('../dist/', import.meta.url));
const FILES = new Map([
  ['/data/star.ndjson', join(HERE, 'data/star.ndjson.gz')],
  ['/data/made-up.json', join(HERE, 'data/made-up.json.gz')],
]);
const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.ndjson': 'application/x-ndjson', '.svg': 'image/svg+xml', '.map': 'application/json' };

const databases = [];
const star = await openSet('star', { file: FILES.get('/data/star.ndjson'), fact: 'conversations', basePath: '/api' });
const madeUp = await openSet('made-up', { file: FILES.get('/data/made-up.json'), basePath: '/made-up/api' });

/** The usual port, else any that is free; a port that was asked for has to be free. */
const server = process.env.PORT
  ? await startNodeServer(route, { port: Number(process.env.PORT) })
  : await startNodeServer(route, { port: 4173 }).catch(() => startNodeServer(route));
const { url } = server;
process.stdout.write(`${url}/\n`);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop());

/** One database a set. Another demo that runs already holds them, so this one then imports into memory. */
async function openSet(name, { file, fact, basePath }) {
  const database = await openDuckDb({ path: join(DATABASES, `${name}.duckdb`) }).catch((error) => {
    if (error.type !== 'busy') throw error;
    return openDuckDb({ path: ':memory:' });
  });
  databases.push(database);
  const facts = database.tenant('default');
  await importFile({ file, ...(fact && { fact }), facts, refusedFile: join(DATABASES, `${name}.refused.ndjson`) });
  return createMetricsHandler({ engine: createDatabaseEngine(database), basePath });
}

async function stop() {
  await server.close();
  for (const database of databases) await database.close();
}

async function route(request, connection) {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith('/made-up/api/')) return madeUp(request, connection);
  if (pathname.startsWith('/api/') || pathname === '/healthz' || pathname === '/metrics-prometheus') return star(request, connection);
  const file = FILES.get(pathname);
  if (file) return sendFile(file, extname(pathname), { 'content-encoding': 'gzip' });
  if (pathname.startsWith('/kit/')) return sendFile(join(KIT, safePath(pathname.slice('/kit/'.length))), extname(pathname));
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
    headers: { 'content-type': `${TYPES[extension]}; charset=utf-8`, 'content-length': String(about.size), 'cache-control': 'no-cache', ...headers },
  });
}
