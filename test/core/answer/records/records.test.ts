/** The records behind numbers, and what odd records do to others. */
import { expect } from 'chai';
import type { AgentData } from '../../../../src/core/facts/agent-data.js';
import type { RecordsQuery } from '../../../../src/core/query.js';
import { defineMetric } from '../../../../src/core/metrics/define-metric.js';
import {
  constant,
  count,
  difference,
  distinct,
  ratio,
  scale,
  stock,
  type Formula,
} from '../../../../src/core/metrics/definition.js';
import type { LocalSourceOptions } from '../../../../src/sources/local-source.js';
import {
  answerOf,
  june,
  metricOf,
  rejection,
  resolved,
  said,
  sourceOf,
  talk,
  WEEK,
} from '../../../fixtures/make-facts.js';

const recordsOf = (
  data: AgentData,
  query: Partial<RecordsQuery> & { metric: string },
  options: LocalSourceOptions = {},
) => sourceOf(data, options).records({ ...WEEK, ...query });
const businessHours = {
  timeZone: 'UTC',
  week: {
    1: [['09:00', '17:00']],
    2: [['09:00', '17:00']],
    3: [['09:00', '17:00']],
    4: [['09:00', '17:00']],
    5: [['09:00', '17:00']],
  },
  holidays: ['2026-06-03'],
} as const;

describe('the records behind a number', () => {
  const tickets = [
    { id: 'a', createdAt: june(2, '00:00'), agent: 'Ada', resolutions: [june(2, '05:00')] },
    {
      id: 'b',
      createdAt: june(3, '00:00'),
      resolutions: [june(3, '02:00')],
      assignments: [{ at: june(3, '01:00'), agent: 'Bob' }],
    },
    { id: 'c', createdAt: june(4, '00:00') },
  ];

  it('are as many as it counts, with what each gave and the agent it has by now', async () => {
    const { fact, rows, total } = await recordsOf({ tickets }, { metric: 'resolution-time', sort: '-value' });
    expect([fact, total]).to.deep.equal(['tickets', 2]);
    expect(rows.map(({ id, value, record }) => [id, value, record['agent']])).to.deep.equal([
      ['a', 18_000, 'Ada'],
      ['b', 7200, 'Bob'],
    ]);
  });

  it('come page by page, each once', async () => {
    const pages = await Promise.all(
      [1, 2, 3].map((page) => recordsOf({ tickets }, { metric: 'ticket-volume', sort: 'at', page, pageSize: 1 })),
    );
    expect(pages.map(({ rows }) => rows.map(({ id }) => id))).to.deep.equal([['a'], ['b'], ['c']]);
  });

  it('are all answers of a score, not its promoters alone', async () => {
    const surveys = [10, 5, 7, undefined].map((value, index) => ({
      id: `s${index}`,
      kind: 'nps' as const,
      answeredAt: june(3),
      ...(value !== undefined && { value }),
    }));
    expect((await recordsOf({ surveys }, { metric: 'nps' })).rows.map(({ id }) => id)).to.deep.equal([
      's0',
      's1',
      's2',
    ]);
  });

  it('are conversations where conversations were counted', async () => {
    const { fact, rows } = await recordsOf({ conversations: [talk('x')] }, { metric: 'total-volume' });
    expect([fact, rows[0]!.id, rows[0]!.record['firstQuestion']]).to.deep.equal([
      'conversations',
      'x',
      'Where is my parcel?',
    ]);
  });

  it('have the fields of their fact, at any depth, and no others', async () => {
    const message = { at: june(2), from: 'customer', text: 'Hello', email: 'anna@example.org' };
    const { rows } = await recordsOf(
      { tickets: [{ id: 'a', createdAt: june(2), secret: 1, messages: [message] }] } as unknown as AgentData,
      { metric: 'ticket-volume' },
    );
    expect(rows[0]!.record).to.deep.equal({
      id: 'a',
      createdAt: '2026-06-02T12:00:00.000Z',
      messages: [{ at: '2026-06-02T12:00:00.000Z', from: 'customer', text: 'Hello' }],
    });
  });

  it('say nothing that has not happened yet', async () => {
    const customers = [{ id: 'k', startedAt: june(1), lostAt: june(9), lostReason: 'price' }];
    expect((await recordsOf({ customers }, { metric: 'customers' })).rows[0]!.record).to.deep.equal({
      id: 'k',
      startedAt: '2026-06-01T12:00:00.000Z',
    });
    const late = [
      {
        id: 'a',
        createdAt: june(1),
        resolutions: [june(9)],
        resolutionDueAt: june(9),
        messages: [{ at: june(8), from: 'agent' as const }],
      },
    ];
    expect((await recordsOf({ tickets: late }, { metric: 'ticket-volume' })).rows[0]!.record).to.deep.equal({
      id: 'a',
      createdAt: '2026-06-01T12:00:00.000Z',
      messages: [],
      resolutions: [],
      resolutionDueAt: '2026-06-09T12:00:00.000Z',
    });
  });

  it('refuse what names no metric, or nothing at all', async () => {
    const source = sourceOf({ tickets });
    expect((await rejection(source.records({ ...WEEK } as RecordsQuery))).message).to.match(
      /^Unknown metric undefined\. Use one of: total-volume, /,
    );
    for (const asked of [
      source.records(undefined as never),
      source.questions(undefined as never),
      source.questions(null as never),
    ]) {
      const error = await rejection(asked);
      expect(error).to.be.instanceOf(RangeError);
      expect(error.message).to.match(/^(undefined|null) is no question\. Name a range and a zone, as in /);
    }
  });

  it('refuse a sort that is none, and a metric that counts no conversations where conversations are asked for', async () => {
    expect((await rejection(recordsOf({ tickets }, { metric: 'ticket-volume', sort: 'name' }))).message).to.equal(
      'Unknown sort key "name". Use one of: at, value, with "-" in front to descend.',
    );
    expect(
      (await rejection(sourceOf({ tickets }).conversations({ ...WEEK, metric: 'ticket-volume' }))).message,
    ).to.include('Ask for its records.');
  });
});

