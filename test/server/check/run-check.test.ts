import { expect } from 'chai';
import { publishedFacts } from '../../../src/server/check/published-facts.js';
import { checkRules, runCheck, type CheckOptions } from '../../../src/server/check/run-check.js';
import { createMetricsHandler } from '../../../src/server/http/metrics-handler.js';
import { createLocalSource } from '../../../src/sources/local-source.js';
import type { AgentData } from '../../../src/core/facts/agent-data.js';
import { rejection, talk } from '../../fixtures/make-facts.js';
import { bodies, endpointOf, forgets, headers, numbers, statuses, type Breaker } from './broken-endpoints.js';

const URL_OF = 'http://endpoint.example/api';
const checked = (data: AgentData, options: CheckOptions = {}, breaker?: Breaker) =>
  runCheck(URL_OF, { fetch: endpointOf(data, breaker), ...options });

describe('the reference endpoint', () => {
  const data: [name: string, data: AgentData][] = [
    ['the published facts', publishedFacts()],
    ['no facts at all', {}],
    ['one conversation', { conversations: [talk('a')] }],
    ['only orders', { orders: [{ id: 'o', at: '2026-06-01T00:00:00Z', items: [] }] }],
    [
      'an agent that went live in between',
      { ...publishedFacts(), live: { agent: [{ since: '2026-04-01T00:00:00Z' }] } },
    ],
  ];
  for (const [name, facts] of data) {
    it(`keeps every promise with ${name}`, async () => {
      const { results, broken, kept } = await checked(facts);
      expect(results.filter(({ outcome }) => outcome === 'broken')).to.deep.equal([]);
      expect([broken, kept > 60]).to.deep.equal([0, true]);
    });
  }

  it('keeps every promise that a token may ask about which sees no texts', async () => {
    const viewer = {
      tenant: 'default',
      role: 'viewer',
      subject: null,
      may: { texts: false, people: false, write: false },
    };
    const handler = createMetricsHandler({
      engine: createLocalSource(publishedFacts()),
      auth: (request) => (request.headers.get('authorization') === 'Bearer viewer' ? viewer : undefined),
      limits: { rate: false },
    });
    const { results } = await runCheck(URL_OF, {
      token: 'viewer',
      fetch: (input, init) => handler(new Request(input, init)),
    });
    expect(results.filter(({ outcome }) => outcome === 'broken')).to.deep.equal([]);
    expect(results.filter(({ outcome }) => outcome === 'not-asked').map(({ says }) => says)).to.include.members([
      'knowledge gaps come',
      'a search finds what a question says, and nothing where there is nothing',
    ]);
  });

  it('is compared with the right numbers only where the published facts are', async () => {
    const outcomes = async (facts: AgentData) =>
      new Set((await checked(facts, { only: 'have the right' })).results.map(({ outcome }) => outcome));
    expect([...(await outcomes(publishedFacts()))]).to.deep.equal(['kept']);
    expect([...(await outcomes({ conversations: [talk('a')] }))]).to.deep.equal(['not-asked']);
  });
});

const add = (list: (number | null)[] | undefined) => {
  if (list) list[0] = (list[0] ?? 0) + 1;
};
let calls = 0;

