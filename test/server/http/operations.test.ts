import { expect } from 'chai';
import { DatabaseError, type DatabaseErrorType } from '../../../src/server/database/fact-database.js';
import type { RequestLine } from '../../../src/server/http/request-log.js';
import type { MetricsSource } from '../../../src/sources/metrics-source.js';
import { sourceOf, talk } from '../../fixtures/make-facts.js';
import { asking, posted, problemOf, QUERY, RANGE } from './make-handler.js';

type Line = Partial<RequestLine> & {
  level: string;
  message: string;
  error?: string;
  code?: string;
  at?: string[];
  failure?: string;
  reason?: string;
};

/** What is logged, a line each. */
function logging() {
  const lines: Line[] = [];
  const at = (level: string) => (fields: object, message: string) => void lines.push({ ...fields, level, message });
  return { lines, log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') } };
}

const failing = (error: unknown): MetricsSource => ({
  ...sourceOf({}),
  describe: async () => {
    throw error;
  },
});

describe('the log', () => {
  it('has a line for each request', async () => {
    const { lines, log } = logging();
    const response = await asking({ log })('/api/conversations/a');
    const [{ ms, ...line }] = lines as [Line];
    expect(line).to.deep.equal({
      id: response.headers.get('x-request-id'),
      level: 'info',
      message: 'request',
      method: 'GET',
      route: '/api/conversations/:id',
      status: 200,
      bytes: Number(response.headers.get('content-length')),
      tenant: 'default',
      role: 'admin',
    });
    expect(ms).to.be.a('number').and.at.least(0);
  });

  it('never holds a token, an id, a search, a filter, an address or who asks', async () => {
    const { lines, log } = logging();
    const auth = async () => ({
      tenant: 'acme',
      role: 'admin',
      subject: 'SECRET-subject',
      may: { texts: true, people: true, write: true },
    });
    const ask = asking({ log, auth });
    const headers = {
      authorization: 'Bearer SECRET-token',
      cookie: 'SECRET=1',
      'user-agent': 'SECRET',
      referer: 'http://SECRET/',
      'x-request-id': 'SECRET<id>',
      'x-forwarded-for': 'SECRET',
    };
    const paths = [
      `/api/conversations?${RANGE}&search=SECRET&filters=channel:SECRET&ids=SECRET`,
      '/api/conversations/SECRET',
      '/SECRET',
      `/api/metrics?${QUERY}&groupBy=SECRET`,
    ];
    for (const path of paths) await ask(path, { headers }, { address: '192.0.2.77' });
    await ask('/api/knowledge', {
      ...posted({ title: 'SECRET', body: 'SECRET' }),
      headers: { ...headers, 'content-type': 'application/json' },
    });
    expect(lines).to.have.length(5);
    expect(JSON.stringify(lines)).to.not.match(/SECRET|192\.0\.2/);
  });

  it('knows the tenant and the role, and neither where nobody was admitted', async () => {
    const { lines, log } = logging();
    const ask = asking({
      log,
      auth: ({ headers }) =>
        headers.has('authorization')
          ? { tenant: 'acme', role: 'viewer', subject: null, may: { texts: false, people: false, write: false } }
          : undefined,
    });
    await ask('/api/describe', { headers: { authorization: 'x' } });
    await ask('/api/describe');
    expect(lines.map(({ tenant, role, status }) => [tenant, role, status])).to.deep.equal([
      ['acme', 'viewer', 200],
      [undefined, undefined, 401],
    ]);
  });

  it('tells of a failure where it was, not what it said, except to those who debug', async () => {
    const { lines, log } = logging();
    const response = await asking({
      log,
      engine: failing(Object.assign(new TypeError('near SECRET'), { code: 'E_DB' })),
    })('/api/describe');
    const [failure, debug, request] = lines as [Line, Line, Line];
    expect([failure.level, failure.error, failure.code, failure.id]).to.deep.equal([
      'error',
      'TypeError',
      'E_DB',
      response.headers.get('x-request-id'),
    ]);
    expect(failure.at!.length).to.be.greaterThan(0);
    expect(JSON.stringify(failure)).to.not.include('SECRET');
    expect([debug.level, debug.failure, request.level, request.status]).to.deep.equal([
      'debug',
      'TypeError: near SECRET',
      'warn',
      500,
    ]);
    expect(await response.text()).to.not.match(/SECRET|TypeError|\.ts|E_DB/);
  });

  it('tells why a database cannot answer, which the answer does not', async () => {
    const { lines, log } = logging();
    const response = await asking({
      log,
      engine: failing(new DatabaseError('mismatch', 'The database has schema version 9.')),
    })('/api/describe');
    expect([lines[0]!.reason, (await response.text()).includes('version 9')]).to.deep.equal([
      'The database has schema version 9.',
      false,
    ]);
  });
});

describe('the id of a request', () => {
  const ids: [given: string, kept: boolean][] = [
    ['abc-1.2_3', true],
    ['x'.repeat(64), true],
    ['x'.repeat(65), false],
    ['a b', false],
    ['<script>', false],
    ['', false],
  ];
  for (const [given, kept] of ids) {
    it(`${given.slice(0, 10)} (${given.length}) is ${kept ? 'kept' : 'replaced'}`, async () => {
      const id = (await asking()('/healthz', { headers: { 'x-request-id': given } })).headers.get('x-request-id')!;
      if (kept) expect(id).to.equal(given);
      else expect(id).to.match(/^[\da-f-]{36}$/);
    });
  }
});

describe('health', () => {
  const states: [name: string, ready: (() => Promise<void>) | undefined, status: number, said: string][] = [
    ['nothing is asked', undefined, 200, 'ok'],
    ['the engine is ready', async () => undefined, 200, 'ok'],
    ['it is not', () => Promise.reject(new Error('password=secret')), 503, 'unavailable'],
  ];
  for (const [name, ready, status, said] of states) {
    it(`is ${status} where ${name}`, async () => {
      const response = await asking(ready ? { ready } : {})('/healthz');
      expect([response.status, await response.json(), response.headers.get('cache-control')]).to.deep.equal([
        status,
        { status: said },
        'no-store',
      ]);
    });
  }

  it('looks at the engine once for all who ask at the same time', async () => {
    let looks = 0;
    const ask = asking({
      ready: async () => {
        looks++;
      },
    });
    await Promise.all(Array.from({ length: 20 }, () => ask('/healthz')));
    expect(looks).to.equal(1);
    await ask('/healthz');
    expect(looks).to.equal(2);
  });
});

describe('the endpoint’s own numbers', () => {
  const readers: [
    name: string,
    options: object,
    address: string | undefined,
    headers: Record<string, string>,
    status: number,
  ][] = [
    ['a program here', {}, '127.0.0.1', {}, 200],
    ['a stranger', {}, '192.0.2.1', {}, 403],
    ['somebody unknown', {}, undefined, {}, 403],
    ['a stranger through a proxy here', {}, '127.0.0.1', { 'x-forwarded-for': '192.0.2.1' }, 403],
    ['a stranger, where they are open', { metrics: 'open' }, '192.0.2.1', {}, 200],
  ];
  for (const [name, options, address, headers, status] of readers) {
    it(`are ${status} for ${name}`, async () =>
      expect((await asking(options)('/metrics-prometheus', { headers }, { address })).status).to.equal(status));
  }

  it('count facts, refusals and what came too often', async () => {
    const ask = asking({ metrics: 'open', engine: sourceOf({}), limits: { rate: { perAddressPerMinute: 2 } } });
    await ask(
      '/api/facts',
      posted({
        conversations: [talk('a'), talk('b'), {}],
        orders: [{ id: 'o', at: '2026-06-05T12:00:00Z', items: [] }],
      }),
      { address: '192.0.2.1' },
    );
    for (let index = 0; index < 3; index++) await ask('/api/describe', {}, { address: '192.0.2.1' });
    const text = await (await ask('/metrics-prometheus')).text();
    for (const line of [
      'facts_accepted_total{fact="conversations"} 2',
      'facts_accepted_total{fact="orders"} 1',
      'facts_refused_total 1',
      'rate_limited_total 2',
      'requests_in_flight 1',
    ])
      expect(text).to.include(`agent_metrics_${line}`);
  });
});

describe('a database that cannot answer', () => {
  const cases: [type: DatabaseErrorType, status: number, retry: boolean][] = [
    ['unavailable', 503, true],
    ['busy', 503, true],
    ['full', 507, false],
    ['mismatch', 503, true],
  ];
  for (const [type, status, retry] of cases) {
    it(`because it is ${type} is ${status}, without its words`, async () => {
      const response = await asking({ engine: failing(new DatabaseError(type, 'SELECT secret FROM /var/lib')) })(
        '/api/describe',
      );
      const text = await response.clone().text();
      expect([
        (await problemOf(response)).status,
        response.headers.has('retry-after'),
        text.includes('SELECT'),
      ]).to.deep.equal([status, retry, false]);
    });
  }
});

describe('an answer that takes too long', () => {
  const engine: MetricsSource = {
    ...sourceOf({}),
    describe: () => new Promise(() => undefined),
    append: () => new Promise(() => undefined),
  };

  it('is 504, also where the engine hears nothing', async () => {
    expect(await problemOf(await asking({ engine, limits: { timeoutMs: 20 } })('/api/describe'))).to.deep.equal({
      status: 504,
      type: 'timeout',
      parameter: undefined,
    });
    expect((await asking({ engine, limits: { timeoutMs: 20 } })('/api/facts', posted({ orders: [] }))).status).to.equal(
      504,
    );
  });

  it('is 499 in the log for an asker who has left', async () => {
    const { lines, log } = logging();
    const controller = new AbortController();
    const answered = asking({ engine, log })('/api/describe', { signal: controller.signal });
    controller.abort();
    expect([(await answered).status, lines[0]!.status]).to.deep.equal([499, 499]);
  });

  it('is said by an engine’s own abort, too', async () => {
    expect(
      (await asking({ engine: failing(new DOMException('The statement was stopped.', 'AbortError')) })('/api/describe'))
        .status,
    ).to.equal(504);
  });
});

describe('what is thrown and is no error', () => {
  for (const thrown of ['text', undefined, null, { status: 'odd' }]) {
    it(`${JSON.stringify(thrown)} is 500`, async () =>
      expect((await asking({ engine: failing(thrown) })('/api/describe')).status).to.equal(500));
  }
});
