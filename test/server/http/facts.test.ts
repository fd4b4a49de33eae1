import { expect } from 'chai';
import type { FactsReport } from '../../../src/server/http/take-facts.js';
import type { MetricsSource } from '../../../src/sources/metrics-source.js';
import { june, NOW, sourceOf, talk, WEEK } from '../../fixtures/make-facts.js';
import { asking, posted, problemOf, QUERY } from './make-handler.js';

const LINES = 'application/x-ndjson';
const order = (id: string) => ({ id, at: june(5), items: [] });
const lines = (...records: unknown[]) =>
  records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))).join('\n');
const reportOf = async (response: Response) => (await response.json()) as FactsReport;

describe('facts as they happen', () => {
  it('are kept and counted', async () => {
    const engine = sourceOf({ conversations: [talk('a')] });
    const ask = asking({ engine });
    const response = await ask(
      '/api/facts',
      posted({ conversations: [talk('b'), talk('c')], orders: [order('o')], currency: 'EUR' }),
    );
    expect([response.status, await reportOf(response)]).to.deep.equal([
      200,
      { accepted: 3, refused: { count: 0, first: [] } },
    ]);
    const { metrics } = (await (await ask(`/api/metrics?${QUERY}`)).json()) as {
      metrics: Record<string, { value: number }>;
    };
    expect(metrics['total-volume']!.value).to.equal(3);
    expect((await engine.describe()).currency).to.equal('EUR');
  });

  it('change nothing when they are sent twice', async () => {
    const engine = sourceOf({});
    const ask = asking({ engine });
    for (let time = 0; time < 2; time++)
      expect(
        (await reportOf(await ask('/api/facts', posted({ conversations: [talk('b')], orders: [order('o')] }))))
          .accepted,
      ).to.equal(2);
    expect((await engine.describe()).facts).to.deep.equal({ conversations: 1, orders: 1 });
  });

  const sent: [name: string, query: string, init: RequestInit, report: FactsReport][] = [
    [
      'a record a line',
      '?fact=orders',
      posted(lines(order('o'), order('p'), ''), LINES),
      { accepted: 2, refused: { count: 0, first: [] } },
    ],
    ['a list', '?fact=orders', posted([order('o')]), { accepted: 1, refused: { count: 0, first: [] } }],
    ['one record', '?fact=orders', posted(order('o')), { accepted: 1, refused: { count: 0, first: [] } }],
    ['nothing', '', posted({}), { accepted: 0, refused: { count: 0, first: [] } }],
    ['no line', '?fact=orders', posted('', LINES), { accepted: 0, refused: { count: 0, first: [] } }],
    [
      'lines behind a mark, with white space of Unicode at the end',
      '?fact=orders',
      posted(`\uFEFF${lines(order('o'), order('p'))}\u00A0`, LINES),
      { accepted: 2, refused: { count: 0, first: [] } },
    ],
    [
      'what does not fit',
      '?fact=orders',
      posted(lines(order('o'), '{broken', { ...order('p'), at: 'soon' }), LINES),
      {
        accepted: 1,
        refused: {
          count: 2,
          first: [
            { fact: 'orders', index: 1, field: '', reason: 'is not JSON' },
            {
              fact: 'orders',
              index: 2,
              field: 'at',
              reason: 'is "soon", not an instant: use ISO 8601 with Z or an offset, or epoch milliseconds',
            },
          ],
        },
      },
    ],
    [
      'an unknown list',
      '',
      posted({ parcels: [1], orders: [order('o')] }),
      { accepted: 1, refused: { count: 0, first: [] } },
    ],
    [
      'a ticket',
      '',
      posted({ tickets: [{ id: 't', createdAt: june(5) }, {}] }),
      {
        accepted: 1,
        refused: {
          count: 1,
          first: [{ fact: 'tickets', index: 1, field: 'id', reason: 'is missing, not a text with content' }],
        },
      },
    ],
  ];
  for (const [name, query, init, report] of sent) {
    it(`may be ${name}`, async () =>
      expect(await reportOf(await asking({ engine: sourceOf({}) })(`/api/facts${query}`, init))).to.deep.equal(report));
  }

  it('that fit are kept where others do not', async () => {
    const engine = sourceOf({});
    await asking({ engine })('/api/facts?fact=orders', posted(lines(order('o'), 7), LINES));
    const { facts, refused } = await engine.describe();
    expect([facts, refused.count]).to.deep.equal([{ orders: 1 }, 0]);
  });

  it('are refused where they are nested too deep or from no time', async () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    const body = `{"orders":[${JSON.stringify(order('o'))},${JSON.stringify(order('p')).replace(/}$/, `,"custom":${deep}}`)},${JSON.stringify({ ...order('q'), at: '0001-01-01T00:00:00Z' })}]}`;
    const response = await asking({ engine: sourceOf({}) })('/api/facts', { ...posted({}), body });
    expect(await reportOf(response)).to.deep.equal({
      accepted: 1,
      refused: {
        count: 2,
        first: [
          { fact: 'orders', index: 1, field: 'custom', reason: 'is nested deeper than 1000 levels' },
          {
            fact: 'orders',
            index: 2,
            field: 'at',
            reason:
              'is "0001-01-01T00:00:00Z", not from 1990 to 2099: a date that was never set, or another unit than milliseconds',
          },
        ],
      },
    });
  });

  it('tell the first hundred that do not fit', async () => {
    const { refused } = await reportOf(
      await asking({ engine: sourceOf({}) })('/api/facts', posted({ orders: new Array(150).fill({}) })),
    );
    expect([refused.count, refused.first.length]).to.deep.equal([150, 100]);
  });

  it('are held to the columns of one’s own', async () => {
    const columns = { conversations: { costCents: 'number' }, tickets: { plan: 'text' } } as const;
    const engine = sourceOf({}, { columns });
    const tickets = [
      { id: 't1', createdAt: june(5), plan: 'gold' },
      { id: 't2', createdAt: june(5), plan: 7, costCents: 'much' },
    ];
    const { accepted, refused } = await reportOf(
      await asking({ engine, columns })(
        '/api/facts',
        posted({
          tickets,
          conversations: [
            talk('a', june(5), { costCents: 'much' } as never),
            talk('b', june(5), { costCents: 5 } as never),
          ],
        }),
      ),
    );
    expect([accepted, refused.first]).to.deep.equal([
      2,
      [
        { fact: 'tickets', index: 1, field: 'plan', reason: 'is 7, not a text' },
        { fact: 'conversations', index: 0, field: 'costCents', reason: 'is "much", not a number' },
      ],
    ]);
    const { groups, metrics } = await engine.query({
      metrics: ['ticket-volume'],
      groupBy: 'plan',
      from: '2026-06-01',
      to: '2026-06-07',
      timeZone: 'UTC',
    });
    expect([groups, metrics['ticket-volume']!.byGroup]).to.deep.equal([['gold'], [1]]);
  });

  it('are held to columns by fact alone', () => {
    expect(() => asking({ engine: sourceOf({}), columns: { costCents: 'number' } as never })).to.throw(
      RangeError,
      'Unknown fact "costCents"',
    );
  });

  const wrong: [name: string, query: string, init: RequestInit, status: number, parameter: string | undefined][] = [
    ['lines that do not say what they are', '', posted('{}', LINES), 400, 'fact'],
    ['an unknown fact', '?fact=parcels', posted('{}', LINES), 400, 'fact'],
    ['a fact of every object', '?fact=constructor', posted('{}', LINES), 400, 'fact'],
    ['a list that is none', '', posted({ orders: 7 }), 400, 'orders'],
    ['a list that does not say of what', '', posted([order('o')]), 400, undefined],
    ['a wrong field', '', posted({ timeZone: 'Mars' }), 400, 'timeZone'],
    ['wrong live spans', '', posted({ live: { agent: 7 } }), 400, 'live'],
    ['no JSON', '', posted('{'), 400, undefined],
    ['a text', '', posted('"a"'), 400, undefined],
  ];
  for (const [name, query, init, status, parameter] of wrong) {
    it(`of ${name} are ${status}${parameter ? ` at ${parameter}` : ''}, and nothing is kept`, async () => {
      const engine = sourceOf({ orders: [order('o')] }, { now: NOW });
      const told = await problemOf(await asking({ engine })(`/api/facts${query}`, init));
      expect([told.status, told.parameter]).to.deep.equal([status, parameter]);
      expect((await engine.describe()).facts).to.deep.equal({ orders: 1 });
    });
  }

  it('have a limit of their own', async () => {
    const ask = asking({ limits: { bodyBytes: 100, factsBytes: 1000 } });
    expect((await ask('/api/facts', posted({ orders: [order('o'.repeat(500))] }))).status).to.equal(200);
    expect((await ask('/api/facts', posted({ orders: [order('o'.repeat(1500))] }))).status).to.equal(413);
  });

  it('are 501 where the engine takes none', async () => {
    const { describe: describeIt, query, conversations, conversation, knowledgeGaps } = sourceOf({});
    const engine: MetricsSource = { describe: describeIt, query, conversations, conversation, knowledgeGaps };
    expect((await asking({ engine })('/api/facts', posted({ orders: [] }))).status).to.equal(501);
  });

  it('change no prototype', async () => {
    const engine = sourceOf({});
    const text = `{"__proto__":{"conversations":[{"id":"x"}]},"conversations":[{"id":"a","startedAt":"${june(5)}","__proto__":{"channel":"stolen"},"rating":{"value":1,"at":"${june(5)}","aspects":{"__proto__":3}}}]}`;
    expect((await reportOf(await asking({ engine })('/api/facts', posted(text)))).accepted).to.equal(1);
    expect([
      ({} as Record<string, unknown>)['channel'],
      ({} as Record<string, unknown>)['conversations'],
      (await engine.conversations(WEEK)).rows.map(({ channel }) => channel),
    ]).to.deep.equal([undefined, undefined, [null]]);
  });
});
