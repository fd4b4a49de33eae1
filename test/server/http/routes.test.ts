import { expect } from 'chai';
import type { MetricsHandlerOptions } from '../../../src/server/http/handler-options.js';
import { createMetricsHandler } from '../../../src/server/http/metrics-handler.js';
import { startNodeServer, type NodeServer } from '../../../src/server/http/node-server.js';
import type { MetricsSource } from '../../../src/sources/metrics-source.js';
import { SourceError } from '../../../src/core/source-error.js';
import { sourceOf, talk, WEEK } from '../../fixtures/make-facts.js';

const engine = () => sourceOf({ conversations: [talk('a'), talk('b')] });
const RANGE = new URLSearchParams(WEEK).toString();
const QUERY = `metrics=total-volume&${RANGE}`;

let server: NodeServer | undefined;

async function serve(options: Partial<MetricsHandlerOptions> = {}): Promise<string> {
  server = await startNodeServer(createMetricsHandler({ engine: engine(), ...options }));
  return server.url;
}

afterEach(async () => {
  await server?.close();
  server = undefined;
});

const posted = (body: string, type = 'application/json'): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'content-type': type },
});

describe('routes over HTTP', () => {
  const good: [
    name: string,
    path: string,
    init: RequestInit | undefined,
    status: number,
    has: (body: never) => unknown,
    is: unknown,
  ][] = [
    ['describe', '/api/describe', undefined, 200, ({ facts }) => facts, { conversations: 2 }],
    ['metrics', `/api/metrics?${QUERY}`, undefined, 200, ({ metrics }) => metrics, { 'total-volume': { value: 2 } }],
    [
      'metrics by body',
      '/api/metrics',
      posted(JSON.stringify({ metrics: ['total-volume'], ...WEEK })),
      200,
      ({ metrics }) => metrics,
      { 'total-volume': { value: 2 } },
    ],
    [
      'conversations',
      `/api/conversations?${RANGE}&pageSize=1`,
      undefined,
      200,
      ({ total, pageSize }) => [total, pageSize],
      [2, 1],
    ],
    [
      'conversations of ids',
      `/api/conversations?${RANGE}&ids=b,nobody`,
      undefined,
      200,
      ({ rows }) => (rows as { id: string }[]).map(({ id }) => id),
      ['b'],
    ],
    [
      'conversations by body',
      '/api/conversations',
      posted(JSON.stringify({ ...WEEK, ids: ['a'] })),
      200,
      ({ total }) => total,
      1,
    ],
    ['one conversation', '/api/conversations/a', undefined, 200, ({ id }) => id, 'a'],
    ['knowledge gaps', `/api/knowledge-gaps?${RANGE}`, undefined, 200, ({ gaps }) => Array.isArray(gaps), true],
    ['health', '/healthz', undefined, 200, (body) => body, { status: 'ok' }],
  ];
  for (const [name, path, init, status, has, is] of good) {
    it(`${name}: ${init?.method ?? 'GET'} ${path} is ${status}`, async () => {
      const response = await fetch((await serve()) + path, init);
      expect(response.status).to.equal(status);
      expect(response.headers.get('content-type')).to.match(/^application\/json/);
      expect(has((await response.json()) as never)).to.deep.equal(is);
    });
  }

  const bad: [path: string, init: RequestInit | undefined, status: number, parameter: string | undefined][] = [
    ['/api/metrics', undefined, 400, 'metrics'],
    ['/api/metrics?metrics=total-volume', undefined, 400, 'from'],
    [`/api/metrics?metrics=happiness&${RANGE}`, undefined, 400, 'metrics'],
    [`/api/metrics?${QUERY}&groupBy=colour`, undefined, 400, 'groupBy'],
    [`/api/metrics?${QUERY}&grain=fortnight`, undefined, 400, 'grain'],
    [`/api/metrics?${QUERY}&limit=many`, undefined, 400, 'limit'],
    [`/api/metrics?${QUERY}&limit=0`, undefined, 400, 'limit'],
    [`/api/metrics?${QUERY}&weekStart=3`, undefined, 400, 'weekStart'],
    [`/api/metrics?${QUERY}&filters=channel`, undefined, 400, 'filters'],
    [`/api/metrics?${QUERY}&filters=channel:%25zz`, undefined, 400, 'filters'],
    [`/api/conversations?${RANGE}&ids=%25zz`, undefined, 400, 'ids'],
    ['/api/conversations', posted(JSON.stringify({ ...WEEK, ids: 'a' })), 400, 'ids'],
    [`/api/metrics?${QUERY}&filters=colour:red`, undefined, 400, 'filters'],
    [`/api/metrics?${QUERY}&compareFrom=2026-06-01`, undefined, 400, 'compare'],
    [`/api/metrics?${QUERY}&now=soon`, undefined, 400, 'now'],
    ['/api/metrics?metrics=total-volume&from=2026-02-30&to=2026-03-01&timeZone=UTC', undefined, 400, 'from'],
    ['/api/metrics?metrics=total-volume&from=2026-06-01&to=2026-06-07&timeZone=Mars', undefined, 400, 'timeZone'],
    [`/api/conversations?${RANGE}&page=0`, undefined, 400, 'page'],
    [`/api/conversations?${RANGE}&sort=size`, undefined, 400, 'sort'],
    ['/api/metrics', posted('{'), 400, undefined],
    ['/api/metrics', posted('null'), 400, undefined],
    ['/api/metrics', posted('{"metrics":"total-volume"}'), 400, 'metrics'],
    [
      '/api/metrics',
      posted(JSON.stringify({ metrics: ['total-volume'], ...WEEK, filters: { tag: 'a' } })),
      400,
      'filters',
    ],
    ['/api/knowledge', posted('{"title":""}'), 400, 'title'],
    ['/api/knowledge', posted('{"title":"A","body":" "}'), 400, 'body'],
    ['/api/conversations/nobody', undefined, 404, undefined],
    ['/api/nothing', undefined, 404, undefined],
    ['/api', undefined, 404, undefined],
    ['/', undefined, 404, undefined],
    ['/api/describe', posted('{}'), 405, undefined],
    ['/api/metrics', { method: 'DELETE' }, 405, undefined],
    ['/api/conversations/a', { method: 'PUT' }, 405, undefined],
    ['/api/knowledge', undefined, 405, undefined],
    ['/api/metrics', posted(JSON.stringify({ metrics: ['x'.repeat(1024 * 1024)] })), 413, undefined],
  ];
  for (const [path, init, status, parameter] of bad) {
    const body = typeof init?.body === 'string' ? ` ${init.body.slice(0, 40)}` : '';
    it(`${init?.method ?? 'GET'} ${path}${body} is ${status}${parameter ? ` at ${parameter}` : ''}`, async () => {
      const response = await fetch((await serve()) + path, init);
      const problem = (await response.json()) as Record<string, unknown>;
      expect([
        response.status,
        response.headers.get('content-type'),
        problem['status'],
        problem['parameter'],
      ]).to.deep.equal([status, 'application/problem+json', status, parameter]);
      expect(problem['type']).to.match(/^urn:agent-metrics:[a-z-]+$/);
      expect(
        [problem['title'], problem['detail']].every((text) => typeof text === 'string' && text.length > 3),
      ).to.equal(true);
    });
  }

  it('a wrong method is told which are right', async () => {
    const response = await fetch(`${await serve()}/api/metrics`, { method: 'DELETE' });
    expect(response.headers.get('allow')).to.equal('GET, HEAD, POST');
  });

  it('routes begin at the given base path', async () => {
    const url = await serve({ basePath: '/shop/numbers' });
    expect((await fetch(`${url}/shop/numbers/describe`)).status).to.equal(200);
    expect((await fetch(`${url}/api/describe`)).status).to.equal(404);
  });

  it('answers are never kept by a shared cache', async () => {
    const response = await fetch(`${await serve()}/api/describe`);
    expect(response.headers.get('cache-control')).to.equal('private, no-cache');
  });
});

