import { expect } from 'chai';
import type { AgentData } from '../../../src/core/facts/agent-data.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import type { MetricsQuery } from '../../../src/core/query.js';
import {
  answerOf,
  june,
  metricOf,
  NOW,
  rejection,
  resolved,
  said,
  sourceOf,
  talk,
  WEEK,
} from '../../fixtures/make-facts.js';

/** Seven conversations, counted by hand below. */
const data: AgentData = {
  conversations: [
    talk('before', '2026-05-31T23:59:59.999Z', { channel: 'sms', tag: 'order' }),
    resolved('first', '2026-06-01T00:00:00Z', {
      channel: 'web-chat',
      tag: 'order',
      profile: 'p1',
      clicks: [{ at: june(2), productId: 'shoe' }],
      goals: ['buy'],
    }),
    resolved('second', june(2), {
      channel: 'web-chat',
      tag: 'return',
      profile: { id: 'p2' },
      goals: ['buy', 'sign-up'],
    }),
    talk('third', june(2), { channel: 'sms', tag: 'order', handoffs: [{ at: june(2), by: 'ticket' }], profile: 'p1' }),
    talk('fourth', june(4), {
      channel: 'voice',
      handoffs: [{ at: june(4), by: 'message' }],
      cartAdds: [{ at: june(5), productId: 'hat', quantity: 3 }],
    }),
    talk('at-now', NOW, {
      channel: 'web-chat',
      messages: [said('visitor', NOW), said('agent', NOW, 'Hi', { skill: ['faq', 'orders'] })],
    }),
    talk('after-now', june(7, '12:00:00.001'), { channel: 'web-chat' }),
  ],
  orders: [
    {
      id: 'o1',
      at: june(2, '18:00'),
      profileId: 'p1',
      items: [
        { productId: 'shoe', amount: 5000 },
        { productId: 'hat', amount: 900 },
      ],
    },
    { id: 'o2', at: june(3), profileId: 'p1', items: [{ productId: 'shoe', amount: 1001 }] },
    { id: 'o3', at: june(8), profileId: 'p1', items: [{ productId: 'shoe', amount: 7 }] },
  ],
};

const valueOf = async (metric: string, query: Partial<MetricsQuery> = {}) =>
  (await metricOf(data, metric, query)).value;

describe('totals of a range', () => {
  const totals: [metric: string, value: number | null][] = [
    ['total-volume', 5],
    ['ai-resolved', 2],
    ['ai-resolved-rate', 0.4],
    ['ai-unresolved-rate', 0.4],
    ['ai-revenue', 6001],
    ['ai-order-value', 3000.5],
    ['add-to-cart', 3],
    ['link-clicks', 1],
    ['skill-uses', 1],
    ['takeover-rate', 0.2],
    ['purchase-rate', 0.2],
    ['unique-users', 2],
    ['returning-users', 1],
    ['conversations-per-user', 2.5],
    ['goal-completion-rate', 0.4],
    ['average-response-time', 0],
  ];
  for (const [metric, value] of totals) {
    it(`${metric} is ${value}`, async () => expect(await valueOf(metric)).to.equal(value));
  }

  const ranges: [range: Partial<MetricsQuery>, value: number][] = [
    [{ from: '2026-06-01', to: '2026-06-01' }, 1],
    [{ from: '2026-05-31', to: '2026-06-01' }, 2],
    [{ from: '2026-06-02', to: '2026-06-02' }, 2],
    [{ from: '2026-06-03', to: '2026-06-03' }, 0],
    [{ from: '2026-06-07', to: '2026-06-07' }, 1],
    [{ from: '2026-06-07', to: '2026-06-30' }, 1],
    [{ from: '2026-06-08', to: '2026-06-09' }, 0],
    [{ from: '2030-01-01', to: '2030-12-31' }, 0],
    [{ from: '1999-01-01', to: '1999-12-31' }, 0],
    [{ from: '2026-06-01', to: '2026-06-01', timeZone: 'Europe/Berlin' }, 2],
    [{ from: '2026-05-31', to: '2026-05-31', timeZone: 'America/Los_Angeles' }, 2],
    [{ from: '2026-06-01', to: '2026-06-01', timeZone: 'Pacific/Kiritimati' }, 2],
  ];
  for (const [range, value] of ranges) {
    it(`${range.from}/${range.to} in ${range.timeZone ?? 'UTC'} has ${value} conversations`, async () =>
      expect(await valueOf('total-volume', range)).to.equal(value));
  }

  it('a metric asked twice answers once', async () => {
    expect(Object.keys((await answerOf(data, { metrics: ['total-volume', 'total-volume'] })).metrics)).to.deep.equal([
      'total-volume',
    ]);
  });

  it('each metric runs by its own clock', async () => {
    expect(await valueOf('link-clicks', { from: '2026-06-01', to: '2026-06-01' })).to.equal(0);
    expect(await valueOf('link-clicks', { from: '2026-06-02', to: '2026-06-02' })).to.equal(1);
    expect(await valueOf('add-to-cart', { from: '2026-06-05', to: '2026-06-05' })).to.equal(3);
    expect(await valueOf('ai-revenue', { from: '2026-06-03', to: '2026-06-03' })).to.equal(1001);
  });
});

