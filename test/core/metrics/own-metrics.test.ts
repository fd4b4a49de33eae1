import { expect } from 'chai';
import type { AgentData } from '../../../src/core/facts/agent-data.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import { defineMetric, type MetricInput } from '../../../src/core/metrics/define-metric.js';
import {
  constant,
  count,
  difference,
  distinct,
  mean,
  quantile,
  ratio,
  scale,
  stock,
  sum,
  total,
  type Formula,
  type Where,
} from '../../../src/core/metrics/definition.js';
import type { LocalSourceOptions } from '../../../src/sources/local-source.js';
import { answerOf, june, metricOf, rejection, said, sourceOf, talk, WEEK } from '../../fixtures/make-facts.js';

type Own = Partial<Conversation> & { plan?: string; costCents?: number; handleMs?: number; minutes?: number };

const own = (id: string, day: number, fields: Own): Conversation => talk(id, june(day), fields);

/** Five conversations on three days. */
const data: AgentData = {
  conversations: [
    own('a', 1, { channel: 'web-chat', tag: 'order', plan: 'free', costCents: 10, handleMs: 1000, profile: 'p1' }),
    own('b', 2, { channel: 'web-chat', tag: 'order', plan: 'free', costCents: 20, handleMs: 2000, profile: 'p1' }),
    own('c', 2, {
      channel: 'sms',
      tag: 'return',
      plan: 'pro',
      costCents: 40,
      handleMs: 4500,
      profile: 'p2',
      handoffs: [{ at: june(3), by: 'ticket' }],
    }),
    own('d', 3, { channel: 'sms', plan: 'pro', costCents: 70, visitorId: 'v1' }),
    own('e', 3, { plan: '', handleMs: 0 }),
  ],
};
const columns = {
  conversations: { plan: 'text', costCents: 'number', handleMs: 'number', minutes: 'number' },
} as const;

function ask(formula: Formula, rest: Partial<MetricInput> = {}, options: LocalSourceOptions = {}) {
  const metrics = [defineMetric({ id: 'own', fact: 'conversations', formula, ...rest })];
  return metricOf(data, 'own', {}, { columns, metrics, ...options });
}

describe('custom metrics over five conversations', () => {
  const half = ratio(
    count({ where: { channel: 'sms' } }),
    total(count({ where: { channel: 'sms' } }), count({ where: { channel: 'web-chat' } })),
  );
  const numbers: [name: string, formula: Formula, value: number | null, leftOut?: number][] = [
    ['count', count(), 5],
    ['sum of an custom column', sum('costCents'), 140, 1],
    ['sum over no rows', sum('costCents', { where: { channel: 'voice' } }), 0],
    ['mean of an custom column', mean('costCents'), 35, 1],
    ['mean over no rows', mean('costCents', { where: { channel: 'voice' } }), null],
    ['quantile 0', quantile('costCents', 0), 10, 1],
    ['quantile 0.5 between two ranks', quantile('costCents', 0.5), 30, 1],
    ['quantile 0.75 by R-7', quantile('costCents', 0.75), 47.5, 1],
    ['quantile 1', quantile('costCents', 1), 70, 1],
    [
      'quantile over one row',
      quantile('costCents', 0.9, { where: { plan: 'free', tag: 'order', costCents: { atLeast: 20 } } }),
      20,
    ],
    ['quantile over no rows', quantile('costCents', 0.5, { where: { channel: 'voice' } }), null],
    ['distinct', distinct('plan'), 2, 1],
    ['distinct of several columns', distinct(['plan', 'channel']), 2, 1],
    ['distinct users, one of them anonymous', distinct('user'), 3, 1],
    ['distinct over no rows', distinct('plan', { where: { channel: 'voice' } }), 0],
    ['distinct having at least 2', distinct('user', { havingAtLeast: 2 }), 1, 1],
    ['distinct having at least 3', distinct('user', { havingAtLeast: 3 }), 0, 1],
    ['stock at the end', stock(), 5],
    ['stock at the start', stock({ when: 'start' }), 0],
    ['ratio', ratio(count({ where: { channel: 'sms' } }), count()), 0.4],
    ['ratio by zero', ratio(count(), count({ where: { channel: 'voice' } })), null],
    ['ratio of zero', ratio(count({ where: { channel: 'voice' } }), count()), 0],
    ['ratio of a ratio: (1/2) ÷ 5', ratio(half, count()), 0.1],
    ['ratio by a ratio: 5 ÷ (1/2)', ratio(count(), half), 10],
    ['ratio by a ratio of zero', ratio(count(), ratio(count({ where: { channel: 'voice' } }), count())), null],
    ['difference', difference(count(), count({ where: { channel: 'sms' } })), 3],
    ['difference below zero', difference(count({ where: { channel: 'sms' } }), count()), -3],
    ['difference of ratios: 2/5 − 1/2', difference(ratio(count({ where: { channel: 'sms' } }), count()), half), -0.1],
    ['1 − x', difference(constant(1), ratio(count({ where: { channel: 'sms' } }), count())), 0.6],
    ['1 − x over no rows', difference(constant(1), ratio(count(), count({ where: { channel: 'voice' } }))), null],
    [
      'total',
      total(count({ where: { channel: 'sms' } }), count({ where: { channel: 'web-chat' } }), constant(100)),
      104,
    ],
    ['total of one', total(count()), 5],
    ['scale', scale(count(), 100), 500],
    ['scale of a ratio × 100', scale(ratio(count({ where: { channel: 'sms' } }), count()), 100), 40],
    ['scale by a fraction', scale(count(), 0.5), 2.5],
    ['scale of zero by a negative', scale(count({ where: { channel: 'voice' } }), -1), 0],
    ['constant', constant(7), 7],
    ['sum of a plus of columns, where both are known', sum({ plus: ['costCents', 'handleMs'] }), 7570, 2],
    ['sum of a minus of columns', sum({ minus: ['handleMs', 'costCents'] }), 7430, 2],
    ['mean of a plus of one column', mean({ plus: ['costCents'] }), 35, 1],
    ['count over another fact', count({ fact: 'messages' }), 5],
    ['ratio over two facts', ratio(count({ fact: 'messages', where: { from: 'visitor' } }), count()), 1],
  ];
  for (const [name, formula, value, leftOut] of numbers) {
    it(`${name} is ${value}${leftOut === undefined ? '' : `, ${leftOut} left out`}`, async () => {
      expect(await ask(formula)).to.deep.equal({ value, ...(leftOut !== undefined && { leftOut }) });
    });
  }
});