describe('an engine that is an endpoint', () => {
  const upstream = (status: number, type?: string): MetricsSource => ({
    ...engine(),
    query: () => Promise.reject(new SourceError('As it was said.', { status, parameter: 'metrics', type })),
  });
  const passed: [status: number, type: string | undefined, answered: number][] = [
    [400, undefined, 400],
    [401, undefined, 401],
    [404, undefined, 404],
    [500, undefined, 503],
    [403, undefined, 503],
    [401, 'token', 503],
  ];
  for (const [status, type, answered] of passed) {
    it(`its ${status}${type ? ` of the ${type}` : ''} is ${answered}, with its words`, async () => {
      const response = await fetch(`${await serve({ engine: upstream(status, type) })}/api/metrics?${QUERY}`);
      const problem = (await response.json()) as Record<string, unknown>;
      expect([response.status, problem['detail'], problem['parameter']]).to.deep.equal([
        answered,
        'As it was said.',
        answered === 503 ? undefined : 'metrics',
      ]);
    });
  }
});

describe('new knowledge', () => {
  it('is 201 with the article', async () => {
    const response = await fetch(
      `${await serve()}/api/knowledge`,
      posted('{"title":"Parcels","body":"Where they are."}'),
    );
    const article = (await response.json()) as Record<string, unknown>;
    expect([response.status, article['title'], article['body'], typeof article['id']]).to.deep.equal([
      201,
      'Parcels',
      'Where they are.',
      'string',
    ]);
  });

  it('is 501 where the engine takes none', async () => {
    const { describe: describeIt, query, conversations, conversation, knowledgeGaps } = engine();
    const readOnly: MetricsSource = { describe: describeIt, query, conversations, conversation, knowledgeGaps };
    expect(
      (await fetch(`${await serve({ engine: readOnly })}/api/knowledge`, posted('{"title":"A","body":"B"}'))).status,
    ).to.equal(501);
  });
});