describe('now', () => {
  const nows: [now: string, volume: number, resolved: number, revenue: number | null, asOf: string][] = [
    ['2026-05-01T00:00:00Z', 0, 0, 0, '2026-05-01T00:00:00.000Z'],
    ['2026-06-01T00:00:00Z', 1, 1, 0, '2026-06-01T00:00:00.000Z'],
    ['2026-06-02T11:59:59.999Z', 1, 1, 0, '2026-06-01T00:00:00.000Z'],
    ['2026-06-02T12:00:00Z', 3, 2, 0, '2026-06-02T12:00:00.000Z'],
    ['2026-06-02T18:00:00Z', 3, 2, 5000, '2026-06-02T18:00:00.000Z'],
    ['2026-06-07T11:59:59.999Z', 4, 2, 6001, '2026-06-05T12:00:00.000Z'],
    ['2026-06-07T12:00:00Z', 5, 2, 6001, '2026-06-07T12:00:00.000Z'],
    ['2026-06-07T12:00:00.001Z', 6, 2, 6001, '2026-06-07T12:00:00.001Z'],
    ['2026-06-07T14:00:00.001+02:00', 6, 2, 6001, '2026-06-07T12:00:00.001Z'],
    ['2026-06-30T00:00:00Z', 6, 3, 6001, '2026-06-08T12:00:00.000Z'],
  ];
  for (const [now, volume, solved, revenue, asOf] of nows) {
    it(`at ${now} the week has ${volume} conversations, ${solved} resolved, ${revenue} earned, facts up to ${asOf}`, async () => {
      const answer = await answerOf(data, { metrics: ['total-volume', 'ai-resolved', 'ai-revenue'], now });
      expect(Object.values(answer.metrics).map(({ value }) => value)).to.deep.equal([volume, solved, revenue]);
      expect(answer.asOf).to.equal(asOf);
    });
  }

  it('a question’s now beats the source’s, and the source’s beats the clock', async () => {
    expect((await metricOf(data, 'total-volume', {}, { now: june(1) })).value).to.equal(1);
    expect((await metricOf(data, 'total-volume', { now: june(3) }, { now: june(1) })).value).to.equal(3);
  });

  it('going back in time after going forth gives the same numbers', async () => {
    const source = sourceOf(data);
    const at = (now: string) => source.query({ metrics: ['total-volume', 'ai-resolved'], ...WEEK, now });
    const early = await at(june(2));
    const late = await at(june(30));
    expect(await at(june(2))).to.deep.equal(early);
    expect(await at(june(30))).to.deep.equal(late);
  });

  it('an answer without any fact is as of now', async () =>
    expect((await answerOf({}, {})).asOf).to.equal('2026-06-07T12:00:00.000Z'));
});

describe('the compared range', () => {
  it('stands beside the range, in totals, groups and buckets', async () => {
    const answer = await answerOf(data, {
      from: '2026-06-02',
      to: '2026-06-03',
      compare: { from: '2026-05-31', to: '2026-06-01' },
      grain: 'day',
      groupBy: 'channel',
    });
    expect(answer).to.deep.equal({
      asOf: '2026-06-07T12:00:00.000Z',
      buckets: ['2026-06-02', '2026-06-03'],
      partial: [false, false],
      previousBuckets: ['2026-05-31', '2026-06-01'],
      groups: ['sms', 'web-chat'],
      metrics: {
        'total-volume': {
          value: 2,
          previous: 2,
          byGroup: [1, 1],
          previousByGroup: [1, 1],
          byBucket: [2, 0],
          previousByBucket: [1, 1],
          byGroupAndBucket: [
            [1, 0],
            [1, 0],
          ],
        },
      },
    });
  });

  it('has the groups of the range, not its own', async () => {
    const answer = await answerOf(data, {
      from: '2026-06-04',
      to: '2026-06-04',
      compare: { from: '2026-06-02', to: '2026-06-02' },
      groupBy: 'channel',
    });
    expect(answer.groups).to.deep.equal(['voice']);
    expect(answer.metrics['total-volume']).to.deep.equal({ value: 1, previous: 2, byGroup: [1], previousByGroup: [0] });
  });

  const lengths: [compare: string, previousBuckets: number, previousByBucket: (number | null)[]][] = [
    ['2026-06-01/2026-06-01', 1, [1, null, null]],
    ['2026-05-30/2026-06-01', 3, [0, 1, 1]],
    ['2026-05-30/2026-06-03', 5, [0, 1, 1]],
  ];
  for (const [compare, previousBuckets, previousByBucket] of lengths) {
    it(`of ${previousBuckets} days beside 3 is cut or padded to 3`, async () => {
      const [from = '', to = ''] = compare.split('/');
      const answer = await answerOf(data, {
        from: '2026-06-02',
        to: '2026-06-04',
        compare: { from, to },
        grain: 'day',
      });
      expect(answer.previousBuckets).to.have.lengthOf(previousBuckets);
      expect(answer.metrics['total-volume']!.previousByBucket).to.deep.equal(previousByBucket);
    });
  }

  it('without buckets has no previous ones', async () => {
    const answer = await answerOf(data, { compare: { from: '2026-05-31', to: '2026-05-31' } });
    expect(answer).to.not.have.property('previousBuckets');
    expect(answer.metrics['total-volume']).to.deep.equal({ value: 5, previous: 1 });
  });
});

