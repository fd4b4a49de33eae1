/** What the endpoint says about itself, for those who run it. */
import type { Env, Hono } from 'hono';
import { isOwnMachine, type Connection } from './client-address.js';
import type { MetricsHandlerOptions } from './handler-options.js';
import { ProblemError } from './problem.js';
import type { RequestMetrics } from './request-metrics.js';

const READY_MS = 5000;

export function addOwnRoutes<E extends Env & { Bindings: { connection: Connection } }>(
  app: Hono<E>,
  { ready, metrics: audience = 'loopback', trustProxy = 0 }: MetricsHandlerOptions,
  metrics: RequestMetrics,
): void {
  let looking: Promise<boolean> | undefined;
  // One look at the engine is for all who ask meanwhile, so that asking costs it nothing.
  const look = async (ask: () => Promise<void>) =>
    (looking ??= isFulfilled(ask()).finally(() => {
      looking = undefined;
    }));
  app.get('/healthz', async (c) => {
    const isReady = ready === undefined || (await look(ready));
    return c.json({ status: isReady ? 'ok' : 'unavailable' }, isReady ? 200 : 503, { 'cache-control': 'no-store' });
  });
  app.get('/metrics-prometheus', async (c) => {
    if (audience !== 'open' && !isOwnMachine(c.req.raw, c.env.connection, trustProxy))
      throw new ProblemError(403, 'forbidden', 'These numbers are for programs on the server’s own machine.');
    return c.text(await metrics.text(), 200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' });
  });
}

async function isFulfilled(promise: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, READY_MS, false);
  });
  try {
    return await Promise.race([
      promise.then(
        () => true,
        () => false,
      ),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
