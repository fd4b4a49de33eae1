import { expect } from 'chai';
import type { MetricsQuery } from '../../src/core/query.js';
import { checkDescription } from '../../src/sources/check-description.js';
import { createEndpointSource, type EndpointOptions } from '../../src/sources/endpoint-source.js';
import { createLocalSource } from '../../src/sources/local-source.js';
import { SourceError } from '../../src/core/source-error.js';
import { NOW, rejection, talk, WEEK } from '../fixtures/make-facts.js';
import { BASE, endpointOf } from './in-page-endpoint.js';

const QUERY = { metrics: ['total-volume'], ...WEEK };
const ANSWER = { asOf: NOW, metrics: { 'total-volume': { value: 1 } } };

interface Asked {
  url: string;
  init: RequestInit;
}

/** An endpoint that gives these answers one after the other, the last for ever, and what it was asked. */
function endpoint(answers: (() => Response | Promise<Response>)[], options: EndpointOptions = {}, url = BASE) {
  const asked: Asked[] = [];
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    asked.push({ url: input as string, init });
    return answers[Math.min(asked.length, answers.length) - 1]!();
  };
  const source = createEndpointSource(url, { fetch, ...options });
  const header = (index: number, name: string) => new Headers(asked[index]!.init.headers).get(name);
  return { source, asked, header };
}

const good = () => Response.json(ANSWER);
const problem = (status: number, body: object) => () =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });
const text =
  (body: string, type = 'application/json', status = 200) =>
  () =>
    new Response(body, { status, headers: { 'content-type': type } });