describe('what a record gave', () => {
  it('is the sum of its rows where a sum is asked for, and sorted by', async () => {
    const added = (productId: string) => ({
      at: june(1),
      accountId: 'anna',
      kind: 'cart-added',
      productId,
      quantity: 9,
    });
    const order = (id: string, ...amounts: number[]) => ({
      id,
      at: june(2),
      accountId: 'anna',
      items: amounts.map((amount, index) => ({ productId: index ? 'hat' : 'shoe', amount })),
    });
    const data = { hubEvents: [added('shoe'), added('hat')], orders: [order('two', 100, 300), order('one', 250)] };
    expect((await metricOf(data, 'hub-revenue')).value).to.equal(650);
    expect(
      (await recordsOf(data, { metric: 'hub-revenue', sort: '-value' })).rows.map(({ id, value }) => [id, value]),
    ).to.deep.equal([
      ['two', 400],
      ['one', 250],
    ]);
  });

  it('is the mean of its rows where a mean is', async () => {
    const tickets = [
      {
        id: 'a',
        createdAt: june(1),
        messages: [
          { at: june(2, '10:00'), from: 'customer' as const },
          { at: june(2, '10:01'), from: 'agent' as const },
          { at: june(2, '11:00'), from: 'customer' as const },
          { at: june(2, '11:03'), from: 'agent' as const },
        ],
      },
    ];
    for (const metric of ['response-time', 'response-time:median'])
      expect((await recordsOf({ tickets }, { metric })).rows[0]!.value).to.equal(120);
  });

  it('is of a conversation too what and when it counted', async () => {
    const rated = (id: string, value: 1 | 2 | 5, day: number) =>
      talk(id, june(2), { rating: { value, at: june(day) } });
    const data = { conversations: [rated('a', 2, 3), rated('b', 5, 4), rated('c', 1, 5), talk('d')] };
    const told = async (sort: string) =>
      (await recordsOf(data, { metric: 'bot-score', sort })).rows.map(({ id, at, value }) => [id, at, value]);
    const [a, b, c] = [
      ['a', '2026-06-03T12:00:00.000Z', 2],
      ['b', '2026-06-04T12:00:00.000Z', 5],
      ['c', '2026-06-05T12:00:00.000Z', 1],
    ];
    expect(await told('-value')).to.deep.equal([b, a, c]);
    expect(await told('at')).to.deep.equal([a, b, c]);
    const answered = talk('x', june(3), {
      messages: [
        said('visitor', june(3, '10:00')),
        said('agent', june(3, '10:01')),
        said('visitor', june(3, '11:00')),
        said('agent', june(3, '11:03')),
      ],
    });
    const { rows } = await recordsOf({ conversations: [answered] }, { metric: 'average-response-time' });
    expect([rows[0]!.value, rows[0]!.at]).to.deep.equal([120, '2026-06-03T11:03:00.000Z']);
  });
});