describe('where', () => {
  const conditions: [where: Where | readonly Where[], rows: number][] = [
    [{}, 5],
    [{ channel: 'sms' }, 2],
    [{ channel: 'SMS' }, 0],
    [{ channel: '' }, 1],
    [{ tag: '' }, 2],
    [{ plan: '' }, 1],
    [{ channel: ['sms', ''] }, 3],
    [{ channel: [] }, 0],
    [{ channel: { not: 'sms' } }, 3],
    [{ channel: { not: ['sms', ''] } }, 2],
    [{ channel: { not: '' } }, 4],
    [{ channel: { known: true } }, 4],
    [{ channel: { known: false } }, 1],
    [{ plan: { known: true } }, 4],
    [{ costCents: 20 }, 1],
    [{ costCents: [10, 70] }, 2],
    [{ costCents: { atLeast: 20 } }, 3],
    [{ costCents: { atMost: 20 } }, 2],
    [{ costCents: { known: false } }, 1],
    [{ handleMs: 0 }, 1],
    [{ handleMs: { atMost: 0 } }, 1],
    [{ channel: 'sms', tag: 'return' }, 1],
    [{ channel: 'sms', tag: 'order' }, 0],
    [[{ channel: 'sms' }, { tag: 'order' }], 4],
    [[{ channel: 'sms', tag: 'return' }, { costCents: { atMost: 10 } }], 2],
    [{ status: 'routed' }, 1],
    [{ status: ['open', 'routed'] }, 5],
    [{ outcome: 'unresolved' }, 1],
    [{ takenOver: true }, 1],
    [{ takenOver: false }, 4],
    [{ visitorMessages: { atLeast: 1 } }, 5],
    [{ id: ['a', 'e', 'x'] }, 2],
  ];
  for (const [where, rows] of conditions) {
    it(`${JSON.stringify(where)} keeps ${rows} of 5`, async () =>
      expect((await ask(count({ where }))).value).to.equal(rows));
  }

  it('rows of the metric and where of a part must both pass', async () => {
    expect(
      (await ask(ratio(count({ where: { tag: 'order' } }), count()), { rows: { channel: 'web-chat' } })).value,
    ).to.equal(1);
    expect(
      (await ask(ratio(count({ where: { tag: 'order' } }), count()), { rows: { channel: 'sms' } })).value,
    ).to.equal(0);
  });
});

