import { expect } from 'chai';
import {
  parseSort,
  toBreakdown,
  toBreakdownCsv,
  toBreakdownMetrics,
} from '../../../src/elements/agent-breakdown-chart/breakdown-rows.js';
import { createFormats } from '../../../src/core/format/formats.js';
import type { MetricAnswer, MetricsAnswer } from '../../../src/core/query.js';
import { messages as en } from '../../../src/locales/en.js';
import { description } from '../support/answers.js';

const words = { messages: en, formats: createFormats('en', 'UTC', 'EUR'), description: description() };
const asked = { metrics: ['total-volume'], from: '2026-06-01', to: '2026-06-07', timeZone: 'UTC', groupBy: 'region' };
const compare = { from: '2026-05-25', to: '2026-05-31' };

const answered = (
  metric: string,
  groups: string[],
  numbers: MetricAnswer,
  rest: Partial<MetricsAnswer> = {},
): MetricsAnswer => ({ asOf: '2026-06-07T11:00:00Z', groups, metrics: { [metric]: numbers }, ...rest });
const volume = answered(
  'total-volume',
  ['DE', 'KR', '', 'other'],
  { value: 100, byGroup: [40, 10, 20, 30] },
  { otherIndex: 3 },
);
const rate = answered('ai-resolved-rate', ['DE', 'KR', 'US'], { value: 0.5, byGroup: [0.5, null, 0.25] });

const of = (answer: MetricsAnswer, sort = '-value', query: object = {}, said = words) =>
  toBreakdown(answer, { ...asked, metrics: Object.keys(answer.metrics), ...query }, sort, 'en', said);

describe('toBreakdown', () => {
  it('has the most first, with shares, the rest last and countries by their names', () => {
    const { rows, total, hasShares } = of(volume);
    expect(
      rows.map(({ key, label, value, share, lengthOfOne }) => [key, label, value, share, lengthOfOne]),
    ).to.deep.equal([
      ['DE', 'Germany', 40, 0.4, 1],
      ['', 'None', 20, 0.2, 0.5],
      ['KR', 'South Korea', 10, 0.1, 0.25],
      [undefined, 'Other', 30, 0.3, 0.75],
    ]);
    expect([total, hasShares]).to.deep.equal([100, true]);
  });

  it('has no shares of rates, and what was not measured last', () => {
    const { rows, hasShares } = of(rate);
    expect(rows.map(({ label, value, share }) => [label, value, share])).to.deep.equal([
      ['Germany', 0.5, null],
      ['United States', 0.25, null],
      ['South Korea', null, null],
    ]);
    expect(hasShares).to.equal(false);
  });

  for (const [sort, answer, first] of [
    ['value', volume, 'South Korea'],
    ['name', volume, 'Germany'],
    ['-name', volume, 'South Korea'],
    ['worst', rate, 'United States'],
    ['best', rate, 'Germany'],
    ['worst', volume, 'Germany'],
    ['worst', answered('ai-unresolved-rate', ['DE', 'US'], { value: 0.3, byGroup: [0.1, 0.4] }), 'United States'],
    ['best', answered('ai-unresolved-rate', ['DE', 'US'], { value: 0.3, byGroup: [0.1, 0.4] }), 'Germany'],
  ] as const)
    it(`begins with ${first} for ${Object.keys(answer.metrics)[0]} by ${sort}`, () =>
      expect(of(answer, sort).rows[0]!.label).to.equal(first));

  for (const [metric, asked] of [
    ['total-volume', { metrics: ['total-volume'], limit: 7 }],
    ['unique-users', { metrics: ['unique-users'], limit: 7 }],
    ['time-saved', { metrics: ['time-saved'], limit: 7 }],
    ['inactive-accounts', { metrics: ['inactive-accounts'], limit: 7 }],
    ['missed-rate', { metrics: ['missed-rate', 'total-volume'] }],
    ['resolution-time:median', { metrics: ['resolution-time:median', 'resolved-tickets'] }],
    ['nps', { metrics: ['nps', 'ticket-volume'] }],
    ['churn-rate', { metrics: ['churn-rate'] }],
  ] as const)
    it(`asks for ${asked.metrics.join(' and ')} of ${'limit' in asked ? 'the greatest groups' : 'all groups'}`, () =>
      expect(toBreakdownMetrics(metric, 7, undefined)).to.deep.equal(asked));

  it('marks a rate that rests on few, and has none of a rest', () => {
    const both = {
      ...rate,
      otherIndex: 2,
      metrics: { ...rate.metrics, 'total-volume': { value: 9, byGroup: [4, 0, 5] } },
    };
    expect(of(both).rows.map(({ label, few }) => [label, few])).to.deep.equal([
      ['Germany', 'Rests on few cases (Total volume: 4)'],
      ['South Korea', undefined],
    ]);
  });

  it('names the orders it knows', () =>
    expect(() => parseSort('count')).to.throw(RangeError, '"count". Use one of: -value, value,'));

  it('tells the change of each group and of the total, in points for rates', () => {
    const both = answered('ai-resolved-rate', ['DE', 'KR'], {
      value: 0.5,
      previous: 0.4,
      byGroup: [0.5, 0.6],
      previousByGroup: [0.75, null],
    });
    const { rows, totalChange } = of(both, '-value', { compare });
    expect(rows.map(({ change }) => change && [change.text, change.verdict])).to.deep.equal([null, ['−25 pts', 'bad']]);
    expect(totalChange).to.deep.include({ text: '+10 pts', verdict: 'good' });
    expect(of(both).rows[0]!.change).to.equal(undefined);
  });

  it('says that a record counts in several groups, without shares', () => {
    const skills = {
      ...words,
      description: description({ dimensions: { skill: { values: ['a', 'b'], truncated: false, multiValued: true } } }),
    };
    const { hasShares, hasSeveral } = of(
      answered('total-volume', ['a', 'b'], { value: 3, byGroup: [3, 2] }),
      '-value',
      { groupBy: 'skill' },
      skills,
    );
    expect([hasShares, hasSeveral]).to.deep.equal([false, true]);
  });

  for (const [what, numbers, hint] of [
    ['data that were not supplied', { value: null, reason: 'no-data' }, 'No data'],
    ['data without the dimension', { value: 3, reason: 'no-dimension', byGroup: null }, 'These data have no region.'],
    ['nothing in the range', { value: null, byGroup: [] }, 'Nothing measured'],
  ] as const)
    it(`hints at ${what}`, () =>
      expect(of(answered('ai-resolved-rate', [], numbers as unknown as MetricAnswer)).hint).to.equal(hint));

  it('draws a score below zero as long as it is far from it', () => {
    const { rows } = of(answered('nps', ['a', 'b'], { value: 10, byGroup: [-50, 25] }));
    expect(rows.map(({ value, lengthOfOne }) => [value, lengthOfOne])).to.deep.equal([
      [25, 0.5],
      [-50, 1],
    ]);
  });
});

describe('the file of a breakdown', () => {
  it('has a row per group in the main unit of money, with the compared range', () => {
    const revenue = answered('ai-revenue', ['DE', '=1+1'], {
      value: 300,
      byGroup: [200, 100],
      previousByGroup: [100, null],
    });
    const query = { ...asked, metrics: ['ai-revenue'], compare };
    expect(
      toBreakdownCsv(of(revenue, '-value', { compare }), query, words)
        .slice(1)
        .split('\r\n'),
    ).to.deep.equal([
      'Region,"AI-generated sales, EUR",Share,2026-05-25/2026-05-31',
      'Germany,2,0.6666666666666666,1',
      "'=1+1,1,0.3333333333333333,",
      '',
    ]);
  });
});
