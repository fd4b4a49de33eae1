/** The routes of the contract. */
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { openApiDocument } from '../../contract/openapi.js';
import {
  conversationsQuerySchema,
  gapsQuerySchema,
  metricsQuerySchema,
  newArticleSchema,
  questionsQuerySchema,
  recordsQuerySchema,
} from '../../contract/wire-schemas.js';
import type {
  ConversationsQuery,
  GapsQuery,
  MetricsQuery,
  NewArticle,
  QuestionsQuery,
  RecordsQuery,
} from '../../core/query.js';
import type { MetricsSource } from '../../sources/metrics-source.js';
import { maskedSource, requireWrite } from '../access/masked-source.js';
import type { Carried, RequestContext } from './authenticate.js';
import {
  checkAnswerSize,
  checkConversationsQuery,
  checkMetricsQuery,
  checkScopeSize,
  readBody,
  readParameters,
  requireJson,
} from './read-query.js';
import type { MetricsHandlerOptions, ResolvedLimits } from './handler-options.js';
import { ProblemError, problemResponse } from '../problem.js';
import type { RequestMetrics } from './request-metrics.js';
import { takeFacts } from './take-facts.js';
import { type MetricSettings, resolveSettings } from '../../core/settings.js';

interface ApiOptions extends Pick<MetricsHandlerOptions, 'engine' | 'columns' | 'settings'> {
  basePath: string;
  limits: ResolvedLimits;
  metrics: RequestMetrics;
}

/** The methods of each route. */
const METHODS: Readonly<Record<string, string>> = {
  '/describe': 'GET, HEAD',
  '/metrics': 'GET, HEAD, POST',
  '/conversations': 'GET, HEAD, POST',
  '/conversations/:id': 'GET, HEAD',
  '/records': 'GET, HEAD',
  '/questions': 'GET, HEAD',
  '/knowledge-gaps': 'GET, HEAD',
  '/knowledge': 'POST',
  '/facts': 'POST',
  '/openapi.json': 'GET, HEAD',
};

export function addApiRoutes(api: Hono<Carried>, options: ApiOptions): void {
  const answers = new Answers(options);
  api.use('/facts', limitBody(options.limits.factsBytes));
  for (const path of ['/metrics', '/conversations', '/knowledge']) api.use(path, limitBody(options.limits.bodyBytes));
  addReadRoutes(api, answers);
  addWriteRoutes(api, answers, options);
  api.get('/openapi.json', (c) => c.json(openApiDocument(options.basePath), 200, PRIVATE));
  for (const [path, methods] of Object.entries(METHODS)) api.all(path, (c) => wrongMethod(c.req.method, methods));
}

function addReadRoutes(api: Hono<Carried>, answers: Answers): void {
  api.get('/describe', (c) => answers.answer(c, (source, ask) => source.describe(ask)));
  api.get('/metrics', (c) => answers.metrics(c, readParameters<MetricsQuery>(c, metricsQuerySchema)));
  api.post('/metrics', async (c) => answers.metrics(c, await readBody<MetricsQuery>(c, metricsQuerySchema)));
  api.get('/conversations', (c) =>
    answers.conversations(c, readParameters<ConversationsQuery>(c, conversationsQuerySchema)),
  );
  api.post('/conversations', async (c) =>
    answers.conversations(c, await readBody<ConversationsQuery>(c, conversationsQuerySchema)),
  );
  api.get('/conversations/:id', (c) => answers.answer(c, (source, ask) => source.conversation(c.req.param('id'), ask)));
  api.get('/records', (c) => answers.records(c, readParameters<RecordsQuery>(c, recordsQuerySchema)));
  api.get('/questions', (c) => answers.questions(c, readParameters<QuestionsQuery>(c, questionsQuerySchema)));
  api.get('/knowledge-gaps', (c) => answers.gaps(c, readParameters<GapsQuery>(c, gapsQuerySchema)));
}

function addWriteRoutes(api: Hono<Carried>, answers: Answers, { columns = {}, metrics }: ApiOptions): void {
  api.post('/knowledge', async (c) => {
    requireWrite(c.get('access').may);
    requireJson(c);
    const article = await readBody<NewArticle>(c, newArticleSchema);
    const add: Work = async (source, ask) => {
      if (!source.addKnowledge)
        throw new ProblemError(501, 'read-only', 'This endpoint reads its knowledge base and cannot add to it.');
      return source.addKnowledge(article, ask);
    };
    return answers.answer(c, add, 201);
  });
  api.post('/facts', async (c) => {
    requireWrite(c.get('access').may);
    const { facts, report, counts } = await takeFacts(c, columns);
    return answers.answer(c, async (source) => {
      if (!source.append)
        throw new ProblemError(501, 'read-only', 'This endpoint reads its facts and cannot add to them.');
      await source.append(facts);
      metrics.countFacts(counts, report.refused.count);
      return report;
    });
  });
}