/** What is wrong, the promises that it breaks, and what makes it wrong. */
const wrong: [what: string, breaks: string, breaker: Breaker, options?: CheckOptions & { data?: AgentData }][] = [
  [
    'describe fails now and then',
    'describe says what there is',
    (request, answer) => (++calls % 2 === 0 ? statuses(/./, 500)(request, answer) : answer(request)),
  ],
  [
    'a metric is forgotten',
    'every metric that describe names',
    bodies(/metrics\?/, ({ metrics }) => void delete metrics['total-volume']),
  ],
  [
    'there are no groups',
    'every dimension that describe names',
    bodies(/groupBy/, (body) => void delete body['groups']),
  ],
  [
    'a dimension without data is left out',
    'a dimension of the contract',
    numbers(/groupBy/, (one) => void delete one['byGroup']),
    { data: { conversations: [talk('a')] } },
  ],
  ['POST counts one more', 'by GET and by POST', numbers(/^POST/, (one) => void one['value']++)],
  ['pages are as large as they like', 'conversations come in pages', forgets('pageSize')],
  [
    'another conversation comes',
    'a conversation comes by its id',
    bodies(/conversations\/./, (body) => void (body['id'] += '!')),
  ],
  ['gaps lack a field', 'knowledge gaps come', bodies(/gaps/, (body) => void delete body['considered'])],
  ['the OpenAPI is 3.0', 'openapi.json describes', bodies(/openapi/, (body) => void (body['openapi'] = '3.0.3'))],
  ['answers are text', 'answers are application/json', headers({ 'content-type': 'text/plain' })],
  ['unknown fields are refused', 'a field that no question has', statuses(/colour=red/, 400)],
  [
    'everything is answered with 200',
    ' is a problem with the parameter ',
    statuses(/metrics\?|conversations\?|gaps\?/, 200),
  ],
  ['problems are plain JSON', ' is a problem with the parameter ', headers({ 'content-type': 'application/json' })],
  [
    'types of problems are random',
    'the type of a problem',
    async (request, answer) => {
      const response = await answer(request);
      return response.ok
        ? response
        : Response.json(
            { ...((await response.json()) as object), type: `urn:${Math.random()}` },
            { status: response.status },
          );
    },
  ],
  ['nothing is 404', 'is 404', statuses(/such/, 200)],
  ['the method is not looked at', 'another method is 405', (request, answer) => answer(new Request(request.url))],
  ['any body will do', 'a body ', statuses(/^POST/, 200)],
  ['an article needs nothing', 'an article without a title', statuses(/^POST/, 201)],
  ['tokens are not looked at', 'without a token', (request, answer) => answer(request), { token: 'abc' }],
  ['a quote makes it fail', 'no text in any parameter', statuses(/DROP/, 500)],
  ['anybody may keep answers', 'no shared cache', headers({ 'cache-control': 'public, max-age=60' })],
  ['there is no ETag', 'has not changed is 304', headers({ etag: null })],
  [
    'the ETag is not looked at',
    'has not changed is 304',
    (request, answer) => {
      const plain = new Request(request);
      plain.headers.delete('if-none-match');
      return answer(plain);
    },
  ],
  ['any origin may ask', 'a page of another origin', headers({ 'access-control-allow-origin': '*' })],
  ['browsers may guess the type', 'takes an answer for nothing else', headers({ 'x-content-type-options': null })],
  [
    'HEAD has a body',
    'HEAD says',
    (request, answer) => answer(request.method === 'HEAD' ? new Request(request.url) : request),
  ],
  [
    'a bucket has one more',
    ' add up to the whole',
    numbers(/grain|groupBy/, (one) => {
      add(one['byBucket'] as number[]);
      add(one['byGroup'] as number[]);
    }),
  ],
  [
    'a group has one more',
    'a group is what its filter leaves',
    numbers(/groupBy/, (one) => add(one['byGroup'] as number[])),
  ],
  ['filters are forgotten', 'a filter and its opposite', forgets('filters')],
  ['what was before is one more', 'a range compared with itself', numbers(/compare/, (one) => void one['previous']++)],
  ['what was before is one more', 'what was before is', numbers(/compare/, (one) => void one['previous']++)],
  [
    'a day of the week has one more',
    'hours of the week fold',
    numbers(/day-of-week/, (one) => add(one['byBucket'] as number[])),
  ],
  [
    'a metric alone has one more',
    'a metric is the same alone',
    numbers(/metrics=[^%&]*&/, (one) => void one['value']++),
  ],
  ['labels are a day late', ' is cut right', bodies(/grain/, ({ buckets }) => void buckets.push(buckets.shift()))],
  ['weeks start on Monday', 'weeks start on the day', forgets('weekStart')],
  [
    'a shorter range is filled up with zeros',
    'is filled up with nothing',
    numbers(/compare/, (one) => {
      one['previousByBucket'] = (one['previousByBucket'] as number[]).map((number) => number ?? 0);
    }),
  ],
  [
    'no bucket is partial',
    'told as partial',
    bodies(/grain/, (body) => {
      body['partial'] = (body['partial'] as boolean[]).map(() => false);
    }),
  ],
  ['nothing is null', 'before the first fact', numbers(/1980/, (one) => void (one['value'] = null))],
  ['the future is wrong', 'a range in the future', statuses(/2199/, 400)],
  ['now is forgotten', 'a now in the past', forgets('now')],
  ['asOf is a day', 'asOf is an instant', bodies(/metrics/, (body) => void (body['asOf'] = '2026-06-01'))],
  [
    'asOf is after now',
    'asOf is an instant',
    bodies(/metrics/, (body) => void (body['asOf'] = '2999-06-01T00:00:00Z')),
  ],
  [
    'lists count one more',
    'as many conversations as total-volume',
    bodies(/conversations\?/, (body) => void body['total']++),
  ],
  ['the metric of a list is forgotten', 'behind every count', forgets('metric')],
  ['a list begins where it likes', 'behind a bar', forgets('fromInstant')],
  ['a list ends where it likes', 'behind a bar', forgets('toInstant')],
  ['every page is the first', 'pages show each', bodies(/page=[2-9]/, ({ rows }) => void rows.splice(0, 1))],
  [
    'past the end nothing is known',
    'a page past the end',
    bodies(/pageSize=1&/, (body) => {
      if (!(body['rows'] as []).length) body['total'] = 0;
    }),
  ],
  ['descending loses one', 'is the other way round', bodies(/sort=-/, (body) => void body['total']--)],
  ['rows come the wrong way round', 'newest first is', bodies(/conversations\?/, ({ rows }) => void rows.reverse())],
  [
    'filters are forgotten',
    'the same filter leaves the same',
    bodies(/conversations\?.*filters/, (body) => void body['total']++),
  ],
  ['ids are forgotten', 'ids choose', forgets('ids')],
  ['the search is forgotten', 'a search finds', forgets('search')],
  [
    'the currency is another',
    'describe counts and dates',
    bodies(/describe/, (body) => void (body['currency'] = 'USD')),
  ],
  [
    'every rate is a bit more',
    ' about metrics have the right',
    numbers(/metrics\?|^POST/, (one) => void (one['value'] = ((one['value'] as number) ?? 0) + 0.001)),
  ],
  [
    'rows lack their tags',
    ' about lists have the right',
    bodies(/conversations\?/, (body) => {
      for (const row of body['rows'] as { tag: null }[]) row.tag = null;
      body['total']++;
    }),
  ],
  [
    'conversations lack a message',
    'with all that they have',
    bodies(/conversations\/./, ({ messages }) => void (messages as unknown[] | undefined)?.pop()),
  ],
  ['a question is overlooked', 'as many questions are considered', bodies(/gaps/, (body) => void body['considered']--)],
];