describe('an endpoint that cannot answer', () => {
  type Case = [
    name: string,
    answer: () => Response,
    says: string,
    fields: Partial<Record<'status' | 'type' | 'parameter', unknown>>,
  ];
  const cases: Case[] = [
    [
      '400 with a problem',
      problem(400, { type: 'urn:x', title: 'T', status: 400, detail: 'Unknown metric "x".', parameter: 'metrics' }),
      'Unknown metric "x".',
      { status: 400, type: 'urn:x', parameter: 'metrics' },
    ],
    [
      '404 with a problem',
      problem(404, { type: 'urn:y', title: 'T', status: 404, detail: 'There is no such thing.' }),
      'There is no such thing.',
      { status: 404, type: 'urn:y', parameter: undefined },
    ],
    [
      '500 with a problem without detail',
      problem(500, { type: 'urn:z', title: 'It failed', status: 500 }),
      'It failed',
      { status: 500, type: 'urn:z' },
    ],
    ['403 without a body', () => new Response(null, { status: 403 }), 'The endpoint answered 403.', { status: 403 }],
    [
      '502 with HTML',
      text('<html>Bad gateway</html>', 'text/html', 502),
      'The endpoint answered 502.',
      { status: 502 },
    ],
    [
      '503 with JSON that is no problem',
      text('{"error":"busy"}', 'application/json', 503),
      'The endpoint answered 503.',
      { status: 503 },
    ],
    [
      '200 with HTML',
      text('<!doctype html><title>Log in', 'text/html; charset=utf-8'),
      'text/html',
      { status: 200, type: 'not-json' },
    ],
    ['200 with an empty body', text(''), 'empty body', { status: 200, type: 'not-json' }],
    ['200 with truncated JSON', text('{"asOf":"2026-06'), '{\\"asOf\\":\\"2026-06', { status: 200, type: 'not-json' }],
    ['200 with null', text('null'), 'it has null', { type: 'contract' }],
    ['200 with a list', text('[]'), 'it has []', { type: 'contract' }],
    ['200 without asOf', text('{"metrics":{}}'), '"asOf": it has missing', { type: 'contract' }],
    [
      '200 with a text for a number',
      text(JSON.stringify({ ...ANSWER, metrics: { 'total-volume': { value: '1' } } })),
      '"metrics.total-volume.value": it has "1"',
      { type: 'contract' },
    ],
    [
      '200 with a text in a bucket',
      text(JSON.stringify({ ...ANSWER, metrics: { x: { value: 1, byBucket: [1, 'two'] } } })),
      '"metrics.x.byBucket.1": it has "two"',
      { type: 'contract' },
    ],
    [
      '200 with an unknown reason',
      text(JSON.stringify({ ...ANSWER, metrics: { x: { value: null, reason: 'tired' } } })),
      '"metrics.x.reason": it has "tired"',
      { type: 'contract' },
    ],
  ];
  for (const [name, answer, says, fields] of cases) {
    it(`${name} rejects with a SourceError: ${says}`, async () => {
      const error = await rejection(endpoint([answer]).source.query(QUERY));
      expect(error).to.be.instanceOf(SourceError);
      expect(error.message).to.include(says);
      expect(error).to.deep.include(fields);
    });
  }

  it('over a dead network says which, and keeps the cause', async () => {
    const cause = new TypeError('Failed to fetch');
    const error = await rejection(
      endpoint([
        () => {
          throw cause;
        },
      ]).source.describe(),
    );
    expect([error.name, error['type'], error.cause]).to.deep.equal(['SourceError', 'unreachable', cause]);
    expect(error.message).to.include(BASE);
  });

  it('whose body breaks off says so', async () => {
    const broken = () => new Response(new ReadableStream({ pull: (stream) => stream.error(new TypeError('reset')) }));
    expect((await rejection(endpoint([broken]).source.query(QUERY)))['type']).to.equal('unreachable');
  });

  const never = () => new Promise<Response>(() => undefined);
  const hangs: [name: string, options: EndpointOptions, answer: () => Promise<Response>][] = [
    ['never answers', {}, never],
    [
      'never ends its body',
      {},
      async () => new Response(new ReadableStream({ pull: () => new Promise<void>(() => undefined) })),
    ],
    ['whose token never comes', { getToken: () => new Promise<string>(() => undefined) }, async () => good()],
  ];
  for (const [name, options, answer] of hangs) {
    it(`and ${name} is given up after the time-out`, async () => {
      const error = await rejection(endpoint([answer], { timeoutMs: 20, ...options }).source.query(QUERY));
      expect([error.name, error['type'], error.message]).to.deep.equal([
        'SourceError',
        'timeout',
        'The endpoint did not answer within 0.02 seconds.',
      ]);
    });
  }

  it('that never answers is left at once when the question is aborted', async () => {
    const controller = new AbortController();
    const asked = rejection(endpoint([never]).source.query(QUERY, { signal: controller.signal }));
    controller.abort(new Error('left'));
    expect((await asked).message).to.equal('left');
  });

  it('is not asked at all when the question was aborted before', async () => {
    const { source, asked } = endpoint([good]);
    await rejection(source.query(QUERY, { signal: AbortSignal.abort() }));
    expect(asked).to.deep.equal([]);
  });

  it('is asked again by the next question', async () => {
    const { source } = endpoint([() => new Response(null, { status: 500 }), good]);
    await rejection(source.query(QUERY));
    expect(await source.query(QUERY)).to.deep.equal(ANSWER);
  });
});

