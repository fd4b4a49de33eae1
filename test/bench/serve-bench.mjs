/** Serves the built kit, the benchmark and its rows to this machine only. */
import { once } from 'node:events';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { rows, tickets } from './workload.mjs';

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

/** JSON of so many tickets and their surveys, in pieces. */
function ticketPieces(count) {
  const pieces = [];
  const surveys = [];
  let text = '{"tickets":[';
  let separator = '';
  for (const { ticket, survey } of tickets(count)) {
    text += separator + JSON.stringify(ticket);
    separator = ',';
    if (survey) surveys.push(survey);
    if (text.length < PIECE) continue;
    pieces.push(Buffer.from(text));
    text = '';
  }
  return [...pieces, Buffer.from(`${text}],"surveys":${JSON.stringify(surveys)}}`)];
}

/** The tickets alone, one a line. */
function ticketLines(count) {
  const pieces = [];
  let text = '';
  for (const { ticket } of tickets(count)) {
    text += `${JSON.stringify(ticket)}\n`;
    if (text.length < PIECE) continue;
    pieces.push(Buffer.from(text));
    text = '';
  }
  return [...pieces, Buffer.from(text)];
}

const MADE = { 'rows.json': piecesOf, 'tickets.json': ticketPieces, 'tickets.ndjson': ticketLines };
const bytesOf = (pieces) => pieces.reduce((sum, { length }) => sum + length, 0);

/** @returns {Promise<{ origin: string, close(): void }>} */
export async function serveBench() {
  const made = new Map();
  function piecesFor(what, count) {
    const key = `${what} ${count}`;
    if (!made.has(key)) made.set(key, MADE[what](count));
    return made.get(key);
  }
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
    const [, name, digits, ending] = /^\/(rows|tickets)-(\d+)\.(json|ndjson)$/.exec(path) ?? [];
    if (name) {
      const pieces = piecesFor(`${name}.${ending}`, Number(digits));
      send(200, 'application/json', bytesOf(pieces));
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
    /** Makes the data before the clock runs; says how many bytes they are. */
    prepare: (what, count) => bytesOf(piecesFor(what, count)),
    forget: (count) => Object.keys(MADE).forEach((what) => made.delete(`${what} ${count}`)),
  };
}

async function sendPieces(response, pieces) {
  for (const piece of pieces) if (!response.write(piece)) await once(response, 'drain');
  response.end();
}