describe('units', () => {
  it('a duration is summed in milliseconds and told in seconds', async () => {
    expect((await ask(mean('handleMs'), { unit: 'duration' })).value).to.equal(1.875);
    expect((await ask(sum('handleMs'), { unit: 'duration' })).value).to.equal(7.5);
  });

  it('a mean is one division of whole numbers', async () => {
    const costs = [1, 1, 0].map((costCents, index) => own(`c${index}`, 1, { costCents }));
    const metrics = [defineMetric({ id: 'own', fact: 'conversations', formula: mean('costCents'), unit: 'money' })];
    expect((await metricOf({ conversations: costs }, 'own', {}, { columns, metrics })).value).to.equal(2 / 3);
  });

  it('a mean of durations is one division too', async () => {
    const times = [1, 1, 5].map((handleMs, index) => own(`c${index}`, 1, { handleMs }));
    const metrics = [defineMetric({ id: 'own', fact: 'conversations', formula: mean('handleMs'), unit: 'duration' })];
    expect((await metricOf({ conversations: times }, 'own', {}, { columns, metrics })).value).to.equal(7 / 3000);
  });

  it('median and 90th percentile of an own mean duration are asked by name', async () => {
    const metrics = [defineMetric({ id: 'own', fact: 'conversations', formula: mean('handleMs'), unit: 'duration' })];
    expect(await metricOf(data, 'own:median', {}, { columns, metrics })).to.deep.equal({ value: 1.5, leftOut: 1 });
    expect((await metricOf(data, 'own:p90', {}, { columns, metrics })).value).to.be.closeTo(3.75, 1e-12);
  });

  it('a factor can be a setting', async () => {
    const saved = scale(count(), { setting: 'minutesSavedPerConversation', times: 60_000 });
    expect(await ask(saved, { unit: 'duration' })).to.deep.equal({ value: null, reason: 'no-data' });
    expect(await ask(saved, { unit: 'duration' }, { settings: { minutesSavedPerConversation: 4 } })).to.deep.equal({
      value: 1200,
    });
    expect(await ask(saved, { unit: 'duration' }, { settings: { minutesSavedPerConversation: 0 } })).to.deep.equal({
      value: 0,
    });
  });
});

