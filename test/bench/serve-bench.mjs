/** Serves the built kit, the benchmark and its rows to this machine only. */
import { once } from 'node:events';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { rows } from './workload.mjs';

const FOLDERS = {
  '/dist/kit/': 'dist',
  '/bench/': 'test/bench',
  '/chart.js/': 'node_modules/chart.js/dist',
  '/color/': 'node_modules/@kurkle/color/dist',
};
const IMPORTS = { 'chart.js': '/chart.js/chart.js', '@kurkle/color': '/color/color.esm.js' };
const PAGE = `<!doctype html><meta charset="utf-8"><title>Benchmark</title><link rel="icon" href="data:,"><script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>`;
const TYPES = { '.js': 'text/javascript', '.mjs': 'text/javascript' };
const PIECE = 4 << 20;

/** JSON of so many rows, in pieces. */
function piecesOf(count) {
  const pieces = [];
  let text = '[';
  for (const row of rows(count)) {
    text += (text.length > 1 || pieces.length > 0 ? ',' : '') + JSON.stringify(row);
    if (text.length < PIECE) continue;
    pieces.push(Buffer.from(text));
    text = '';
  }
  return [...pieces, Buffer.from(`${text}]`)];
}

/** @returns {Promise<{ origin: string, close(): void }>} */
export async function serveBench() {
  const made = new Map();
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, 'http://local').pathname);
    const send = (status, type, length) =>
      response.writeHead(status, {
        'content-type': type,
        ...(length !== undefined && { 'content-length': length }),
        'cache-control': 'no-store',
        // Fine timers need a page of its own.
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      });
    if (path === '/') return send(200, 'text/html').end(PAGE);
    const count = Number(/^\/rows-(\d+)\.json$/.exec(path)?.[1]);
    if (count) {
      if (!made.has(count)) made.set(count, piecesOf(count));
      const pieces = made.get(count);
      send(
        200,
        'application/json',
        pieces.reduce((sum, { length }) => sum + length, 0),
      );
      return sendPieces(response, pieces);
    }
    const [prefix, folder] = Object.entries(FOLDERS).find(([start]) => path.startsWith(start)) ?? [];
    const file = folder && join(folder, path.slice(prefix.length));
    if (!file || !existsSync(file)) return send(404, 'text/plain').end();
    send(200, TYPES[extname(file)] ?? 'application/octet-stream', statSync(file).size);
    return createReadStream(file).pipe(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => server.close(),
    prepare: (count) => made.set(count, piecesOf(count)),
    forget: (count) => made.delete(count),
  };
}

async function sendPieces(response, pieces) {
  for (const piece of pieces) if (!response.write(piece)) await once(response, 'drain');
  response.end();
}