describe('buckets', () => {
  it('are every day of the range, empty ones included', async () => {
    const answer = await answerOf(data, { grain: 'day', metrics: ['total-volume', 'ai-resolved-rate', 'ai-revenue'] });
    expect(answer.buckets).to.deep.equal([
      '2026-06-01',
      '2026-06-02',
      '2026-06-03',
      '2026-06-04',
      '2026-06-05',
      '2026-06-06',
      '2026-06-07',
    ]);
    expect(answer.partial).to.deep.equal([false, false, false, false, false, false, true]);
    expect(answer.metrics['total-volume']!.byBucket).to.deep.equal([1, 2, 0, 1, 0, 0, 1]);
    expect(answer.metrics['ai-resolved-rate']!.byBucket).to.deep.equal([1, 0.5, null, 0, null, null, 0]);
    expect(answer.metrics['ai-revenue']!.byBucket).to.deep.equal([0, 5000, 1001, 0, 0, 0, 0]);
  });

  it('of one day is one', async () => {
    const answer = await answerOf(data, { from: '2026-06-02', to: '2026-06-02', grain: 'day' });
    expect([answer.buckets, answer.partial, answer.metrics['total-volume']!.byBucket]).to.deep.equal([
      ['2026-06-02'],
      [false],
      [2],
    ]);
  });

  it('of weeks and months bear their calendar start, also where the range cuts them', async () => {
    const weeks = await answerOf(data, { from: '2026-05-31', to: '2026-06-02', grain: 'week' });
    expect([weeks.buckets, weeks.partial, weeks.metrics['total-volume']!.byBucket]).to.deep.equal([
      ['2026-05-25', '2026-06-01'],
      [true, true],
      [1, 3],
    ]);
    const months = await answerOf(data, {
      from: '2026-05-31',
      to: '2026-06-30',
      grain: 'month',
      now: '2026-07-01T00:00:00Z',
    });
    expect([months.buckets, months.partial, months.metrics['total-volume']!.byBucket]).to.deep.equal([
      ['2026-05-01', '2026-06-01'],
      [true, false],
      [1, 6],
    ]);
  });

  it('after now are zero for counts and null for rates', async () => {
    const { metrics } = await answerOf(data, {
      from: '2026-06-07',
      to: '2026-06-09',
      grain: 'day',
      metrics: ['total-volume', 'ai-resolved-rate'],
    });
    expect([metrics['total-volume']!.byBucket, metrics['ai-resolved-rate']!.byBucket]).to.deep.equal([
      [1, 0, 0],
      [0, null, null],
    ]);
  });

  it('of the hours of the week are 168', async () => {
    const answer = await answerOf(data, { grain: 'hour-of-week' });
    const counts = answer.metrics['total-volume']!.byBucket!;
    expect(answer.buckets).to.have.lengthOf(168);
    expect(answer.buckets!.filter((_, index) => counts[index]! > 0)).to.deep.equal(['1T00', '2T12', '4T12', '7T12']);
  });

  it('exist only where a grain is asked', async () => {
    expect(await answerOf(data, {})).to.have.all.keys('asOf', 'metrics');
    expect(await metricOf(data, 'total-volume')).to.deep.equal({ value: 5 });
  });
});