describe('records behind a difference', () => {
  const own = (id: string, fact: string, at: string, formula: Formula) =>
    defineMetric({ id, fact, at, formula, unit: 'count', better: 'neither', label: id });
  const ids = async (data: AgentData, metric: string, metrics = [] as ReturnType<typeof own>[]) =>
    (await recordsOf(data, { metric, sort: 'at' }, { metrics })).rows.map(({ id }) => id);

  it('are the accounts that did not come, not all of them', async () => {
    const data = {
      accounts: ['a', 'b', 'c'].map((id) => ({ id, createdAt: june(1) })),
      hubEvents: [
        { at: june(2), accountId: 'b', kind: 'opened' },
        { at: june(2), accountId: 'c', kind: 'login' },
      ],
    };
    expect((await metricOf(data, 'inactive-accounts')).value).to.equal(2);
    expect(await ids(data, 'inactive-accounts')).to.deep.equal(['a', 'c']);
  });

  it('are the customers who stayed, not those who left', async () => {
    const customers = [
      { id: 'stays', startedAt: '2026-05-01T00:00:00Z' },
      { id: 'left', startedAt: '2026-05-01T00:00:00Z', lostAt: june(3) },
      { id: 'new', startedAt: june(2) },
    ];
    expect((await metricOf({ customers }, 'retention-rate')).value).to.equal(0.5);
    expect(await ids({ customers }, 'retention-rate')).to.deep.equal(['stays']);
    expect(await ids({ customers }, 'churn-rate')).to.deep.equal(['left']);
    const gone = own(
      'gone',
      'customers',
      'startedAt',
      difference(stock({ when: 'start' }), distinct('customer', { at: 'lostAt' })),
    );
    expect(await ids({ customers }, 'gone', [gone])).to.deep.equal(['stays']);
  });

  it('are what a condition or a share leaves of the whole', async () => {
    const data = { conversations: [talk('open', june(2)), resolved('done', june(3))] };
    const done = count({ where: { status: 'resolved' } });
    const metrics = [
      own('left', 'conversations', 'startedAt', difference(count(), done)),
      own('open-rate', 'conversations', 'startedAt', difference(constant(1), ratio(done, count()))),
      own('open-percent', 'conversations', 'startedAt', difference(constant(100), scale(ratio(done, count()), 100))),
      own('balance', 'conversations', 'startedAt', difference(done, count({ where: { status: 'open' } }))),
    ];
    for (const metric of ['left', 'open-rate', 'open-percent'])
      expect(await ids(data, metric, metrics), metric).to.deep.equal(['open']);
    expect(await ids(data, 'balance', metrics)).to.deep.equal(['open', 'done']);
  });

  it('are tickets of another table less', async () => {
    const tickets = [
      { id: 'a', createdAt: june(1), resolutions: [] },
      { id: 'b', createdAt: june(2), resolutions: [], escalations: [{ at: june(3), reason: 'sla' as const }] },
    ];
    const calm = own(
      'calm',
      'openTickets',
      'openFrom',
      difference(stock({ until: 'openUntil' }), count({ fact: 'slaEscalations', at: 'at' })),
    );
    expect((await metricOf({ tickets }, 'calm', {}, { metrics: [calm] })).value).to.equal(1);
    expect(await ids({ tickets }, 'calm', [calm])).to.deep.equal(['a']);
  });
});

