/** The Node adapter: any `Request → Response` handler as an HTTP server. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve, type HttpBindings } from '@hono/node-server';
import type { Connection } from './client-address.js';

export interface NodeServerOptions {
  /** Default 0, any free one. */
  port?: number;
  /** Default loopback. */
  host?: string;
}

export interface NodeServer {
  port: number;
  url: string;
  /** Takes no more connections and resolves once those who wait have their answers; after `graceMs` they are cut off. Default: never. */
  close(options?: { graceMs?: number }): Promise<void>;
}

type Handler = (request: Request, connection: Connection) => Response | Promise<Response>;

/** Connections whose answer has gone out but which stay open are closed this often. */
const SWEEP_MS = 20;

export function startNodeServer(
  handler: Handler,
  { port = 0, host = '127.0.0.1' }: NodeServerOptions = {},
): Promise<NodeServer> {
  return new Promise((resolve, reject) => {
    const fetch = (request: Request, env: unknown) =>
      handler(request, { address: (env as HttpBindings).incoming.socket.remoteAddress });
    const server = serve({ fetch, port, hostname: host }, ({ port: bound }: AddressInfo) => {
      resolve({
        port: bound,
        url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
        close: ({ graceMs } = {}) => close(server as Server, graceMs),
      });
    });
    server.once('error', reject);
  });
}

function close(server: Server, graceMs: number | undefined): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    const end = graceMs === undefined ? undefined : setTimeout(() => server.closeAllConnections(), graceMs);
    server.close((error) => {
      clearInterval(sweep);
      clearTimeout(end);
      if (error) reject(error);
      else resolve();
    });
    server.closeIdleConnections();
  });
}