describe('what is no question', () => {
  for (const [body, shown] of [
    ['null', 'null'],
    ['[]', '[]'],
    ['7', '7'],
    ['"a"', '"a"'],
  ] as const) {
    it(`the body ${body} is refused as such`, async () => {
      const problem = (await (await fetch(`${await serve()}/api/metrics`, posted(body))).json()) as Record<
        string,
        unknown
      >;
      expect(problem['detail']).to.equal(`The body is ${shown}. Use an object.`);
    });
  }
});

describe('settings given to the handler', () => {
  const data = { conversations: [talk('a')] };
  const settings = {
    minutesSavedPerConversation: 6,
    attribution: { byChannel: { fax: { hours: 1, touch: 'click' as const } } },
  };

  it('are those of the engine', async () => {
    const same = {
      attribution: { byChannel: { fax: { touch: 'click' as const, hours: 1 } } },
      minutesSavedPerConversation: 6,
    };
    const response = await fetch(
      `${await serve({ engine: sourceOf(data, { settings }), settings: same })}/api/metrics?${QUERY}`,
    );
    expect(((await response.json()) as { metrics: unknown }).metrics).to.deep.equal({ 'total-volume': { value: 1 } });
  });

  it('refuse every question where the engine has others, by name', async () => {
    const url = await serve({
      engine: sourceOf(data, { settings }),
      settings: { ...settings, minutesSavedPerConversation: 7 },
    });
    for (const path of [`metrics?${QUERY}`, 'describe', 'conversations/a']) {
      const response = await fetch(`${url}/api/${path}`);
      expect(response.status).to.equal(503);
      const { type, detail } = (await response.json()) as Record<string, string>;
      expect(type).to.contain('settings-differ');
      expect(detail).to.contain('The setting minutesSavedPerConversation is 7 for the endpoint and 6 for its engine.');
    }
  });

  it('throw where they cannot be', () => {
    expect(() => createMetricsHandler({ engine: engine(), settings: { inactivityHours: -1 } })).to.throw(
      RangeError,
      'inactivityHours',
    );
  });
});