describe('odd records', () => {
  it('of two hundred thousand notes are one ticket', async () => {
    const notes = Array.from({ length: 200_000 }, () => ({ at: june(2), from: 'note' as const }));
    expect(
      (await metricOf({ tickets: [{ id: 'a', createdAt: june(2), messages: notes }] }, 'ticket-volume')).value,
    ).to.equal(1);
  });

  it('without an id are told from those whose id looks like theirs', async () => {
    const visit = (session: string, id?: string) => ({ at: june(2), articleId: 'a', session, ...(id && { id }) });
    expect(
      (await metricOf({ articleVisits: [visit('s'), visit('t', '#1'), visit('u', '#2')] }, 'article-views')).value,
    ).to.equal(3);
  });

  it('that end with the calendar are measured by whole weeks', async () => {
    // Monday 1 June 2026, 12:00, to Monday 2 June 2036, 12:00: 522 weeks of 40 hours without a holiday’s 8.
    const tickets = [{ id: 'a', createdAt: june(1), resolutions: ['2036-06-02T12:00:00Z'] }];
    const options = { settings: { businessHours }, now: '2036-06-30T00:00:00Z' };
    expect(
      (await metricOf({ tickets }, 'resolution-time:business', { from: '2036-06-01', to: '2036-06-30' }, options))
        .value,
    ).to.equal((522 * 40 - 8) * 3600);
    expect(
      (
        await metricOf(
          { tickets: [{ id: 'b', createdAt: june(1), resolvedAt: '9999-12-31T00:00:00Z' }] },
          'ticket-volume',
          {},
          { settings: { businessHours } },
        )
      ).value,
    ).to.equal(1);
  });
});

describe('groups and stocks', () => {
  it('rank a reopened ticket once', async () => {
    const ticket = (id: string, agent: string, rest = {}) => ({
      id,
      createdAt: june(1),
      agent,
      resolutions: [],
      ...rest,
    });
    const tickets = [
      ticket('a', 'Bob', { resolutions: [june(2), june(4)], reopenings: [june(3), june(5)] }),
      ticket('b', 'Ada'),
      ticket('c', 'Ada'),
    ];
    expect(
      (await answerOf({ tickets }, { metrics: ['unresolved-of-created'], groupBy: 'agent' })).groups,
    ).to.deep.equal(['Ada', 'Bob']);
  });

  it('know nobody at the start of a range to come who is not there yet', async () => {
    const customers = [
      { id: 'c', startedAt: june(1), lostAt: june(3) },
      { id: 'd', startedAt: june(20) },
    ];
    expect((await metricOf({ customers }, 'retention-rate', { from: '2026-07-01', to: '2026-07-31' })).value).to.equal(
      null,
    );
  });

  it('free what a cancelled order took, product by product', async () => {
    const hubEvents = Array.from({ length: 400 }, (_, index) => ({
      at: june(1),
      accountId: 'guest',
      kind: 'cart-added',
      productId: index % 2 ? 'hat' : 'shoe',
    }));
    const orders = Array.from({ length: 400 }, (_, index) => ({
      id: `o${index}`,
      at: june(2),
      accountId: 'guest',
      items: [{ productId: index % 2 ? 'hat' : 'shoe', amount: 10 }],
      ...(index % 4 === 0 && { cancelledAt: june(3, `${String(index % 24).padStart(2, '0')}:00`) }),
    }));
    expect((await metricOf({ hubEvents, orders }, 'hub-revenue')).value).to.equal(3000);
    expect((await metricOf({ hubEvents, orders }, 'hub-revenue', { now: june(2, '13:00') })).value).to.equal(4000);
  });
});
