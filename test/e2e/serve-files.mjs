import { createServer } from 'node:http';

/** Serves a few texts by path on loopback. @param {Record<string, [type: string, body: string | Buffer]>} files */
export async function serveFiles(files) {
  const server = createServer((request, response) => {
    const [type, body] = files[request.url] ?? ['text/plain', undefined];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type });
    response.end(body);
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}
