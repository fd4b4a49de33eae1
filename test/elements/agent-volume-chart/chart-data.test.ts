import { expect } from 'chai';
import { chartTitle, hintOf, toChartData } from '../../../src/elements/agent-volume-chart/chart-data.js';
import { toTooltip } from '../../../src/elements/agent-volume-chart/bar-detail.js';
import { createFormats } from '../../../src/core/format/formats.js';
import type { CalendarGrain, MetricAnswer, MetricsAnswer } from '../../../src/core/query.js';
import { messages as en } from '../../../src/locales/en.js';
import { answer, description, NOW, SMS, volumeAnswer, WEB_CHAT } from '../support/answers.js';

const words = { messages: en, formats: createFormats('en', 'UTC', undefined), description: description() };
const week = { from: '2026-06-01', to: '2026-06-07' };
const scope = {
  range: week,
  compare: undefined,
  timeZone: 'UTC',
  weekStart: 1,
  filters: {},
  now: Date.parse(NOW),
  nowText: NOW,
} as const;

interface Asked {
  metric?: string;
  groupBy?: string;
  grain?: CalendarGrain;
  about?: Partial<typeof scope> | { range: typeof week };
}

/** Chart data of an answer about the first week of June. */
function dataOf(
  from: MetricsAnswer,
  { metric = 'total-volume', groupBy = 'channel', grain = 'day', about = {} }: Asked = {},
  said = words,
) {
  return toChartData(
    {
      answer: from,
      query: { metrics: [metric], ...week, timeZone: 'UTC', groupBy, grain },
      scope: { ...scope, ...about },
    },
    metric,
    said,
  );
}

const one = (numbers: MetricAnswer, rest: Partial<MetricsAnswer> = {}) =>
  dataOf(answer({ 'total-volume': numbers }, rest));

describe('toChartData', () => {
  it('makes a series of each group, with label, colour and total', () => {
    const { series, total } = dataOf(volumeAnswer());
    expect(
      series.map(({ key, label, token, values, total: sum }) => ({ key, label, token, values, sum })),
    ).to.deep.equal([
      { key: 'web-chat', label: 'Web chat', token: 'series-1', values: WEB_CHAT, sum: 49 },
      { key: 'sms', label: 'SMS', token: 'series-2', values: SMS, sum: 21 },
    ]);
    expect(total).to.equal(70);
  });

  it('stacks in the order of the dimension’s values, whatever the answer’s order', () => {
    const turned = answer(
      { 'total-volume': { value: 70, byBucket: [], byGroup: [21, 49], byGroupAndBucket: [SMS, WEB_CHAT] } },
      { groups: ['sms', 'web-chat'] },
    );
    expect(dataOf(turned).series.map(({ key, total }) => [key, total])).to.deep.equal([
      ['web-chat', 49],
      ['sms', 21],
    ]);
  });

  it('keeps a key’s colour when others are filtered away', () => {
    const alone = answer(
      { 'total-volume': { value: 21, byBucket: SMS, byGroup: [21], byGroupAndBucket: [SMS] } },
      { groups: ['sms'] },
    );
    expect(dataOf(alone).series[0]!.token).to.equal('series-2');
  });

  it('puts the rest last, in grey, and tells it from a real value named other', () => {
    const groups = ['other', 'web-chat', 'rest'];
    const { series } = one(
      { value: 9, byBucket: [9], byGroup: [2, 3, 4], byGroupAndBucket: [[2], [3], [4]] },
      { groups, otherIndex: 2 },
    );
    expect(series.map(({ key, label, token }) => [key, label, token])).to.deep.equal([
      ['web-chat', 'Web chat', 'series-1'],
      ['other', 'other', 'series-2'],
      [undefined, 'Other', 'series-other'],
    ]);
    expect(new Set(series.map(({ id }) => id)).size).to.equal(3);
  });

  it('names what has no value, and puts it after all values', () => {
    const { series } = one(
      { value: 2, byBucket: [2], byGroup: [1, 1], byGroupAndBucket: [[1], [1]] },
      { groups: ['', 'sms'] },
    );
    expect(series.map(({ label }) => label)).to.deep.equal(['SMS', 'None']);
  });

  it('is one series where the data lack the dimension', () => {
    const data = one({ value: 3, reason: 'no-dimension', byBucket: [1, 2], byGroup: null });
    expect(data.isUngrouped).to.equal(true);
    expect(data.series.map(({ label, values, total }) => ({ label, values, total }))).to.deep.equal([
      { label: 'Conversations', values: [1, 2], total: 3 },
    ]);
    expect(hintOf(data, words)).to.equal('These data have no channel; the bars show all conversations.');
  });

  for (const [what, numbers, hint] of [
    ['data that were not supplied', { value: null, reason: 'no-data' }, 'No data'],
    ['a filter that does not fit', { value: null, reason: 'no-dimension' }, 'Cannot be filtered this way'],
    ['nothing measured', { value: null, byGroupAndBucket: [] }, 'Nothing measured'],
    ['numbers', { value: 1, byGroupAndBucket: [[1]] }, undefined],
  ] as const)
    it(`hints at ${what}`, () =>
      expect(hintOf(one(numbers as MetricAnswer, { groups: ['sms'] }), words)).to.equal(hint));

  it('survives an answer without the metric', () => {
    const data = dataOf(answer({}));
    expect(data.total).to.equal(null);
    expect(data.totals).to.deep.equal([null, null, null, null, null, null, null]);
  });

  it('is named after its metric', () => {
    expect(chartTitle('total-volume', words)).to.equal('Conversations');
    expect(chartTitle('ai-resolved', words)).to.equal('Resolved by AI');
  });
});

