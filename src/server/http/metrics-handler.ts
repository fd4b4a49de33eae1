/** The reference endpoint: a `Request → Response` function over any engine that answers as a `MetricsSource`. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors as corsHeaders } from 'hono/cors';
import * as z from 'zod/mini';
import { show } from '../../contract/compile-check.js';
import { fromSearchParams } from '../../contract/query-parameters.js';
import { openApiDocument } from '../../contract/openapi.js';
import { conversationsQuerySchema, gapsQuerySchema, metricsQuerySchema, newArticleSchema } from '../../contract/wire-schemas.js';
import type { ConversationsQuery, GapsQuery, MetricsQuery, NewArticle } from '../../core/query.js';
import { inParameter } from '../../core/query-error.js';
import type { AskOptions, MetricsSource } from '../../sources/metrics-source.js';
import { ProblemError, problemResponse, toProblem } from './problem.js';
import { RequestMetrics } from './request-metrics.js';

export interface HandlerLimits {
  /** Longest body in bytes. Default 1 MiB. */
  bodyBytes?: number;
  /** Longest time for one answer in milliseconds. Default 30,000. */
  timeoutMs?: number;
}

export interface MetricsHandlerOptions {
  /** Settings belong to the engine: give them to `createLocalSource(data, { settings })`, or to the folder's `settings.json`. Here they throw a `RangeError`. */
  settings?: never;
  /** Whatever answers the questions: `createLocalSource(…)`, `openFolder(…)`, or your own `MetricsSource`. */
  engine: MetricsSource;
  /** Where the routes begin. Default `/api`. */
  basePath?: string;
  /** Decides who may ask. Unset: everybody who reaches the server, so bind it to loopback. */
  auth?: (request: Request) => boolean | Promise<boolean>;
  /** Origins of pages that may ask, exactly as browsers send them. Unset: only the server's own pages. */
  cors?: { origins: readonly string[] };
  limits?: HandlerLimits;
}

export type MetricsHandler = (request: Request) => Promise<Response>;

const MEBIBYTE = 1024 * 1024;

/** What each route may be asked by. */
const METHODS: Readonly<Record<string, string>> = {
  '/describe': 'GET, HEAD',
  '/metrics': 'GET, HEAD, POST',
  '/conversations': 'GET, HEAD, POST',
  '/conversations/:id': 'GET, HEAD',
  '/knowledge-gaps': 'GET, HEAD',
  '/knowledge': 'POST',
  '/openapi.json': 'GET, HEAD',
};

export function createMetricsHandler({ engine, basePath = '/api', auth, cors, limits = {}, settings }: MetricsHandlerOptions): MetricsHandler {
  if (settings !== undefined) throw new RangeError('The handler takes no settings: they decide numbers, which the engine computes. Give them to the source, as in createLocalSource(data, { settings }).');
  const { bodyBytes = MEBIBYTE, timeoutMs = 30_000 } = limits;
  const metrics = new RequestMetrics();
  const app = new Hono();
  const api = new Hono();
  const ask = ({ req }: Context): AskOptions => ({ signal: AbortSignal.any([req.raw.signal, AbortSignal.timeout(timeoutMs)]) });

  app.use(metrics.middleware);
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/metrics-prometheus', async (c) => c.text(await metrics.text(), 200, { 'content-type': metrics.contentType }));
  if (cors) api.use(corsHeaders({ origin: [...cors.origins], allowMethods: ['GET', 'POST'], allowHeaders: ['authorization', 'content-type'], maxAge: 600 }));
  api.use(async (c, next) => {
    if (auth && !(await auth(c.req.raw))) throw new ProblemError(401, 'unauthorized', 'This endpoint needs a valid token in the Authorization header.');
    await next();
    c.header('cache-control', 'private, no-cache');
  });
  api.use(bodyLimit({ maxSize: bodyBytes, onError: () => { throw new ProblemError(413, 'too-large', `The body is larger than ${bodyBytes} bytes.`); } }));

  api.get('/describe', async (c) => c.json(await engine.describe(ask(c))));
  api.get('/metrics', async (c) => c.json(await engine.query(parameters<MetricsQuery>(c, metricsQuerySchema), ask(c))));
  api.post('/metrics', async (c) => c.json(await engine.query(await body<MetricsQuery>(c, metricsQuerySchema), ask(c))));
  api.get('/conversations', async (c) => c.json(await engine.conversations(parameters<ConversationsQuery>(c, conversationsQuerySchema), ask(c))));
  api.post('/conversations', async (c) => c.json(await engine.conversations(await body<ConversationsQuery>(c, conversationsQuerySchema), ask(c))));
  api.get('/conversations/:id', async (c) => c.json(await engine.conversation(c.req.param('id'), ask(c))));
  api.get('/knowledge-gaps', async (c) => c.json(await engine.knowledgeGaps(parameters<GapsQuery>(c, gapsQuerySchema), ask(c))));
  api.post('/knowledge', async (c) => {
    const article = await body<NewArticle>(c, newArticleSchema);
    if (!engine.addKnowledge) throw new ProblemError(501, 'read-only', 'This endpoint reads its knowledge base and cannot add to it.');
    return c.json(await engine.addKnowledge(article, ask(c)), 201);
  });
  api.get('/openapi.json', (c) => c.json(openApiDocument(basePath)));

  for (const [path, methods] of Object.entries(METHODS)) api.all(path, (c) => notAllowed(c, methods));
  app.route(basePath, api);
  app.notFound((c) => problemResponse(new ProblemError(404, 'no-route', `There is nothing at ${c.req.path}. The routes begin at ${basePath}/describe.`).problem));
  app.onError((error) => problemResponse(toProblem(error)));
  return async (request) => app.fetch(request);
}

function notAllowed({ req }: Context, methods: string): Response {
  const response = problemResponse(new ProblemError(405, 'method', `${req.path} does not take ${req.method}. Use one of: ${methods}.`).problem);
  response.headers.set('allow', methods);
  return response;
}

function parameters<Q>(c: Context, schema: z.ZodMiniType): Q {
  return checked<Q>(schema, inParameter('filters', () => fromSearchParams(new URL(c.req.url).searchParams)));
}

async function body<Q>(c: Context, schema: z.ZodMiniType): Promise<Q> {
  const value: unknown = await c.req.json().catch(() => {
    throw new ProblemError(400, 'bad-json', 'The body is not JSON.');
  });
  return checked<Q>(schema, value);
}

/** Fields that no query has are dropped, so that none reaches an engine. */
function checked<Q>(schema: z.ZodMiniType, value: unknown): Q {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ProblemError(400, 'bad-query', `The body is ${show(value)}. Use an object.`);
  const result = z.safeParse(schema, value);
  if (result.success) return result.data as Q;
  const [issue] = result.error.issues;
  const name = issue?.path.join('.') ?? '';
  const given = issue?.path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key], value);
  const what = given === undefined ? `The parameter "${name}" is missing.` : `The parameter "${name}" is ${JSON.stringify(given)}, which does not fit.`;
  throw new ProblemError(400, 'bad-query', `${what} The contract is at openapi.json.`, String(issue?.path[0] ?? ''));
}