describe('a token', () => {
  const tokens = () => {
    let given = 0;
    return { getToken: () => Promise.resolve(`token-${++given}`), given: () => given };
  };
  const refused = () => new Response(null, { status: 401 });

  it('travels in the header, never in the address', async () => {
    const { source, asked, header } = endpoint([good], { getToken: () => 'secret' });
    await source.query(QUERY);
    expect(header(0, 'authorization')).to.equal('Bearer secret');
    expect(asked[0]!.url).to.not.include('secret');
  });

  it('is asked for anew by each question', async () => {
    const { getToken, given } = tokens();
    const { source } = endpoint([good], { getToken });
    await source.query(QUERY);
    await source.query(QUERY);
    expect(given()).to.equal(2);
  });

  it('is asked for once more after a 401', async () => {
    const { getToken, given } = tokens();
    const { source, asked, header } = endpoint([refused, good], { getToken });
    expect(await source.query(QUERY)).to.deep.equal(ANSWER);
    expect([given(), asked.length, header(0, 'authorization'), header(1, 'authorization')]).to.deep.equal([
      2,
      2,
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('refused twice rejects with 401, without a third time', async () => {
    const { getToken, given } = tokens();
    const { source, asked } = endpoint([refused], { getToken });
    const error = await rejection(source.query(QUERY));
    expect([error.name, error['status'], given(), asked.length]).to.deep.equal(['SourceError', 401, 2, 2]);
  });

  it('unset, a 401 is not tried again', async () => {
    const { source, asked } = endpoint([refused]);
    expect((await rejection(source.query(QUERY)))['status']).to.equal(401);
    expect(asked).to.have.lengthOf(1);
  });

  it('that cannot be had rejects with the reason as cause', async () => {
    const cause = new Error('logged out');
    const error = await rejection(endpoint([good], { getToken: () => Promise.reject(cause) }).source.query(QUERY));
    expect([error.name, error.message, error['status'], error.cause]).to.deep.equal([
      'SourceError',
      'The token callback failed.',
      401,
      cause,
    ]);
  });

  const none: [name: string, getToken: () => unknown][] = [
    ['undefined', () => undefined],
    ['an empty text', async () => ' '],
    ['null', () => null],
    ['an object', () => ({})],
  ];
  for (const [name, getToken] of none) {
    it(`that is ${name} rejects with 401 and is never sent`, async () => {
      const { source, asked } = endpoint([good], { getToken: getToken as () => string });
      const error = await rejection(source.query(QUERY));
      expect([error.name, error['status'], asked]).to.deep.equal(['SourceError', 401, []]);
      expect(error.message).to.match(/^The token callback gave no token/);
    });
  }

  it('whose callback throws at once rejects too', async () => {
    const error = await rejection(
      endpoint([good], {
        getToken: () => {
          throw new Error('logged out');
        },
      }).source.query(QUERY),
    );
    expect([error.message, error['status']]).to.deep.equal(['The token callback failed.', 401]);
  });
});

describe('an answer of an endpoint whose parts do not go together', () => {
  const day = { ...QUERY, grain: 'day' } as const;
  const days = ['2026-06-01', '2026-06-02'];
  const cases: [name: string, query: MetricsQuery, answer: object, says: string][] = [
    [
      'labels that are no dates',
      day,
      { ...ANSWER, buckets: ['2026-06-01', 'Tuesday'] },
      '"buckets.1": it has "Tuesday" where a label as "2026-06-01" is needed',
    ],
    ['dates that do not exist', day, { ...ANSWER, buckets: ['2026-02-30'] }, '"buckets.0": it has "2026-02-30"'],
    [
      'labels of another grain',
      { ...QUERY, grain: 'hour-of-week' },
      { ...ANSWER, buckets: days },
      '"buckets.0": it has "2026-06-01" where a label as "1T08" is needed',
    ],
    ['hours without a zone', { ...QUERY, grain: 'hour' }, { ...ANSWER, buckets: ['2026-06-01T08:00'] }, '"buckets.0"'],
    [
      'labels of the compared range that are no dates',
      day,
      { ...ANSWER, buckets: days, previousBuckets: ['x'] },
      '"previousBuckets.0"',
    ],
    [
      'fewer numbers than labels',
      day,
      { ...ANSWER, buckets: days, metrics: { 'total-volume': { value: 1, byBucket: [1] } } },
      '"metrics.total-volume.byBucket": it has 1 values for 2 labels',
    ],
    [
      'more numbers than groups',
      { ...QUERY, groupBy: 'channel' },
      { ...ANSWER, groups: ['sms'], metrics: { 'total-volume': { value: 1, byGroup: [1, 2] } } },
      '"metrics.total-volume.byGroup"',
    ],
    [
      'rows of another length',
      { ...day, groupBy: 'channel' },
      {
        ...ANSWER,
        groups: ['sms'],
        buckets: days,
        metrics: { 'total-volume': { value: 1, byGroupAndBucket: [[1, 2, 3]] } },
      },
      '"metrics.total-volume.byGroupAndBucket.0"',
    ],
    ['as many flags as there are not', day, { ...ANSWER, buckets: days, partial: [true] }, '"partial"'],
    ['an instant that is none', QUERY, { ...ANSWER, asOf: 'yesterday' }, '"asOf": it has "yesterday"'],
  ];
  for (const [name, query, answer, says] of cases) {
    it(`rejects: ${name}`, async () => {
      const error = await rejection(endpoint([() => Response.json(answer)]).source.query(query));
      expect(error).to.be.instanceOf(SourceError);
      expect(error).to.include({ type: 'contract' });
      expect(error.message).to.include(says);
    });
  }

  it('is taken where they do', async () => {
    const labels: Record<NonNullable<MetricsQuery['grain']>, string> = {
      hour: '2026-10-25T02:00+01:00',
      day: '2026-06-01',
      week: '2026-06-01',
      month: '2026-06-01',
      quarter: '2026-04-01',
      year: '2026-01-01',
      'hour-of-day': '23',
      'day-of-week': '7',
      'day-of-month': '31',
      'month-of-year': '12',
      'hour-of-week': '7T23',
    };
    for (const [grain, label] of Object.entries(labels)) {
      const { source } = endpoint([
        () =>
          Response.json({
            ...ANSWER,
            buckets: [label],
            partial: [true],
            groups: [],
            metrics: { 'total-volume': { value: 1, byBucket: [1], byGroup: null, byGroupAndBucket: [] } },
          }),
      ]);
      expect((await source.query({ ...QUERY, grain: grain as keyof typeof labels })).buckets).to.deep.equal([label]);
    }
  });
});

describe('how an endpoint is asked', () => {
  it('every field of a question is a parameter of its name', async () => {
    const { source, asked } = endpoint([good]);
    await source.query({
      ...QUERY,
      metrics: ['total-volume', 'ai-resolved'],
      compare: { from: '2026-05-25', to: '2026-05-31' },
      filters: { channel: ['sms', 'a,b'] },
      now: '2026-06-07T12:00:00+02:00',
    });
    const { pathname, searchParams } = new URL(asked[0]!.url);
    expect([asked[0]!.init.method, pathname, Object.fromEntries(searchParams)]).to.deep.equal([
      'GET',
      '/api/metrics',
      {
        metrics: 'total-volume,ai-resolved',
        from: '2026-06-01',
        to: '2026-06-07',
        timeZone: 'UTC',
        compareFrom: '2026-05-25',
        compareTo: '2026-05-31',
        filters: 'channel:sms,a%2Cb',
        now: '2026-06-07T12:00:00+02:00',
      },
    ]);
  });

  it('a long question is posted as the same object', async () => {
    const { source, asked, header } = endpoint([good]);
    const long = { ...QUERY, filters: { channel: Array.from({ length: 500 }, (_, index) => `channel ${index}`) } };
    await source.query(long);
    expect([
      asked[0]!.init.method,
      asked[0]!.url,
      JSON.parse(asked[0]!.init.body as string),
      header(0, 'content-type'),
    ]).to.deep.equal(['POST', `${BASE}/metrics`, long, 'application/json']);
  });

  it('no redirect is followed and no cookie sent', async () => {
    const { source, asked } = endpoint([good]);
    await source.query(QUERY);
    expect([asked[0]!.init.redirect, asked[0]!.init.credentials]).to.deep.equal(['error', 'omit']);
  });

  const wrong: [url: unknown, options: unknown, names: string][] = [
    [undefined, {}, 'missing'],
    [null, {}, 'null'],
    [7, {}, '7'],
    ['', {}, '""'],
    [' ', {}, 'The endpoint is " "'],
    ['\n\t', {}, '"\\n\\t"'],
    ['ftp://shop.example/api', {}, '"ftp://shop.example/api"'],
    ['javascript:alert(1)', {}, '"javascript:alert(1)"'],
    ['data:application/json,{}', {}, '"data:'],
    ['not a url', {}, '"not a url"'],
    [BASE, { timeoutMs: 0 }, 'timeoutMs is 0'],
    [BASE, { timeoutMs: NaN }, 'timeoutMs is NaN'],
    [BASE, { timeoutMs: '20' }, 'timeoutMs is "20"'],
    [BASE, { timeoutMs: -1 }, '-1'],
    [BASE, { timeoutMs: Infinity }, 'Infinity'],
  ];
  for (const [url, options, names] of wrong) {
    it(`${JSON.stringify(url)} with ${JSON.stringify(options)} is refused at once: ${names}`, () =>
      expect(() => createEndpointSource(url as string, options as EndpointOptions)).to.throw(names));
  }

  it('a question that cannot be written rejects and never throws', async () => {
    const { source } = endpoint([good]);
    for (const ask of [
      () => source.query({ ...QUERY, filters: 'x' as never }),
      () => source.conversations({ ...WEEK, filters: { a: 1 } as never }),
      () => source.knowledgeGaps(null as never),
    ]) {
      let asked: Promise<unknown> | undefined;
      expect(() => {
        asked = ask();
      }).to.not.throw();
      await rejection(asked!);
    }
  });

  const DESCRIBED = {
    facts: {},
    dimensions: {},
    first: null,
    last: null,
    timeZone: null,
    currency: null,
    metrics: [],
    settings: {},
    refused: { count: 0, first: [] },
  };
  const descriptions: [field: string, value: unknown][] = [
    ['first', '2026-06-01'],
    ['last', 'yesterday'],
    ['timeZone', 'Mars/Olympus'],
    ['timeZone', ''],
    ['currency', 'euro'],
    ['currency', '€'],
    ['live', { agent: [{ since: 'soon' }] }],
    ['live', { hub: [{ since: 1 }] }],
  ];
  for (const [field, value] of descriptions) {
    it(`a description with the ${field} ${JSON.stringify(value)} is refused by name, from any source`, async () => {
      const described = { ...DESCRIBED, [field]: value };
      const error = await rejection(endpoint([text(JSON.stringify(described))]).source.describe());
      expect([error.name, error['type']]).to.deep.equal(['SourceError', 'contract']);
      expect(error.message).to.include(`"${field}`);
      expect(() => checkDescription(described)).to.throw(SourceError, `"${field}`);
    });
  }

  it('a good description is taken as it is', () => {
    const described = {
      ...DESCRIBED,
      first: NOW,
      last: NOW,
      timeZone: 'europe/berlin',
      currency: 'EUR',
      live: { agent: [{ since: NOW, until: null }] },
      newer: 1,
    };
    expect(checkDescription(described)).to.equal(described);
    expect(() => checkDescription(null)).to.throw(SourceError, 'null');
  });

  it('own headers and credentials go along', async () => {
    const { source, asked, header } = endpoint([good], { headers: { 'x-shop': '7' }, credentials: 'include' });
    await source.query(QUERY);
    expect([header(0, 'x-shop'), header(0, 'accept'), asked[0]!.init.credentials]).to.deep.equal([
      '7',
      'application/json',
      'include',
    ]);
  });

  const bases: [url: string, asked: string][] = [
    ['https://shop.example/api', 'https://shop.example/api/describe'],
    ['https://shop.example/api/', 'https://shop.example/api/describe'],
    ['/api', '/api/describe'],
    ['metrics/api//', 'metrics/api/describe'],
  ];
  for (const [url, address] of bases) {
    it(`"${url}" is asked at ${address}`, async () => {
      const { source, asked } = endpoint([good], {}, url);
      await rejection(source.describe());
      expect(asked[0]!.url).to.equal(address);
    });
  }

  it('the global fetch of the moment is used where none is given', async () => {
    const before = globalThis.fetch;
    const source = createEndpointSource(BASE);
    globalThis.fetch = endpointOf(createLocalSource({ conversations: [talk('a')] }, { now: NOW }));
    try {
      expect((await source.query(QUERY)).metrics['total-volume']!.value).to.equal(1);
    } finally {
      globalThis.fetch = before;
    }
  });

  it('a byte order mark and fields of a newer contract do no harm', async () => {
    const newer = { ...ANSWER, newField: 1 };
    expect(await endpoint([text(`\uFEFF${JSON.stringify(newer)}`)]).source.query(QUERY)).to.deep.equal(newer);
  });

  it('new knowledge is posted and comes back as an article', async () => {
    const { source, asked } = endpoint([
      () => Response.json({ id: 'a1', title: 'Returns', body: 'How.' }, { status: 201 }),
    ]);
    expect(await source.addKnowledge({ title: 'Returns', body: 'How.' })).to.deep.equal({
      id: 'a1',
      title: 'Returns',
      body: 'How.',
    });
    expect([asked[0]!.init.method, asked[0]!.url, asked[0]!.init.body]).to.deep.equal([
      'POST',
      `${BASE}/knowledge`,
      '{"title":"Returns","body":"How."}',
    ]);
  });
});
