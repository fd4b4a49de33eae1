/** The reference endpoint: a `Request → Response` function over any engine that answers as a `MetricsSource`. */
import { Hono } from 'hono';
import { cors as corsHeaders } from 'hono/cors';
import { routePath } from 'hono/route';
import type { Access } from '../access/access.js';
import { checkColumns } from '../../core/check-columns.js';
import { isLoopbackHost } from '../origins.js';
import { addApiRoutes } from './api-routes.js';
import { type Carried, RateLimits, authenticate } from './authenticate.js';
import { type Connection, clientAddress, isOwnMachine } from './client-address.js';
import { finishResponse } from './finish-response.js';
import { type MetricsHandlerOptions, type ResolvedLimits, resolveLimits } from './handler-options.js';
import { ProblemError, problemResponse, toProblem } from '../problem.js';
import { logFailure, logRequest, requestId } from './request-log.js';
import { RequestMetrics } from './request-metrics.js';

/** What the server knows about the connection goes second; without it no address is counted. */
export type MetricsHandler = (request: Request, connection?: Connection) => Promise<Response>;

export function createMetricsHandler(options: MetricsHandlerOptions): MetricsHandler {
  const metrics = new RequestMetrics();
  const app = createApp(options, metrics);
  return async (request, connection = {}) => {
    const began = performance.now();
    const id = requestId(request.headers.get('x-request-id'));
    const bindings: Bindings = { id, connection, route: '', access: undefined };
    metrics.begin();
    // HEAD is answered as GET, so that its tag is that of the answer it stands for.
    const asked = request.method === 'HEAD' ? new Request(request, { method: 'GET' }) : request;
    // A thrown value that is not an Error passes by the application.
    const answered = await Promise.resolve(app.fetch(asked, bindings)).catch((thrown: unknown) =>
      problemResponse(toProblem(thrown)),
    );
    const { response, bytes } = await finishResponse(request, answered, { isShared: options.cors !== undefined });
    response.headers.set('x-request-id', id);
    const ms = performance.now() - began;
    const { route, access } = bindings;
    const { status } = response;
    metrics.end(route, status, ms);
    logRequest(options.log, {
      id,
      method: request.method,
      route,
      status,
      ms: Math.round(ms * 10) / 10,
      bytes,
      ...(access && { tenant: access.tenant, role: access.role }),
    });
    return response;
  };
}

/** What the application knows of a request beside itself, and what it finds out. */
interface Bindings {
  id: string;
  connection: Connection;
  route: string;
  access: Access | undefined;
}

type App = Hono<Carried & { Bindings: Bindings }>;

function createApp(options: MetricsHandlerOptions, metrics: RequestMetrics): App {
  const { basePath = '/api', auth, cors, limits = {}, log } = options;
  const columns = checkColumns(options.columns ?? {});
  const resolved = resolveLimits(limits);
  const rates = limits.rate === false ? undefined : new RateLimits(limits.rate);
  const app: App = new Hono();
  const api = new Hono<Carried>();
  addFirstSteps(app, options, resolved);
  addOwnRoutes(app, options, metrics);
  if (cors) app.use(`${basePath}/*`, corsFor(cors.origins));
  api.use(authenticate(auth, rates));
  addApiRoutes(api, { ...options, columns, basePath, limits: resolved, metrics });
  app.route(basePath, api);
  app.notFound(() =>
    problemResponse(
      new ProblemError(404, 'no-route', `There is nothing here. The routes begin at ${basePath}/describe.`),
    ),
  );
  app.onError((error, c) => {
    const problem = toProblem(error);
    if (problem.problem.status >= 500 && !(error instanceof ProblemError)) logFailure(log, c.env.id, error);
    return problemResponse(problem);
  });
  return app;
}

function addFirstSteps(
  app: App,
  { limits = {}, trustProxy = 0, hosts = 'any' }: MetricsHandlerOptions,
  { urlLength }: ResolvedLimits,
): void {
  app.use(async (c, next) => {
    await next();
    // The last route that matched; the steps before it have patterns, too.
    c.env.route = routePath(c, -1);
    c.env.access = c.get('access');
  });
  app.use(async (c, next) => {
    const { raw, url } = c.req;
    if (hosts === 'loopback' && !isLoopbackHost(new URL(url).hostname))
      throw new ProblemError(421, 'host', 'This endpoint answers only under a name of this machine, as localhost.');
    if (url.length > urlLength)
      throw new ProblemError(
        414,
        'too-long',
        `The address has ${url.length} characters; this endpoint takes ${urlLength}. Send a long question as the body of a POST.`,
      );
    if (limits.rate || !isOwnMachine(raw, c.env.connection, trustProxy))
      c.set('countedAddress', clientAddress(raw, c.env.connection, trustProxy));
    await next();
  });
}

const corsFor = (origins: readonly string[]) =>
  corsHeaders({
    origin: [...origins],
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['authorization', 'content-type'],
    exposeHeaders: ['etag', 'retry-after', 'x-request-id'],
    maxAge: 600,
  });

const READY_MS = 5000;

/** What the endpoint says about itself, for those who run it. */
function addOwnRoutes(
  app: App,
  { ready, metrics: audience = 'loopback', trustProxy = 0 }: MetricsHandlerOptions,
  metrics: RequestMetrics,
): void {
  let looking: Promise<boolean> | undefined;
  // Requests that come during a check share it, so that many of them cost the engine nothing.
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
