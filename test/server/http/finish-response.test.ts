import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { june, sourceOf, talk } from '../../fixtures/make-facts.js';
import { asking, posted, QUERY, RANGE } from './make-handler.js';

const many = sourceOf({ conversations: Array.from({ length: 50 }, (_, index) => talk(`talk-${index}`)) });
const PAGE = `/api/conversations?${RANGE}&pageSize=50`;

describe('a tag for each answer', () => {
  it('spares the same answer a second way', async () => {
    const ask = asking();
    const first = await ask(`/api/metrics?${QUERY}`);
    const tag = first.headers.get('etag')!;
    expect(tag).to.match(/^"[\w-]{20,}"$/);
    const again = await ask(`/api/metrics?${QUERY}`, { headers: { 'if-none-match': tag } });
    expect([
      again.status,
      await again.text(),
      again.headers.get('etag'),
      again.headers.get('cache-control'),
    ]).to.deep.equal([304, '', tag, 'private, no-cache']);
  });

  const forms: [form: (tag: string) => string, status: number][] = [
    [(tag) => `"other", ${tag}`, 304],
    [(tag) => `W/${tag}`, 304],
    [() => '*', 304],
    [() => '"other"', 200],
    [(tag) => tag.replaceAll('"', '').slice(1), 200],
    [() => '', 200],
  ];
  for (const [form, status] of forms) {
    it(`If-None-Match: ${form('"tag"')} is ${status}`, async () => {
      const ask = asking();
      const tag = (await ask('/api/describe')).headers.get('etag')!;
      expect((await ask('/api/describe', { headers: { 'if-none-match': form(tag) } })).status).to.equal(status);
    });
  }

  it('is another one when the facts have changed', async () => {
    const engine = sourceOf({ conversations: [talk('a')] });
    const ask = asking({ engine });
    const before = (await ask(`/api/metrics?${QUERY}`)).headers.get('etag')!;
    await engine.append({ conversations: [talk('b', june(6))] });
    expect((await ask(`/api/metrics?${QUERY}`, { headers: { 'if-none-match': before } })).status).to.equal(200);
  });

  it('is told to HEAD, too, and to no problem', async () => {
    const ask = asking();
    const head = await ask('/api/describe', { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('etag')]).to.deep.equal([
      200,
      '',
      (await ask('/api/describe')).headers.get('etag'),
    ]);
    const wrong = await ask('/api/metrics');
    expect([wrong.headers.get('etag'), wrong.headers.get('cache-control')]).to.deep.equal([null, 'no-store']);
  });

  it('spares no POST its answer', async () => {
    const ask = asking();
    const query = { ...posted({ metrics: ['total-volume'], from: '2026-06-01', to: '2026-06-07', timeZone: 'UTC' }) };
    const tag = (await ask('/api/metrics', query)).headers.get('etag')!;
    expect(
      (await ask('/api/metrics', { ...query, headers: { 'content-type': 'application/json', 'if-none-match': tag } }))
        .status,
    ).to.equal(200);
  });
});

describe('a packed answer', () => {
  const accepted: [header: string | undefined, encoding: string | null][] = [
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['identity', null],
    ['deflate', null],
    ['gzip;q=0', null],
    [undefined, null],
    ['GZIP', 'gzip'],
  ];
  for (const [header, encoding] of accepted) {
    it(`is ${encoding ?? 'not packed'} for Accept-Encoding: ${header ?? 'nothing'}`, async () => {
      const response = await asking({ engine: many })(
        PAGE,
        header === undefined ? {} : { headers: { 'accept-encoding': header } },
      );
      const bytes = Buffer.from(await response.arrayBuffer());
      expect([response.headers.get('content-encoding'), response.headers.get('content-length')]).to.deep.equal([
        encoding,
        String(bytes.length),
      ]);
      const text = encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes;
      expect((JSON.parse(text.toString()) as { rows: unknown[] }).rows).to.have.length(50);
      expect(response.headers.get('vary')).to.include('Accept-Encoding');
    });
  }

  it('is left as it is when it is small', async () => {
    expect(
      (await asking()(`/api/metrics?${QUERY}`, { headers: { 'accept-encoding': 'gzip' } })).headers.get(
        'content-encoding',
      ),
    ).to.equal(null);
  });

  it('has a tag of its own, and is known by that of another packing', async () => {
    const ask = asking({ engine: many });
    const tagOf = async (encoding: string) =>
      (await ask(PAGE, { headers: { 'accept-encoding': encoding } })).headers.get('etag')!;
    const tags = [await tagOf('gzip'), await tagOf('br'), await tagOf('identity')];
    expect(new Set(tags).size).to.equal(3);
    for (const tag of tags)
      expect((await ask(PAGE, { headers: { 'accept-encoding': 'gzip', 'if-none-match': tag } })).status).to.equal(304);
  });
});

describe('every answer', () => {
  const paths = [
    '/api/describe',
    '/api/metrics',
    '/api/nothing',
    '/nowhere',
    '/healthz',
    '/metrics-prometheus',
    '/api/conversations/nobody',
  ];
  for (const path of paths) {
    it(`of ${path} is taken for what it is and put into no frame`, async () => {
      const { headers } = await asking({ metrics: 'open' })(path);
      const told = [
        'x-content-type-options',
        'content-security-policy',
        'referrer-policy',
        'cross-origin-resource-policy',
      ].map((name) => headers.get(name));
      expect(told).to.deep.equal([
        'nosniff',
        "default-src 'none'; frame-ancestors 'none'",
        'no-referrer',
        'same-origin',
      ]);
    });
  }

  it('may be read by pages of other origins where some are named', async () => {
    const { headers } = await asking({ cors: { origins: ['https://shop.example'] } })('/api/describe', {
      headers: { origin: 'https://evil.example' },
    });
    expect([
      headers.get('cross-origin-resource-policy'),
      headers.get('access-control-allow-origin'),
      headers.get('vary')!.includes('Origin'),
    ]).to.deep.equal(['cross-origin', null, true]);
  });

  it('shows such a page its tag, when to come again, and its id', async () => {
    const { headers } = await asking({ cors: { origins: ['https://shop.example'] } })('/api/describe', {
      headers: { origin: 'https://shop.example' },
    });
    expect([
      headers.get('access-control-expose-headers'),
      headers.get('access-control-allow-credentials'),
    ]).to.deep.equal(['etag,retry-after,x-request-id', null]);
  });

  it('varies by who asks', async () =>
    expect((await asking()('/api/describe')).headers.get('vary')).to.include('Authorization'));
});