describe('days that are not 24 hours long', () => {
  const each = (...times: string[]): AgentData => ({ conversations: times.map((at, index) => talk(`c${index}`, at)) });
  const counted = (facts: AgentData, query: Partial<MetricsQuery>) =>
    answerOf(facts, { now: '2027-01-01T00:00:00Z', ...query });

  it('in Berlin, 29 March 2026 has 23 hours', async () => {
    const facts = each(
      '2026-03-28T22:59:59.999Z',
      '2026-03-28T23:00:00Z',
      '2026-03-29T00:59:59Z',
      '2026-03-29T01:00:00Z',
      '2026-03-29T21:59:59.999Z',
      '2026-03-29T22:00:00Z',
    );
    const day = { from: '2026-03-29', to: '2026-03-29', timeZone: 'Europe/Berlin' };
    expect((await counted(facts, day)).metrics['total-volume']!.value).to.equal(4);
    const hours = await counted(facts, { ...day, grain: 'hour' });
    expect(hours.buckets).to.have.lengthOf(23);
    expect(hours.buckets!.slice(0, 3)).to.deep.equal([
      '2026-03-29T00:00+01:00',
      '2026-03-29T01:00+01:00',
      '2026-03-29T03:00+02:00',
    ]);
    expect(hours.metrics['total-volume']!.byBucket!.slice(0, 3)).to.deep.equal([1, 1, 1]);
  });

  it('in Berlin, 25 October 2026 has 25 hours', async () => {
    const facts = each(
      '2026-10-24T22:00:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:30:00Z',
      '2026-10-25T22:59:59.999Z',
      '2026-10-25T23:00:00Z',
    );
    const day = { from: '2026-10-25', to: '2026-10-25', timeZone: 'Europe/Berlin' };
    expect((await counted(facts, day)).metrics['total-volume']!.value).to.equal(4);
    const hours = await counted(facts, { ...day, grain: 'hour' });
    expect(hours.buckets).to.have.lengthOf(25);
    expect(hours.buckets!.slice(2, 4)).to.deep.equal(['2026-10-25T02:00+02:00', '2026-10-25T02:00+01:00']);
    expect(hours.metrics['total-volume']!.byBucket!.slice(2, 4)).to.deep.equal([1, 1]);
    const folded = await counted(facts, { ...day, grain: 'hour-of-day' });
    expect(folded.metrics['total-volume']!.byBucket![2]).to.equal(2);
  });

  it('in Apia, the skipped 30 December 2011 is a bucket that counts nothing', async () => {
    const facts = each('2011-12-30T09:59:59.999Z', '2011-12-30T10:00:00Z');
    const answer = await counted(facts, {
      from: '2011-12-29',
      to: '2011-12-31',
      timeZone: 'Pacific/Apia',
      grain: 'day',
    });
    expect(answer.buckets).to.deep.equal(['2011-12-29', '2011-12-30', '2011-12-31']);
    expect(answer.metrics['total-volume']!.byBucket).to.deep.equal([1, 0, 1]);
    expect(
      (await counted(facts, { from: '2011-12-30', to: '2011-12-30', timeZone: 'Pacific/Apia' })).metrics[
        'total-volume'
      ]!.value,
    ).to.equal(0);
  });
});

