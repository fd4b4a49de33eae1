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

/** What each route may be asked by. */
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

export function addApiRoutes(
  api: Hono<Carried>,
  { engine, basePath, columns = {}, settings, limits, metrics }: ApiOptions,
): void {
  const sourceOf = (c: RequestContext): MetricsSource => {
    const access = c.get('access');
    return 'sourceFor' in engine
      ? maskedSource(engine.sourceFor(access), access.may, { restrictsSearch: true })
      : maskedSource(engine, access.may);
  };
  const checkSettings = settings && settingsCheck(settings);
  const answer = async (
    c: RequestContext,
    work: (source: MetricsSource, ask: { signal: AbortSignal }) => Promise<object>,
    status: 200 | 201 = 200,
  ): Promise<Response> => {
    const found = await withinTime(c.req.raw, limits.timeoutMs, async (signal) => {
      const source = sourceOf(c);
      await checkSettings?.(source);
      return work(source, { signal });
    });
    return c.json(found, status, { 'cache-control': 'private, no-cache' });
  };
  const askMetrics = (c: RequestContext, query: MetricsQuery) => {
    const checked = checkMetricsQuery(query, limits);
    return answer(c, async (source, ask) => checkAnswerSize(await source.query(checked, ask), limits));
  };
  const askConversations = (c: RequestContext, query: ConversationsQuery) => {
    const checked = checkConversationsQuery(query, limits);
    return answer(c, (source, ask) => source.conversations(checked, ask));
  };
  const askRecords = (c: RequestContext, query: RecordsQuery) => {
    checkScopeSize(query, limits);
    return answer(c, async (source, ask) => {
      if (!source.records)
        throw new ProblemError(501, 'no-records', 'This endpoint does not show the records behind its numbers.');
      return source.records(query, ask);
    });
  };
  const askQuestions = (c: RequestContext, query: QuestionsQuery) => {
    checkScopeSize(query, limits);
    return answer(c, async (source, ask) => {
      if (!source.questions)
        throw new ProblemError(501, 'no-questions', 'This endpoint does not group what visitors ask.');
      return source.questions(query, ask);
    });
  };
  const askGaps = (c: RequestContext, query: GapsQuery) => {
    checkScopeSize(query, limits);
    return answer(c, (source, ask) => source.knowledgeGaps(query, ask));
  };

  api.use('/facts', limitBody(limits.factsBytes));
  for (const path of ['/metrics', '/conversations', '/knowledge']) api.use(path, limitBody(limits.bodyBytes));
  api.get('/describe', (c) => answer(c, (source, ask) => source.describe(ask)));
  api.get('/metrics', (c) => askMetrics(c, readParameters<MetricsQuery>(c, metricsQuerySchema)));
  api.post('/metrics', async (c) => askMetrics(c, await readBody<MetricsQuery>(c, metricsQuerySchema)));
  api.get('/conversations', (c) =>
    askConversations(c, readParameters<ConversationsQuery>(c, conversationsQuerySchema)),
  );
  api.post('/conversations', async (c) =>
    askConversations(c, await readBody<ConversationsQuery>(c, conversationsQuerySchema)),
  );
  api.get('/conversations/:id', (c) => answer(c, (source, ask) => source.conversation(c.req.param('id'), ask)));
  api.get('/records', (c) => askRecords(c, readParameters<RecordsQuery>(c, recordsQuerySchema)));
  api.get('/questions', (c) => askQuestions(c, readParameters<QuestionsQuery>(c, questionsQuerySchema)));
  api.get('/knowledge-gaps', (c) => askGaps(c, readParameters<GapsQuery>(c, gapsQuerySchema)));
  api.post('/knowledge', async (c) => {
    requireWrite(c.get('access').may);
    requireJson(c);
    const article = await readBody<NewArticle>(c, newArticleSchema);
    return answer(
      c,
      async (source, ask) => {
        if (!source.addKnowledge)
          throw new ProblemError(501, 'read-only', 'This endpoint reads its knowledge base and cannot add to it.');
        return source.addKnowledge(article, ask);
      },
      201,
    );
  });
  api.post('/facts', async (c) => {
    requireWrite(c.get('access').may);
    const { facts, report, counts } = await takeFacts(c, columns);
    return answer(c, async (source) => {
      if (!source.append)
        throw new ProblemError(501, 'read-only', 'This endpoint reads its facts and cannot add to them.');
      await source.append(facts);
      metrics.countFacts(counts, report.refused.count);
      return report;
    });
  });
  api.get('/openapi.json', (c) => c.json(openApiDocument(basePath), 200, { 'cache-control': 'private, no-cache' }));
  for (const [path, methods] of Object.entries(METHODS)) {
    api.all(path, (c) =>
      problemResponse(
        new ProblemError(
          405,
          'method',
          `This route does not take ${c.req.method}. Use one of: ${methods}.`,
          undefined,
          { allow: methods },
        ),
      ),
    );
  }
}

function limitBody(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ProblemError(413, 'too-large', `The body is larger than ${maxSize} bytes.`);
    },
  });
}

/** Settings decide numbers, and the engine computes them: what the handler is given must be what the engine goes by. */

/** Rejects with a 503 that names the first setting by which the engine answers otherwise. Throws a `RangeError` for settings that cannot be. */
export function settingsCheck(settings: MetricSettings): (source: MetricsSource) => Promise<void> {
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

/** An answer within its time, for somebody who is still there. */

/** The signal given to the work aborts when the time is over or the asker leaves; neither waits for work that does not listen. */
export async function withinTime<A>(
  request: Request,
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<A>,
): Promise<A> {
  const stop = new AbortController();
  const { signal } = request;
  let leave = (): void => undefined;
  const isOver = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason as Error), { once: true });
    leave = () => stop.abort(new ProblemError(499, 'client-gone', 'The asker left before there was an answer.'));
  });
  const timer = setTimeout(() => stop.abort(new DOMException('The answer took too long.', 'TimeoutError')), timeoutMs);
  signal.addEventListener('abort', leave, { once: true });
  if (signal.aborted) leave();
  try {
    return await Promise.race([isOver, work(stop.signal)]);
  } catch (error) {
    // What a source throws once it is stopped is as good as why it was.
    throw stop.signal.aborted ? stop.signal.reason : error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', leave);
  }
}
