import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

// Browsers ask for it unasked; a 404 would stand on the console of every page.
const ICON = normalize('/favicon.ico');

/** Serves the files of a folder on this machine only. @returns {Promise<{ origin: string, close(): void }>} */
export async function serveFolder(folder) {
  const server = createServer(async (request, response) => {
    // `normalize` keeps an absolute path from climbing out of the folder.
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://local').pathname));
    const body = await readFile(join(folder, path)).catch(() => (path === ICON ? '' : null));
    response.writeHead(body === null ? 404 : 200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    });
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