const PRIVATE = { 'cache-control': 'private, no-cache' };

type Work = (source: MetricsSource, ask: { signal: AbortSignal }) => Promise<object>;

/** Answers questions from the engine, as the user may see them and within the limits. */
class Answers {
  readonly #engine: ApiOptions['engine'];
  readonly #limits: ResolvedLimits;
  readonly #checkSettings: ((source: MetricsSource) => Promise<void>) | undefined;

  constructor({ engine, limits, settings }: ApiOptions) {
    this.#engine = engine;
    this.#limits = limits;
    this.#checkSettings = settings && settingsCheck(settings);
  }

  async answer(c: RequestContext, work: Work, status: 200 | 201 = 200): Promise<Response> {
    const found = await withinTime(c.req.raw, this.#limits.timeoutMs, async (signal) => {
      const source = this.#sourceOf(c);
      await this.#checkSettings?.(source);
      return work(source, { signal });
    });
    return c.json(found, status, PRIVATE);
  }

  metrics(c: RequestContext, query: MetricsQuery): Promise<Response> {
    const checked = checkMetricsQuery(query, this.#limits);
    return this.answer(c, async (source, ask) => checkAnswerSize(await source.query(checked, ask), this.#limits));
  }

  conversations(c: RequestContext, query: ConversationsQuery): Promise<Response> {
    const checked = checkConversationsQuery(query, this.#limits);
    return this.answer(c, (source, ask) => source.conversations(checked, ask));
  }

  records(c: RequestContext, query: RecordsQuery): Promise<Response> {
    checkScopeSize(query, this.#limits);
    return this.answer(c, async (source, ask) => {
      if (!source.records)
        throw new ProblemError(501, 'no-records', 'This endpoint does not show the records behind its numbers.');
      return source.records(query, ask);
    });
  }

  questions(c: RequestContext, query: QuestionsQuery): Promise<Response> {
    checkScopeSize(query, this.#limits);
    return this.answer(c, async (source, ask) => {
      if (!source.questions)
        throw new ProblemError(501, 'no-questions', 'This endpoint does not group what visitors ask.');
      return source.questions(query, ask);
    });
  }

  gaps(c: RequestContext, query: GapsQuery): Promise<Response> {
    checkScopeSize(query, this.#limits);
    return this.answer(c, (source, ask) => source.knowledgeGaps(query, ask));
  }

  #sourceOf(c: RequestContext): MetricsSource {
    const access = c.get('access');
    return 'sourceFor' in this.#engine
      ? maskedSource(this.#engine.sourceFor(access), access.may, { restrictsSearch: true })
      : maskedSource(this.#engine, access.may);
  }
}

function wrongMethod(method: string, methods: string): Response {
  const detail = `This route does not take ${method}. Use one of: ${methods}.`;
  return problemResponse(new ProblemError(405, 'method', detail, undefined, { allow: methods }));
}

function limitBody(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ProblemError(413, 'too-large', `The body is larger than ${maxSize} bytes.`);
    },
  });
}

/**
 * The handler's settings must be those by which the engine computes its numbers. Rejects with a 503 that names the first one that differs.
 * Throws a `RangeError` for settings that are invalid.
 */
function settingsCheck(settings: MetricSettings): (source: MetricsSource) => Promise<void> {
  const wanted: Readonly<Record<string, unknown>> = { ...resolveSettings(settings) };
  return async (source) => {
    const present = (await source.describe()).settings as Readonly<Record<string, unknown>>;
    const name = [...new Set([...Object.keys(wanted), ...Object.keys(present)])].find(
      (one) => toText(wanted[one]) !== toText(present[one]),
    );
    if (name === undefined) return;
    throw new ProblemError(
      503,
      'settings-differ',
      `The setting ${name} is ${toText(wanted[name])} for the endpoint and ${toText(present[name])} for its engine. Give the engine the same: createLocalSource(data, { settings }), or the configuration's settings.`,
    );
  };
}

/** The same text for the same value, whatever the order of its keys. */
const toText = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    isObject(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one,
  ) ?? 'unset';

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The signal that the work gets aborts when the time is over or the client leaves; work that ignores it is not waited for. */
async function withinTime<A>(
  request: Request,
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<A>,
): Promise<A> {
  const stop = new AbortController();
  const { signal } = request;
  let leave = (): void => undefined;
  const isOver = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason as Error), { once: true });
    leave = () => stop.abort(new ProblemError(499, 'client-gone', 'The client left before there was an answer.'));
  });
  const timer = setTimeout(() => stop.abort(new DOMException('The answer took too long.', 'TimeoutError')), timeoutMs);
  signal.addEventListener('abort', leave, { once: true });
  if (signal.aborted) leave();
  try {
    return await Promise.race([isOver, work(stop.signal)]);
  } catch (error) {
    // A source that was stopped may throw anything; the reason of the stop is what counts.
    throw stop.signal.aborted ? stop.signal.reason : error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', leave);
  }
}