describe('an endpoint is found out', () => {
  const foundOut = new Set<string>();

  for (const [what, breaks, breaker, { data = publishedFacts(), ...options } = {}] of wrong) {
    it(`where ${what}: ${breaks}`, async () => {
      const { results } = await checked(data, { only: breaks, hasPublishedFacts: true, ...options }, breaker);
      const broken = results.filter(({ outcome }) => outcome === 'broken');
      expect(results.filter(({ outcome }) => outcome !== 'broken').map(({ says }) => says)).to.deep.equal([]);
      expect(broken.length).to.be.greaterThan(0);
      for (const { says, asked, expected, came } of broken) {
        foundOut.add(says);
        expect([asked!.length > 0, Boolean(expected), Boolean(came)], says).to.deep.equal([true, true, true]);
      }
    });
  }

  it('by each promise there is', () => {
    const promises = checkRules().flatMap(({ rules }) => rules.map(({ says }) => says));
    expect(promises.filter((says) => !foundOut.has(says))).to.deep.equal([]);
    expect(new Set(promises).size).to.equal(promises.length);
  });
});

describe('no endpoint at all', () => {
  const none: [name: string, answer: () => Promise<Response>, says: string][] = [
    [
      'a page',
      async () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
      'instead of JSON',
    ],
    ['other JSON', async () => Response.json({ ok: true }), 'does not fit the contract'],
    [
      'nobody',
      async () => {
        throw new TypeError('fetch failed');
      },
      'could not be reached',
    ],
  ];
  for (const [name, answer, says] of none) {
    it(`${name}: ${says}`, async () =>
      expect((await rejection(runCheck(URL_OF, { fetch: answer }))).message).to.include(says));
  }

  it('one that counts requests is waited for', async () => {
    let asked = 0;
    const endpoint = endpointOf(publishedFacts());
    const fetch: typeof globalThis.fetch = (input, init) =>
      asked++ === 2
        ? Promise.resolve(new Response('', { status: 429, headers: { 'retry-after': '0' } }))
        : endpoint(input, init);
    expect((await runCheck(URL_OF, { fetch, only: 'every metric' })).broken).to.equal(0);
  });
});
