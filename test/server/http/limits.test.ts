import { expect } from 'chai';
import { createMetricsHandler } from '../../../src/server/http/metrics-handler.js';
import { resolveLimits, type HandlerLimits } from '../../../src/server/http/handler-options.js';
import { sourceOf, talk, WEEK } from '../../fixtures/make-facts.js';
import { asking, posted, problemOf, QUERY, RANGE } from './make-handler.js';

describe('a limit', () => {
  const cases: [
    name: string,
    limits: HandlerLimits,
    path: string,
    body: object | undefined,
    status: number,
    parameter: string | undefined,
  ][] = [
    [
      'of the address',
      { urlLength: 300 },
      `/api/metrics?${QUERY}&filters=channel:${'x'.repeat(300)}`,
      undefined,
      414,
      undefined,
    ],
    [
      'of a body',
      { bodyBytes: 100 },
      '/api/metrics',
      { metrics: ['total-volume'], ...WEEK, filters: { channel: ['x'.repeat(100)] } },
      413,
      undefined,
    ],
    ['of metrics', { metrics: 1 }, `/api/metrics?metrics=total-volume,ai-resolved&${RANGE}`, undefined, 400, 'metrics'],
    ['of buckets', { buckets: 6 }, `/api/metrics?${QUERY}&grain=day`, undefined, 400, 'grain'],
    [
      'of buckets of the compared range',
      { buckets: 10 },
      `/api/metrics?${QUERY}&grain=day&compareFrom=2026-01-01&compareTo=2026-02-01`,
      undefined,
      400,
      'grain',
    ],
    [
      'of cells',
      { cells: 27 },
      '/api/metrics',
      { metrics: ['total-volume'], ...WEEK, grain: 'day', groupBy: 'status' },
      400,
      'groupBy',
    ],
    ['of days', { days: 6 }, `/api/metrics?${QUERY}`, undefined, 400, 'from'],
    [
      'of days of the compared range',
      { days: 7 },
      `/api/metrics?${QUERY}&compareFrom=2026-01-01&compareTo=2026-02-01`,
      undefined,
      400,
      'compare',
    ],
    ['of days of a list', { days: 6 }, `/api/conversations?${RANGE}`, undefined, 400, 'from'],
    ['of days of gaps', { days: 6 }, `/api/knowledge-gaps?${RANGE}`, undefined, 400, 'from'],
    [
      'of days by default',
      {},
      '/api/metrics?metrics=total-volume&from=1900-01-01&to=2026-01-01&timeZone=UTC',
      undefined,
      400,
      'from',
    ],
    ['of a search', { search: 5 }, `/api/conversations?${RANGE}&search=parcel`, undefined, 400, 'search'],
    ['of a search by default', {}, `/api/conversations?${RANGE}&search=${'x'.repeat(501)}`, undefined, 400, 'search'],
    ['of ids', { ids: 2 }, `/api/conversations?${RANGE}&ids=a,b,c`, undefined, 400, 'ids'],
    ['of filters', { filters: 4 }, `/api/conversations?${RANGE}&filters=channel:a,b;tag:c`, undefined, 400, 'filters'],
    [
      'of filters by default',
      {},
      '/api/conversations',
      { ...WEEK, filters: { channel: Array.from({ length: 1000 }, String) } },
      400,
      'filters',
    ],
  ];
  for (const [name, limits, path, body, status, parameter] of cases) {
    it(`${name} is ${status}${parameter ? ` at ${parameter}` : ''}`, async () => {
      const told = await problemOf(await asking({ limits })(path, body ? posted(body) : undefined));
      expect([told.status, told.parameter]).to.deep.equal([status, parameter]);
    });
  }

  const within: [name: string, limits: HandlerLimits, path: string][] = [
    ['days', { days: 7 }, `/api/metrics?${QUERY}`],
    ['buckets', { buckets: 7 }, `/api/metrics?${QUERY}&grain=day`],
    ['cells', { cells: 28 }, `/api/metrics?${QUERY}&grain=day&groupBy=status`],
    ['a search', { search: 6 }, `/api/conversations?${RANGE}&search=parcel`],
    ['ids', { ids: 2 }, `/api/conversations?${RANGE}&ids=a,b`],
    ['filters', { filters: 5 }, `/api/conversations?${RANGE}&filters=channel:a,b;tag:c`],
  ];
  for (const [name, limits, path] of within) {
    it(`of ${name} may be reached`, async () => expect((await asking({ limits })(path)).status).to.equal(200));
  }

  it('of groups puts the others together', async () => {
    const engine = sourceOf({ conversations: ['x', 'y', 'z'].map((channel) => talk(channel, undefined, { channel })) });
    const { groups, otherIndex } = (await (
      await asking({ engine, limits: { groups: 2 } })(`/api/metrics?${QUERY}&groupBy=channel&limit=3`)
    ).json()) as { groups: string[]; otherIndex: number };
    expect([groups.length, otherIndex]).to.deep.equal([3, 2]);
  });

  const wrong: [limits: object, says: string][] = [
    [{ metric: 3 }, 'Unknown limit "metric"'],
    [{ metrics: 41 }, 'from 1 to 40'],
    [{ days: 0 }, 'The limit days is 0'],
    [{ timeoutMs: 1.5 }, '1.5'],
    [{ search: 'all' }, 'all'],
    [{ rate: { perMinute: 0 } }, 'rate'],
  ];
  for (const [limits, says] of wrong) {
    it(`${JSON.stringify(limits)} is refused: ${says}`, () =>
      expect(() => resolveLimits(limits)).to.throw(RangeError, says));
  }
});

describe('a body', () => {
  it('nested without end is a 400', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    for (const body of [deep, `{"metrics":${deep}}`, `{"filters":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`])
      expect((await asking()('/api/metrics', posted(body))).status).to.equal(400);
  });

  it('that is packed is 415', async () => {
    const told = await problemOf(
      await asking()('/api/metrics', {
        ...posted('{}'),
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      }),
    );
    expect(told).to.deep.equal({ status: 415, type: 'content-encoding', parameter: undefined });
  });

  it('that changes something has to be JSON by name, so that no page of another origin can send it unasked', async () => {
    for (const path of ['/api/knowledge', '/api/facts']) {
      expect((await problemOf(await asking()(path, posted({ title: 'A', body: 'B' }, 'text/plain')))).status).to.equal(
        415,
      );
    }
  });
});

describe('the name of the host', () => {
  for (const [host, status] of [
    ['127.0.0.1', 200],
    ['localhost:8787', 200],
    ['[::1]:8787', 200],
    ['shop.localhost', 200],
    ['evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['localhost.evil.example', 421],
  ] as const) {
    it(`${host} is ${status} where only this machine is meant`, async () => {
      const handler = createMetricsHandler({ engine: sourceOf({}), hosts: 'loopback' });
      expect((await handler(new Request(`http://${host}/api/describe`))).status).to.equal(status);
    });
  }
});