describe('toTooltip', () => {
  const data = dataOf(volumeAnswer());

  it('says the day in words, rows in stack order with shares, and the total', () => {
    expect(toTooltip(data, data.series, 0, 'sms', words)).to.deep.equal({
      title: 'Monday, June 1, 2026',
      notes: [],
      total: '6',
      rows: [
        { label: 'Web chat', token: 'series-1', value: '5', detail: '83.3%', isActive: false },
        { label: 'SMS', token: 'series-2', value: '1', detail: '16.7%', isActive: true },
      ],
    });
  });

  it('says that a day is not over', () =>
    expect(toTooltip(data, data.series, 6, undefined, words).notes).to.deep.equal(['Not over yet']));

  it('counts only the series that are shown', () =>
    expect(toTooltip(data, [data.series[1]!], 0, undefined, words).total).to.equal('1'));

  it('has no share of nothing', () => {
    const empty = one({ value: 0, byBucket: [0], byGroup: [0], byGroupAndBucket: [[0]] }, { groups: ['sms'] });
    expect(toTooltip(empty, empty.series, 0, undefined, words).rows[0]).to.deep.include({ value: '0', detail: '' });
  });

  it('writes the unknown as a dash', () => {
    const unknown = one({ value: null, byBucket: [null] });
    expect(toTooltip(unknown, unknown.series, 0, undefined, words)).to.deep.include({ total: '–' });
  });
});

describe('numbers that do not add up', () => {
  const rate = answer(
    { 'ai-resolved-rate': { value: 0.75, byBucket: [0.75], byGroup: [1, 0.5], byGroupAndBucket: [[1], [0.5]] } },
    { buckets: ['2026-06-01'], groups: ['web-chat', 'sms'] },
  );

  it('stand side by side, without shares, under the total of the answer', () => {
    const data = dataOf(rate, { metric: 'ai-resolved-rate' });
    expect(data.isStacked).to.equal(false);
    const { rows, total } = toTooltip(data, data.series, 0, undefined, words);
    expect(rows.map(({ value, detail }) => [value, detail])).to.deep.equal([
      ['100%', ''],
      ['50%', ''],
    ]);
    expect(total).to.equal('75%');
  });

  it('are also those of a dimension with several values a record', () => {
    const skills = {
      ...words,
      description: description({ dimensions: { skill: { values: ['a', 'b'], truncated: false, multiValued: true } } }),
    };
    const both = answer(
      { 'total-volume': { value: 1, byBucket: [1], byGroup: [1, 1], byGroupAndBucket: [[1], [1]] } },
      { buckets: ['2026-06-01'], groups: ['a', 'b'] },
    );
    const data = dataOf(both, { groupBy: 'skill' }, skills);
    expect(data.isStacked).to.equal(false);
    expect(toTooltip(data, data.series, 0, undefined, skills).total).to.equal('1');
  });
});

describe('units and gaps', () => {
  it('write money as money', () => {
    const euros = { ...words, formats: createFormats('en', 'UTC', 'EUR') };
    const data = dataOf(
      answer(
        { 'ai-revenue': { value: 123_450, byBucket: [123_450], byGroup: [123_450], byGroupAndBucket: [[123_450]] } },
        { groups: ['sms'] },
      ),
      { metric: 'ai-revenue' },
      euros,
    );
    expect(toTooltip(data, data.series, 0, undefined, euros).total).to.equal('€1,234.50');
  });

  it('keep an unmeasured total unknown', () => {
    const { series } = one(
      { value: null, byBucket: [null], byGroup: [null], byGroupAndBucket: [[null]] },
      { groups: ['sms'] },
    );
    expect(series[0]!.total).to.equal(null);
  });

  it('tell a bucket that the range cuts from one that is not over', () => {
    const months = answer(
      { 'total-volume': { value: 3, byBucket: [1, 2], byGroup: null } },
      { buckets: ['2026-05-01', '2026-06-01'], partial: [true, true] },
    );
    const data = dataOf(months, { grain: 'month', about: { range: { from: '2026-05-08', to: '2026-06-07' } } });
    expect([0, 1].map((bucket) => toTooltip(data, data.series, bucket, undefined, words).notes)).to.deep.equal([
      ['Only part of it is in the range'],
      ['Not over yet'],
    ]);
  });
});