describe('a stock with an end', () => {
  const clocked = (id: string, begun: string, text: string) =>
    talk(id, begun, { messages: [said('visitor', begun, text)] });
  const many: AgentData = {
    conversations: [clocked('a', june(1), ''), clocked('b', june(3), ''), clocked('c', june(9), '')],
  };
  const metrics = [
    defineMetric({ id: 'existing', fact: 'conversations', formula: stock() }),
    defineMetric({ id: 'existing-before', fact: 'conversations', formula: stock({ when: 'start' }) }),
    defineMetric({ id: 'waiting', fact: 'answeredRuns', at: 'askedAt', formula: stock({ until: 'at' }) }),
  ];
  const answer = (metric: string, query = {}) =>
    metricOf(many, metric, { from: '2026-06-02', to: '2026-06-08', ...query }, { metrics });

  it('at the end counts all that began by then, and by now', async () =>
    expect((await answer('existing')).value).to.equal(2));
  it('at the start counts all that began before it', async () =>
    expect((await answer('existing-before')).value).to.equal(1));

  it('in buckets takes their ends, and is null after now', async () => {
    expect((await answer('existing', { grain: 'day' })).byBucket).to.deep.equal([1, 2, 2, 2, 2, 2, null]);
  });

  it('in folded buckets is null: they have no end', async () => {
    expect((await answer('existing', { grain: 'day-of-week' })).byBucket).to.deep.equal([
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('leaves out what ended before, keeps what ends at or after the instant', async () => {
    const runs: AgentData = {
      conversations: [
        talk('a', june(1), { messages: [said('visitor', june(1)), said('agent', june(2, '00:00'))] }),
        talk('b', june(1), { messages: [said('visitor', june(1)), said('agent', june(1, '23:59'))] }),
        talk('c', june(2), { messages: [said('visitor', june(2)), said('agent', june(3))] }),
      ],
    };
    const waiting = (day: string) =>
      metricOf(runs, 'waiting', { from: day, to: day }, { metrics }).then(({ value }) => value);
    expect([await waiting('2026-06-01'), await waiting('2026-06-02'), await waiting('2026-06-03')]).to.deep.equal([
      1, 1, 0,
    ]);
  });
});

describe('the groups of a stock', () => {
  const metrics = [
    defineMetric({ id: 'existing', fact: 'conversations', formula: stock() }),
    defineMetric({ id: 'waiting', fact: 'answeredRuns', at: 'askedAt', formula: stock({ until: 'at' }) }),
  ];
  const asked = (id: string, tag: string, day: number, answered: number) =>
    talk(id, june(day), { tag, messages: [said('visitor', june(day)), said('agent', june(answered))] });
  const data: AgentData = {
    conversations: [asked('a', 'early', 1, 2), asked('b', 'long', 1, 6), asked('c', 'late', 7, 7)],
  };
  const groupsOf = async (metric: string) => {
    const {
      groups,
      metrics: { [metric]: numbers },
    } = await answerOf(data, { metrics: [metric], from: '2026-06-04', to: '2026-06-05', groupBy: 'tag' }, { metrics });
    return Object.fromEntries(groups!.map((group, place) => [group, numbers!.byGroup![place]]));
  };

  it('are those of what began before, too', async () =>
    expect(await groupsOf('existing')).to.deep.equal({ early: 1, long: 1 }));
  it('are not those of what has ended', async () => expect(await groupsOf('waiting')).to.deep.equal({ long: 1 }));
});

describe('names that do not exist', () => {
  const wrong: [name: string, formula: Formula, rest: Partial<MetricInput>, names: string][] = [
    ['a column in a where', count({ where: { colour: 'red' } }), {}, 'colour'],
    ['a column in a measure', sum('weight'), {}, 'weight'],
    ['a column in a distinct', distinct(['plan', 'colour']), {}, 'colour'],
    ['an end column of a stock', stock({ until: 'endedAt' }), {}, 'endedAt'],
    ['a fact', count(), { fact: 'parcels' }, 'parcels'],
    ['a fact of a part', ratio(count({ fact: 'parcels' }), count()), {}, 'parcels'],
    ['a column in rows', count(), { rows: { colour: 'red' } }, 'colour'],
    ['a clock', count(), { at: 'endedAt' }, 'endedAt'],
    ['a clock that is no time', count(), { at: 'channel' }, 'channel'],
    ['an end that is no time', stock({ until: 'channel' }), {}, 'channel'],
    ['a sum of texts', sum('channel'), {}, 'channel'],
    ['a median of own texts', quantile('plan', 0.5), {}, 'plan'],
    ['a setting', scale(count(), { setting: 'minutesLost', times: 1 }), {}, 'minutesLost'],
    ['an ignored dimension', count({ ignore: ['colour'] }), {}, 'colour'],
    ['a column named like a method', count({ where: { constructor: 'x' } as never }), {}, 'constructor'],
  ];
  for (const [name, formula, rest, names] of wrong) {
    it(`${name} is refused at once: ${names}`, () => {
      const metrics = [defineMetric({ id: 'own', fact: 'conversations', formula, ...rest })];
      expect(() => sourceOf(data, { columns, metrics }))
        .to.throw(RangeError, `"${names}"`)
        .with.property('message')
        .that.matches(/^(Metric "own"|Unknown dimension)/);
    });
  }

  it('an unknown metric is refused and named with the known ones', async () => {
    const error = await rejection(sourceOf(data).query({ metrics: ['total-volume', 'happiness'], ...WEEK }));
    expect(error).to.be.instanceOf(RangeError);
    expect(error['parameter']).to.equal('metrics');
    expect(error.message).to.include('"happiness"').and.include('total-volume');
  });
});

describe('custom metrics and what was supplied', () => {
  it('a declared column that no record has is no data', async () => {
    expect(await ask(sum('minutes'))).to.deep.equal({ value: null, reason: 'no-data' });
    expect(await ask(count({ where: { minutes: { known: true } } }))).to.deep.equal({ value: null, reason: 'no-data' });
  });

  it('an own text column is a dimension', async () => {
    const answer = await sourceOf(data, { columns }).query({
      metrics: ['total-volume'],
      ...WEEK,
      groupBy: 'plan',
      filters: { '!plan': ['pro'] },
    });
    expect(answer.groups).to.deep.equal(['free', '']);
    expect(answer.metrics['total-volume']!.byGroup).to.deep.equal([2, 1]);
  });

  it('messages inherit the custom columns of their conversation', async () => {
    const metrics = [defineMetric({ id: 'own', fact: 'messages', formula: count({ where: { plan: 'pro' } }) })];
    expect((await metricOf(data, 'own', { groupBy: 'plan' }, { columns, metrics })).value).to.equal(2);
  });

  it('an own number column is no dimension', async () => {
    const error = await rejection(
      sourceOf(data, { columns }).query({ metrics: ['total-volume'], ...WEEK, groupBy: 'costCents' }),
    );
    expect(error['parameter']).to.equal('groupBy');
    expect(error.message).to.include('"costCents"');
  });
});