describe('groups', () => {
  const groupsOf = async (query: Partial<MetricsQuery>, facts = data) => {
    const answer = await answerOf(facts, query);
    return {
      groups: answer.groups,
      other: answer.otherIndex,
      counts: Object.values(answer.metrics).map(({ byGroup }) => byGroup),
    };
  };
  const named = (...channels: (string | undefined)[]): AgentData => ({
    conversations: channels.map((channel, index) =>
      talk(`c${index}`, june(5), channel === undefined ? {} : { channel }),
    ),
  });

  it('come by rows, then by code point', async () => {
    expect(await groupsOf({ groupBy: 'channel' })).to.deep.equal({
      groups: ['web-chat', 'sms', 'voice'],
      other: undefined,
      counts: [[3, 1, 1]],
    });
    expect(
      (await groupsOf({ groupBy: 'channel' }, named('b', 'Z', 'é', 'a', '𝒜', 'ﬀ', undefined, '10', '9'))).groups,
    ).to.deep.equal(['', '10', '9', 'Z', 'a', 'b', 'é', 'ﬀ', '𝒜']);
  });

  it('take records without a value together as the empty one', async () => {
    expect(await groupsOf({ groupBy: 'tag' })).to.deep.equal({
      groups: ['', 'order', 'return'],
      other: undefined,
      counts: [[2, 2, 1]],
    });
    expect((await groupsOf({ groupBy: 'channel' }, named('', undefined, 'a'))).counts).to.deep.equal([[2, 1]]);
  });

  it('beyond the limit are the rest', async () => {
    expect(await groupsOf({ groupBy: 'channel', limit: 1 })).to.deep.equal({
      groups: ['web-chat', 'other'],
      other: 1,
      counts: [[3, 2]],
    });
    expect(await groupsOf({ groupBy: 'channel', limit: 2 })).to.deep.equal({
      groups: ['web-chat', 'sms', 'other'],
      other: 2,
      counts: [[3, 1, 1]],
    });
    expect(await groupsOf({ groupBy: 'channel', limit: 3 })).to.deep.equal({
      groups: ['web-chat', 'sms', 'voice'],
      other: undefined,
      counts: [[3, 1, 1]],
    });
  });

  it('tell the rest from a real value of the same name', async () => {
    const facts = named('other', 'other', 'a', 'b');
    expect(await groupsOf({ groupBy: 'channel', limit: 1 }, facts)).to.deep.equal({
      groups: ['other', 'other'],
      other: 1,
      counts: [[2, 2]],
    });
    expect(await groupsOf({ groupBy: 'channel' }, facts)).to.deep.equal({
      groups: ['other', 'a', 'b'],
      other: undefined,
      counts: [[2, 1, 1]],
    });
  });

  it('of a rate’s rest are a rate of the rest, not a sum of rates', async () => {
    const answer = await answerOf(data, { metrics: ['ai-resolved-rate'], groupBy: 'tag', limit: 1 });
    expect([answer.groups, answer.metrics['ai-resolved-rate']!.byGroup]).to.deep.equal([
      ['', 'other'],
      [0, 2 / 3],
    ]);
  });

  it('of status are always four, in order, with zeros', async () => {
    const groups = ['resolved', 'routed', 'closed', 'open'];
    expect(await groupsOf({ groupBy: 'status' })).to.deep.equal({ groups, other: undefined, counts: [[2, 1, 1, 1]] });
    expect(await groupsOf({ groupBy: 'status', limit: 1 })).to.deep.equal({
      groups,
      other: undefined,
      counts: [[2, 1, 1, 1]],
    });
    expect(await groupsOf({ groupBy: 'status', from: '2030-01-01', to: '2030-01-01' })).to.deep.equal({
      groups,
      other: undefined,
      counts: [[0, 0, 0, 0]],
    });
    expect(await groupsOf({ groupBy: 'status', filters: { status: ['open'] } })).to.deep.equal({
      groups,
      other: undefined,
      counts: [[0, 0, 0, 1]],
    });
  });

  it('of outcome are always three, in order', async () => {
    expect(await groupsOf({ groupBy: 'outcome' })).to.deep.equal({
      groups: ['resolved', 'unresolved', 'open'],
      other: undefined,
      counts: [[2, 2, 1]],
    });
  });

  it('of a dimension with several values count a record in each, without a rest', async () => {
    expect(await groupsOf({ groupBy: 'goal' })).to.deep.equal({
      groups: ['', 'buy', 'sign-up'],
      other: undefined,
      counts: [[3, 2, 1]],
    });
    expect(await groupsOf({ groupBy: 'goal', limit: 2 })).to.deep.equal({
      groups: ['', 'buy'],
      other: undefined,
      counts: [[3, 2]],
    });
    expect(await groupsOf({ groupBy: 'skill', metrics: ['skill-uses'] })).to.deep.equal({
      groups: ['faq', 'orders'],
      other: undefined,
      counts: [[1, 1]],
    });
  });

  it('count a record once in a group that it names twice', async () => {
    const facts = {
      conversations: [
        talk('a', june(5), {
          goals: ['buy', 'buy'],
          messages: [said('visitor', june(5)), said('agent', june(5), '', { skill: ['faq', 'faq'] })],
        }),
      ],
    };
    expect(await groupsOf({ groupBy: 'goal' }, facts)).to.deep.equal({
      groups: ['buy'],
      other: undefined,
      counts: [[1]],
    });
    expect(await groupsOf({ groupBy: 'skill', metrics: ['skill-uses'] }, facts)).to.deep.equal({
      groups: ['faq'],
      other: undefined,
      counts: [[1]],
    });
  });

  it('of goal completion stand over the whole volume', async () => {
    const answer = await answerOf(data, { metrics: ['goal-completion-rate'], groupBy: 'goal' });
    const byGroup = Object.fromEntries(
      answer.groups!.map((goal, index) => [goal, answer.metrics['goal-completion-rate']!.byGroup![index]]),
    );
    expect([byGroup['buy'], byGroup['sign-up']]).to.deep.equal([0.4, 0.2]);
    expect((await metricOf(data, 'goal-completion-rate', { filters: { goal: ['sign-up'] } })).value).to.equal(0.2);
  });

  it('are those of any asked metric, by rows of the first', async () => {
    const answer = await answerOf(data, {
      from: '2026-06-05',
      to: '2026-06-07',
      metrics: ['total-volume', 'add-to-cart'],
      groupBy: 'channel',
    });
    expect(answer.groups).to.deep.equal(['web-chat', 'voice']);
    expect(answer.metrics['add-to-cart']!.byGroup).to.deep.equal([0, 3]);
  });

  it('of an item are those of the credited click’s conversation', async () => {
    const answer = await answerOf(data, { metrics: ['ai-revenue'], groupBy: 'tag' });
    expect([answer.groups, answer.metrics['ai-revenue']!.byGroup]).to.deep.equal([['order'], [6001]]);
  });

  it('that no record has are null with no-dimension', async () => {
    const answer = await answerOf(data, {
      metrics: ['total-volume', 'add-to-cart'],
      groupBy: 'region',
      grain: 'month',
      compare: { from: '2026-05-01', to: '2026-05-31' },
    });
    expect(answer.metrics['total-volume']).to.deep.equal({
      value: 5,
      previous: 1,
      reason: 'no-dimension',
      byBucket: [5],
      previousByBucket: [1],
      byGroup: null,
      previousByGroup: null,
      byGroupAndBucket: null,
    });
    expect(answer.metrics['add-to-cart']!.reason).to.equal('no-dimension');
  });

  it('of a dimension of other facts only are null with no-dimension', async () => {
    expect(await metricOf(data, 'total-volume', { groupBy: 'priority' })).to.deep.equal({
      value: 5,
      reason: 'no-dimension',
      byGroup: null,
    });
  });

  it('sum up to the total of every bucket', async () => {
    const answer = await answerOf(data, { groupBy: 'channel', grain: 'day', limit: 1 });
    const { byBucket, byGroup, byGroupAndBucket } = answer.metrics['total-volume']!;
    expect(byGroupAndBucket).to.deep.equal([
      [1, 1, 0, 0, 0, 0, 1],
      [0, 1, 0, 1, 0, 0, 0],
    ]);
    expect(byBucket).to.deep.equal([1, 2, 0, 1, 0, 0, 1]);
    expect(byGroup).to.deep.equal([3, 2]);
  });
});

