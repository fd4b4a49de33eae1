/** The Node adapter: any `Request → Response` handler as an HTTP server. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';

export interface NodeServerOptions {
  /** Default 0, any free one. */
  port?: number;
  /** Default loopback. */
  host?: string;
}

export interface NodeServer {
  port: number;
  url: string;
  close(): Promise<void>;
}

export function startNodeServer(handler: (request: Request) => Response | Promise<Response>, { port = 0, host = '127.0.0.1' }: NodeServerOptions = {}): Promise<NodeServer> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: handler, port, hostname: host }, ({ port: bound }: AddressInfo) => {
      const close = () => new Promise<void>((done, fail) => { server.close((error) => (error ? fail(error) : done())); });
      resolve({ port: bound, url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`, close });
    });
    server.once('error', reject);
  });
}