describe('an engine that fails', () => {
  const failing = (error: Error): MetricsSource => ({ ...engine(), describe: () => Promise.reject(error) });
  const cases: [name: string, error: Error, status: number, hidden: boolean][] = [
    ['with an unknown error', new Error('password=secret'), 500, true],
    ['because its data cannot be read', new SourceError('The supplied data are 7.'), 503, false],
    ['because it took too long', new DOMException('secret', 'TimeoutError'), 504, true],
  ];
  for (const [name, error, status, hidden] of cases) {
    it(`${name} is ${status}${hidden ? ', its words kept back' : ''}`, async () => {
      const response = await fetch(`${await serve({ engine: failing(error) })}/api/describe`);
      expect(response.status).to.equal(status);
      expect((await response.text()).includes(error.message)).to.equal(!hidden);
    });
  }

  it('is given up after the time limit', async () => {
    const slow: MetricsSource = {
      ...engine(),
      describe: (ask) =>
        new Promise((_, reject) => {
          ask?.signal?.addEventListener('abort', () => reject(ask.signal!.reason as Error));
        }),
    };
    expect((await fetch(`${await serve({ engine: slow, limits: { timeoutMs: 20 } })}/api/describe`)).status).to.equal(
      504,
    );
  });

  it('hears of it when the asker leaves', async () => {
    let left: () => void = () => undefined;
    const aborted = new Promise<void>((resolve) => {
      left = resolve;
    });
    let began: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      began = resolve;
    });
    const waiting: MetricsSource = {
      ...engine(),
      describe: (ask) =>
        new Promise((_, reject) => {
          ask?.signal?.addEventListener('abort', () => {
            left();
            reject(ask.signal!.reason as Error);
          });
          began();
        }),
    };
    const controller = new AbortController();
    const response = fetch(`${await serve({ engine: waiting })}/api/describe`, { signal: controller.signal }).catch(
      () => undefined,
    );
    await asked;
    controller.abort();
    await response;
    await aborted;
  });
});

describe('who may ask', () => {
  const auth = (request: Request) => request.headers.get('authorization') === 'Bearer good';

  it('without a good token is 401, with one 200', async () => {
    const url = await serve({ auth });
    const ask = (headers: Record<string, string>) => fetch(`${url}/api/describe`, { headers });
    expect([
      (await ask({})).status,
      (await ask({ authorization: 'Bearer bad' })).status,
      (await ask({ authorization: 'Bearer good' })).status,
    ]).to.deep.equal([401, 401, 200]);
    expect(((await (await ask({})).json()) as { type: string }).type).to.equal('urn:agent-metrics:unauthorized');
  });

  it('health needs no token', async () =>
    expect((await fetch(`${await serve({ auth })}/healthz`)).status).to.equal(200));

  it('every route of the contract needs one', async () => {
    const url = await serve({ auth });
    for (const path of [
      'describe',
      `metrics?${QUERY}`,
      `conversations?${RANGE}`,
      'conversations/a',
      `knowledge-gaps?${RANGE}`,
      'openapi.json',
      'nothing',
    ]) {
      expect((await fetch(`${url}/api/${path}`)).status, path).to.equal(401);
    }
  });
});

describe('pages of other origins', () => {
  const cors = { origins: ['https://shop.example'] };
  const allowed = (response: Response) => response.headers.get('access-control-allow-origin');
  const from = (origin: string) => ({ headers: { origin } });

  const origins: [origin: string, allows: string | null][] = [
    ['https://shop.example', 'https://shop.example'],
    ['https://shop.example:8443', null],
    ['http://shop.example', null],
    ['https://a.shop.example', null],
    ['https://shop.example.evil', null],
    ['null', null],
  ];
  for (const [origin, allows] of origins) {
    it(`${origin} is ${allows === null ? 'not allowed' : 'allowed'}`, async () => {
      expect(allowed(await fetch(`${await serve({ cors })}/api/describe`, from(origin)))).to.equal(allows);
    });
  }

  it('none is allowed where none is named', async () =>
    expect(allowed(await fetch(`${await serve()}/api/describe`, from('https://shop.example')))).to.equal(null));

  it('an allowed page may read errors too', async () => {
    const url = await serve({ cors, auth: ({ headers }) => headers.get('authorization') === 'Bearer good' });
    const denied = await fetch(`${url}/api/describe`, from('https://shop.example'));
    expect([denied.status, allowed(denied)]).to.deep.equal([401, 'https://shop.example']);
    const wrong = await fetch(`${url}/api/metrics`, {
      headers: { origin: 'https://shop.example', authorization: 'Bearer good' },
    });
    expect([wrong.status, allowed(wrong)]).to.deep.equal([400, 'https://shop.example']);
  });

  it('a preflight needs no token and allows the token’s header', async () => {
    const url = await serve({ cors, auth: () => false });
    const response = await fetch(`${url}/api/metrics`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://shop.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect([response.status, allowed(response), response.headers.get('access-control-allow-headers')]).to.deep.equal([
      204,
      'https://shop.example',
      'authorization,content-type',
    ]);
  });
});