describe('filters', () => {
  const filters: [filters: Record<string, string[]>, value: number][] = [
    [{}, 5],
    [{ channel: [] }, 5],
    [{ channel: ['sms'] }, 1],
    [{ channel: ['sms', 'voice'] }, 2],
    [{ channel: ['sms', 'sms'] }, 1],
    [{ channel: ['SMS'] }, 0],
    [{ channel: ['unheard'] }, 0],
    [{ channel: ['constructor'] }, 0],
    [{ tag: [''] }, 2],
    [{ tag: ['', 'return'] }, 3],
    [{ '!tag': ['order'] }, 3],
    [{ '!tag': [''] }, 3],
    [{ '!tag': ['order', ''] }, 1],
    [{ '!tag': [] }, 5],
    [{ '!tag': ['unheard'] }, 5],
    [{ channel: ['web-chat'], tag: ['order'] }, 1],
    [{ channel: ['web-chat'], '!tag': ['order'] }, 2],
    [{ tag: ['order', 'return'], '!tag': ['order'] }, 1],
    [{ status: ['resolved'] }, 2],
    [{ status: ['routed', 'closed'] }, 2],
    [{ '!status': ['resolved'] }, 3],
    [{ outcome: ['unresolved'] }, 2],
    [{ goal: ['buy'] }, 2],
    [{ goal: ['sign-up', 'buy'] }, 2],
    [{ goal: [''] }, 3],
    [{ '!goal': ['sign-up'] }, 4],
    [{ skill: ['faq'] }, 1],
  ];
  for (const [asked, value] of filters) {
    it(`${JSON.stringify(asked)} leaves ${value} of 5`, async () =>
      expect(await valueOf('total-volume', { filters: asked })).to.equal(value));
  }

  it('narrow what conversations own: clicks, items, skills, cart adds', async () => {
    const query = {
      filters: { channel: ['web-chat'] },
      metrics: ['link-clicks', 'ai-revenue', 'skill-uses', 'add-to-cart'],
    };
    expect(Object.values((await answerOf(data, query)).metrics).map(({ value }) => value)).to.deep.equal([
      1, 6001, 1, 0,
    ]);
  });

  it('by skill look at a message’s own skill, not at its conversation’s', async () => {
    const facts = {
      conversations: [
        talk('a', june(5), {
          messages: [
            said('visitor', june(5)),
            said('agent', june(5), '', { skill: 'faq' }),
            said('agent', june(5), '', { skill: 'orders' }),
          ],
        }),
      ],
    };
    expect((await metricOf(facts, 'skill-uses', { filters: { skill: ['faq'] } })).value).to.equal(1);
    expect((await metricOf(facts, 'skill-uses')).value).to.equal(2);
    expect((await metricOf(facts, 'total-volume', { filters: { skill: ['faq'] } })).value).to.equal(1);
  });

  it('by a dimension that no record has give null with no-dimension', async () => {
    expect(await metricOf(data, 'total-volume', { filters: { region: ['DE'] } })).to.deep.equal({
      value: null,
      reason: 'no-dimension',
    });
    expect(await metricOf(data, 'total-volume', { filters: { region: [''] } })).to.deep.equal({
      value: null,
      reason: 'no-dimension',
    });
    expect(await metricOf(data, 'total-volume', { filters: { region: [] } })).to.deep.equal({ value: 5 });
  });

  const wrong: [filters: unknown, names: string][] = [
    [{ colour: ['red'] }, '"colour"'],
    [{ '!colour': ['red'] }, '"colour"'],
    [{ Channel: ['sms'] }, '"Channel"'],
    [{ constructor: ['x'] }, '"constructor"'],
    [{ '': ['x'] }, '""'],
    [{ '!': ['x'] }, '""'],
    [{ channel: 'sms' }, '"channel"'],
    [{ channel: [1] }, '"channel"'],
    [['channel'], '["channel"]'],
  ];
  for (const [asked, names] of wrong) {
    it(`${JSON.stringify(asked)} is refused by name: ${names}`, async () => {
      const error = await rejection(answerOf(data, { filters: asked as never }));
      expect(error).to.be.instanceOf(RangeError);
      expect([error['parameter'], error.message]).to.satisfy(
        ([parameter, message]: string[]) => parameter === 'filters' && message!.includes(names),
      );
    });
  }
});

