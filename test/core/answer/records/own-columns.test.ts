/** Custom columns of facts beside conversations, counted by hand. */
import { expect } from 'chai';
import type { AgentData } from '../../../../src/core/facts/agent-data.js';
import { defineMetric } from '../../../../src/core/metrics/define-metric.js';
import type { MetricDefinition } from '../../../../src/core/metrics/definition.js';
import type { MetricsQuery } from '../../../../src/core/query.js';
import { answerOf, june, rejection, sourceOf, talk, WEEK } from '../../../fixtures/make-facts.js';

const columns = {
  conversations: { plan: 'text' },
  tickets: { plan: 'text', costCents: 'number' },
  surveys: { wave: 'text', weight: 'number' },
  accounts: { plan: 'text' },
  orders: { store: 'text' },
  articleVisits: { device: 'text' },
} as const;
const metrics = [
  defineMetric({ id: 'ticket-cost', fact: 'resolutions', formula: { op: 'sum', of: 'costCents' } }),
  defineMetric({ id: 'ticket-cost-mean', fact: 'tickets', at: 'createdAt', formula: { op: 'mean', of: 'costCents' } }),
  defineMetric({
    id: 'gold-tickets',
    fact: 'tickets',
    at: 'createdAt',
    rows: { plan: 'gold' },
    formula: { op: 'count' },
  }),
  defineMetric({ id: 'weights', fact: 'surveyAnswers', formula: { op: 'sum', of: 'weight' } }),
];
const ticket = (id: string, day: number, rest: object = {}) => ({ id, createdAt: june(day), ...rest });
const data = {
  conversations: [talk('x', june(2), { plan: 'gold' } as never), talk('y', june(2))],
  tickets: [
    ticket('a', 2, {
      plan: 'gold',
      costCents: 250,
      resolutions: [june(3)],
      messages: [
        { at: june(2), from: 'customer' },
        { at: june(3), from: 'agent' },
        { at: june(4), from: 'agent' },
      ],
    }),
    ticket('b', 2, { plan: 'free', costCents: 0.5, resolutions: [june(3), june(5)], reopenings: [june(4)] }),
    ticket('c', 3, { plan: null, costCents: null, messages: [{ at: june(3), from: 'agent' }] }),
    ticket('d', 4, { plan: 'gold' }),
  ],
  surveys: [
    { id: 's', kind: 'nps', answeredAt: june(3), value: 10, wave: 'spring', weight: 2 },
    { id: 't', kind: 'nps', answeredAt: june(3), value: 3, wave: 'autumn', weight: 1, ticketId: 'a' },
    { id: 'u', kind: 'nps', answeredAt: june(3), value: 9, wave: 'spring' },
  ],
  accounts: [{ id: 'k', createdAt: june(2), plan: 'free' }],
  hubEvents: [{ at: june(2), accountId: 'k', kind: 'cart-added', productId: 'shoe' }],
  orders: [
    { id: 'o', at: june(3), accountId: 'k', store: 'Berlin', items: [{ productId: 'shoe', amount: 900 }] },
    { id: 'p', at: june(3), store: 'Bonn', items: [] },
  ],
  articleVisits: [
    { at: june(2), articleId: 'h', session: '1', device: 'phone', interacted: false },
    { at: june(3), articleId: 'h', session: '1', device: 'desk', interacted: false },
  ],
} as unknown as AgentData;
const ask = (query: Partial<MetricsQuery> & { metrics: string[] }) => answerOf(data, query, { columns, metrics });