describe('the contract', () => {
  type Schema = Record<string, unknown>;
  const load = async () =>
    (await (await fetch(`${await serve()}/api/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<
        string,
        Record<
          string,
          {
            responses: Schema;
            parameters: { name: string; in: string; required: boolean; schema: Schema }[];
            operationId: string;
          }
        >
      >;
      servers: { url: string }[];
    };

  it('is OpenAPI 3.1 with every route', async () => {
    const { openapi, paths, servers } = await load();
    expect(openapi).to.match(/^3\.1\./);
    expect(servers[0]!.url).to.equal('/api');
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(routes.sort()).to.deep.equal([
      'get /conversations',
      'get /conversations/{id}',
      'get /describe',
      'get /knowledge-gaps',
      'get /metrics',
      'get /questions',
      'get /records',
      'post /conversations',
      'post /facts',
      'post /knowledge',
      'post /metrics',
    ]);
  });

  it('names each operation once, and no reference leads nowhere', async () => {
    const document = await load();
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).to.equal(ids.length);
    const text = JSON.stringify(document);
    for (const [, reference] of text.matchAll(/"\$ref":"#\/([^"]*)"/g)) {
      expect(
        reference!.split('/').reduce<unknown>((part, key) => (part as Schema | undefined)?.[key], document),
        reference,
      ).to.not.equal(undefined);
    }
    expect(text).to.not.include('"$schema"');
  });

  it('lists every parameter of a question, the needed ones as required', async () => {
    const { parameters } = (await load()).paths['/metrics']!['get']!;
    const asked = parameters.filter((one) => one.in === 'query');
    expect(asked.map(({ name }) => name).sort()).to.deep.equal([
      'compareFrom',
      'compareTo',
      'filters',
      'from',
      'grain',
      'groupBy',
      'limit',
      'metrics',
      'now',
      'timeZone',
      'to',
      'weekStart',
    ]);
    expect(
      parameters
        .filter(({ required }) => required)
        .map(({ name }) => name)
        .sort(),
    ).to.deep.equal(['from', 'metrics', 'timeZone', 'to']);
  });
});

describe('the endpoint’s own numbers', () => {
  it('count requests by the pattern of the route, never by its ids', async () => {
    const url = await serve();
    for (const path of [
      '/api/conversations/a',
      '/api/conversations/b',
      '/api/conversations/nobody',
      `/api/metrics?${QUERY}`,
      '/api/metrics',
      '/api/nothing/elsewhere',
      '/admin/nowhere',
    ])
      await (await fetch(url + path)).text();
    const text = await (await fetch(`${url}/metrics-prometheus`)).text();
    const counted = (route: string, status: number) =>
      new RegExp(`^agent_metrics_requests_total\\{route="${route}",status="${status}"\\} (\\d+)$`, 'm').exec(text)?.[1];
    expect([
      counted('/api/conversations/:id', 200),
      counted('/api/conversations/:id', 404),
      counted('/api/metrics', 200),
      counted('/api/metrics', 400),
    ]).to.deep.equal(['2', '1', '1', '1']);
    for (const id of ['nobody', 'elsewhere', 'nowhere']) expect(text).to.not.include(id);
    expect(text).to.include('agent_metrics_request_seconds_count');
  });

  it('of two handlers are apart', async () => {
    createMetricsHandler({ engine: engine() });
    expect((await fetch(`${await serve()}/metrics-prometheus`)).headers.get('content-type')).to.match(/^text\/plain/);
  });
});

describe('startNodeServer', () => {
  it('listens on loopback alone and says where', async () =>
    expect(await serve()).to.match(/^http:\/\/127\.0\.0\.1:\d+$/));

  it('rejects where the port is taken', async () => {
    await serve();
    const error = await startNodeServer(() => new Response(), { port: server!.port }).then(
      () => undefined,
      (reason: unknown) => reason as NodeJS.ErrnoException,
    );
    expect(error?.code).to.equal('EADDRINUSE');
  });

  it('answers nobody once it is closed', async () => {
    const url = await serve();
    await server!.close();
    server = undefined;
    expect(
      await fetch(`${url}/healthz`).then(
        () => 'answered',
        () => 'closed',
      ),
    ).to.equal('closed');
  });
});