describe('live spans', () => {
  const grain = 'day' as const;
  const two: AgentData = { conversations: [talk('a', june(1)), talk('b', june(4))] };
  const cases: [name: string, live: AgentData['live'], value: number | null, byBucket: (number | null)[]][] = [
    ['not said', undefined, 2, [1, 0, 0, 1, 0, 0, 0]],
    ['not live yet', null, 2, [1, null, null, 1, null, null, null]],
    ['the hub alone is told of', { hub: [] }, 2, [1, 0, 0, 1, 0, 0, 0]],
    ['no span', { agent: [] }, 2, [1, null, null, 1, null, null, null]],
    ['live all along', { agent: [{ since: '2020-01-01T00:00:00Z' }] }, 2, [1, 0, 0, 1, 0, 0, 0]],
    ['live from the middle of 3 June', { agent: [{ since: june(3) }] }, 2, [1, null, 0, 1, 0, 0, 0]],
    [
      'live until midnight before 3 June',
      { agent: [{ since: june(1), until: june(3, '00:00') }] },
      2,
      [1, 0, null, 1, null, null, null],
    ],
    [
      'live until 1 ms into 3 June',
      { agent: [{ since: june(1), until: '2026-06-03T00:00:00.001Z' }] },
      2,
      [1, 0, 0, 1, null, null, null],
    ],
    [
      'live twice',
      { agent: [{ since: june(2), until: june(2, '13:00') }, { since: june(6) }] },
      2,
      [1, 0, null, 1, null, 0, 0],
    ],
    ['until is null', { agent: [{ since: june(6), until: null as never }] }, 2, [1, null, null, 1, null, 0, 0]],
  ];
  for (const [name, live, value, byBucket] of cases) {
    it(`${name}: ${value} in all, ${JSON.stringify(byBucket)} by day`, async () => {
      const facts: AgentData = { ...two, ...(live !== undefined && { live }) };
      expect(await metricOf(facts, 'total-volume', { grain })).to.deep.equal({ value, byBucket });
    });
  }

  it('a range wholly outside without facts is null, in total and groups', async () => {
    const facts: AgentData = { ...two, live: { agent: [{ since: june(3) }] } };
    const query = {
      from: '2026-05-01',
      to: '2026-05-02',
      grain,
      groupBy: 'status',
      compare: { from: '2026-06-03', to: '2026-06-04' },
    } as const;
    const nulls = [null, null];
    expect(await metricOf(facts, 'total-volume', query)).to.deep.equal({
      value: null,
      previous: 1,
      byBucket: nulls,
      previousByBucket: [0, 1],
      byGroup: [null, null, null, null],
      previousByGroup: [0, 0, 0, 1],
      byGroupAndBucket: [nulls, nulls, nulls, nulls],
    });
  });

  it('a bucket with facts is measured even where a filter leaves none', async () => {
    const facts: AgentData = {
      conversations: [talk('a', june(1), { channel: 'sms' })],
      live: { agent: [{ since: june(3) }] },
    };
    expect(
      (await metricOf(facts, 'total-volume', { grain, to: '2026-06-03', filters: { channel: ['voice'] } })).byBucket,
    ).to.deep.equal([0, null, 0]);
  });

  it('govern agent and chatbot metrics alike', async () => {
    const { metrics } = await answerOf(
      { ...two, live: null },
      { metrics: ['chat-opens', 'total-volume'], from: '2026-06-02', to: '2026-06-03' },
    );
    expect(Object.values(metrics).map(({ value }) => value)).to.deep.equal([null, null]);
  });
});