describe('an own text column of a fact', () => {
  const grouped: [metric: string, groupBy: string, groups: string[], byGroup: (number | null)[]][] = [
    ['ticket-volume', 'plan', ['gold', '', 'free'], [2, 1, 1]],
    ['resolved-tickets', 'plan', ['free', 'gold'], [1, 1]],
    ['nps', 'wave', ['spring', 'autumn'], [100, -100]],
    ['hub-revenue', 'store', ['Berlin'], [900]],
    ['article-bounce-rate', 'device', ['phone'], [1]],
  ];
  for (const [metric, groupBy, groups, byGroup] of grouped) {
    it(`groups ${metric} by ${groupBy}`, async () => {
      const answer = await ask({ metrics: [metric], groupBy });
      expect([answer.groups, answer.metrics[metric]!.byGroup]).to.deep.equal([groups, byGroup]);
    });
  }

  it('groups the rows derived from it, as the replies of a ticket', async () => {
    const definition = defineMetric({ id: 'replies', fact: 'ticketReplies', formula: { op: 'count' } });
    const answer = await answerOf(data, { metrics: ['replies'], groupBy: 'plan' }, { columns, metrics: [definition] });
    expect([answer.groups, answer.metrics['replies']!.byGroup]).to.deep.equal([
      ['gold', ''],
      [2, 1],
    ]);
  });

  it('filters, and by what is not a value too', async () => {
    const of = async (filters: Record<string, string[]>) =>
      (await ask({ metrics: ['ticket-volume'], filters })).metrics['ticket-volume']!.value;
    expect([
      await of({ plan: ['gold'] }),
      await of({ '!plan': ['gold'] }),
      await of({ plan: [''] }),
      await of({ plan: ['none'] }),
    ]).to.deep.equal([2, 2, 1, 0]);
  });

  it('is no dimension of a fact that lacks it: null and why, as a group and as a filter', async () => {
    const { metrics: byPlan } = await ask({ metrics: ['ticket-volume', 'nps'], groupBy: 'plan' });
    expect(byPlan['nps']).to.deep.equal({ value: 100 / 3, reason: 'no-dimension', byGroup: null });
    expect((await ask({ metrics: ['nps'], filters: { plan: ['gold'] } })).metrics['nps']).to.deep.equal({
      value: null,
      reason: 'no-dimension',
    });
  });

  it('of several facts is one dimension', async () => {
    const answer = await ask({ metrics: ['total-volume', 'ticket-volume', 'total-accounts'], groupBy: 'plan' });
    expect([answer.groups, Object.values(answer.metrics).map(({ byGroup }) => byGroup)]).to.deep.equal([
      ['', 'gold', 'free'],
      [
        [1, 1, 0],
        [1, 2, 1],
        [0, 0, 1],
      ],
    ]);
  });

  it('is described with the values of all its facts', async () => {
    const { dimensions } = await sourceOf(data, { columns, metrics }).describe();
    expect([dimensions['plan'], dimensions['wave'], dimensions['store']]).to.deep.equal([
      { values: ['gold', 'free'], truncated: false },
      { values: ['spring', 'autumn'], truncated: false },
      { values: ['Berlin'], truncated: false },
    ]);
    expect(dimensions).to.not.have.any.keys('costCents', 'weight');
  });

  it('that no record has is no dimension, and undeclared it is an unknown one', async () => {
    const without = { tickets: [ticket('a', 2, { plan: null })] };
    expect(
      (await answerOf(without, { metrics: ['ticket-volume'], groupBy: 'plan' }, { columns })).metrics['ticket-volume'],
    ).to.deep.equal({ value: 1, reason: 'no-dimension', byGroup: null });
    expect((await rejection(answerOf(data, { metrics: ['ticket-volume'], groupBy: 'wave' }))).message).to.include(
      'Unknown dimension "wave"',
    );
  });
});

describe('an own number column of a fact', () => {
  it('is a measure of its rows', async () => {
    const { metrics: found } = await ask({ metrics: ['ticket-cost', 'ticket-cost-mean', 'gold-tickets', 'weights'] });
    expect(Object.values(found).map(({ value }) => value)).to.deep.equal([250.5, 125.25, 2, 3]);
    expect(found['ticket-cost-mean']!.leftOut).to.equal(2);
  });

  it('of another fact is unknown', () => {
    const wrong: MetricDefinition = defineMetric({
      id: 'cost',
      fact: 'surveyAnswers',
      formula: { op: 'sum', of: 'costCents' },
    });
    expect(() => sourceOf(data, { columns, metrics: [wrong] })).to.throw(
      RangeError,
      /Metric "cost" reads the unknown column "costCents" of surveyAnswers\. Use one of: .*wave, weight, or declare it in columns\./,
    );
    expect(() =>
      sourceOf(data, {
        columns,
        metrics: [defineMetric({ id: 'cost', fact: 'resolutions', formula: { op: 'sum', of: 'plan' } })],
      }),
    ).to.throw(RangeError, 'as a number, but it is a text');
  });

  it('that no record has has no data', async () => {
    expect(
      (await answerOf({ tickets: [ticket('a', 2)] }, { metrics: ['ticket-cost-mean'] }, { columns, metrics })).metrics[
        'ticket-cost-mean'
      ],
    ).to.deep.equal({ value: null, reason: 'no-data' });
  });
});

describe('records behind a number', () => {
  const recordsOf = async (metric: string) =>
    (await sourceOf(data, { columns, metrics }).records({ ...WEEK, metric, sort: 'at' })).rows;

  it('show custom columns, and no field that is not declared', async () => {
    expect(
      (await recordsOf('ticket-volume')).map(({ id, record }) => [id, record['plan'], record['costCents']]),
    ).to.deep.equal([
      ['a', 'gold', 250],
      ['b', 'free', 0.5],
      ['c', undefined, undefined],
      ['d', 'gold', undefined],
    ]);
    expect(
      (await sourceOf(data).records({ ...WEEK, metric: 'ticket-volume' })).rows.every(
        ({ record }) => !('plan' in record),
      ),
    ).to.equal(true);
  });

  it('keep a text whose name is a time of another fact', async () => {
    const source = sourceOf(
      { tickets: [ticket('a', 2, { startedAt: 'soon', lostReason: 'none' })] },
      { columns: { tickets: { startedAt: 'text', lostReason: 'text' } } },
    );
    expect((await source.records({ ...WEEK, metric: 'ticket-volume' })).rows[0]!.record).to.deep.equal({
      id: 'a',
      createdAt: '2026-06-02T12:00:00.000Z',
      startedAt: 'soon',
      lostReason: 'none',
    });
  });
});