describe('limits', () => {
  const busy: AgentData = { conversations: [talk('a')] };
  const refused: [name: string, query: Partial<MetricsQuery>, parameter: string, names: string][] = [
    ['no metric', { metrics: [] }, 'metrics', 'at least one'],
    [
      '41 metrics',
      { metrics: Array.from({ length: 41 }, () => 'total-volume') },
      'metrics',
      '41 metrics; the limit is 40',
    ],
    ['4,001 days', { from: '2015-01-01', to: '2025-12-14', grain: 'day' }, 'grain', '4001 buckets; the limit is 4000'],
    [
      '4,001 days of comparison',
      { compare: { from: '2015-01-01', to: '2025-12-14' }, grain: 'day' },
      'grain',
      '4001 buckets',
    ],
    [
      'more than 200,000 cells',
      {
        metrics: Array.from({ length: 13 }, () => 'total-volume'),
        from: '2015-01-01',
        to: '2025-12-13',
        grain: 'day',
        groupBy: 'status',
      },
      'groupBy',
      '208000 cells; the limit is 200000',
    ],
    ['limit 0', { groupBy: 'channel', limit: 0 }, 'limit', '0'],
    ['limit 1.5', { groupBy: 'channel', limit: 1.5 }, 'limit', '1.5'],
    ['an unknown grain', { grain: 'fortnight' as never }, 'grain', '"fortnight"'],
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, 'timeZone', 'Mars/Olympus'],
    ['a week that starts on Wednesday', { weekStart: 3 as never }, 'weekStart', '3'],
    ['an unknown dimension', { groupBy: 'colour' }, 'groupBy', '"colour"'],
    ['a dimension named like a method', { groupBy: 'constructor' }, 'groupBy', '"constructor"'],
    ['30 February', { from: '2026-02-30' }, 'from', '2026-02-30'],
    ['31 June at the end', { to: '2026-06-31' }, 'to', '2026-06-31'],
    ['an end before the start', { from: '2026-06-07', to: '2026-06-01' }, 'from', '2026-06-07/2026-06-01'],
    ['an instant for a date', { from: '2026-06-01T00:00:00Z' }, 'from', '2026-06-01T00:00:00Z'],
    ['30 February in the comparison', { compare: { from: '2026-02-30', to: '2026-03-01' } }, 'compare', '2026-02-30'],
    ['a now without a zone', { now: '2026-06-07T12:00:00' }, 'now', '2026-06-07T12:00:00'],
  ];
  for (const [name, query, parameter, names] of refused) {
    it(`${name} is refused at ${parameter}`, async () => {
      const error = await rejection(answerOf(busy, query));
      expect(error).to.be.instanceOf(RangeError);
      expect(error.message).to.include(names);
      expect(error['parameter']).to.equal(parameter);
    });
  }

  const taken: [name: string, query: Partial<MetricsQuery>][] = [
    ['40 metrics', { metrics: Array.from({ length: 40 }, () => 'total-volume') }],
    ['4,000 days', { from: '2015-01-01', to: '2025-12-13', grain: 'day' }],
    [
      '192,000 cells',
      {
        metrics: Array.from({ length: 12 }, () => 'total-volume'),
        from: '2015-01-01',
        to: '2025-12-13',
        grain: 'day',
        groupBy: 'status',
      },
    ],
    ['limit 1', { groupBy: 'channel', limit: 1 }],
  ];
  for (const [name, query] of taken) {
    it(`${name} are answered`, async () =>
      expect((await answerOf(busy, query)).metrics['total-volume']!.value).to.be.a('number'));
  }

  it('1,001 values are 1,000 groups and the rest', async () => {
    const conversations = Array.from({ length: 1001 }, (_, index): Conversation =>
      talk(`c${index}`, june(5), { channel: `n${String(index).padStart(4, '0')}` }),
    );
    const answer = await answerOf({ conversations }, { groupBy: 'channel' });
    expect([answer.groups!.length, answer.otherIndex, answer.metrics['total-volume']!.byGroup!.at(-1)]).to.deep.equal([
      1001, 1000, 1,
    ]);
    const most = await answerOf({ conversations }, { groupBy: 'channel', limit: 5000 });
    expect(most.groups).to.have.lengthOf(1001);
  });
});
