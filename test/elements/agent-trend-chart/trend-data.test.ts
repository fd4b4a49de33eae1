import { expect } from 'chai';
import { COMPARED, hintsOf, toPlotSeries, toTrendData } from '../../../src/elements/agent-trend-chart/trend-data.js';
import { toKeys, toTooltip, toTrendCsv } from '../../../src/elements/agent-trend-chart/trend-words.js';
import { createFormats } from '../../../src/core/format/formats.js';
import type { Mark } from '../../../src/core/marks.js';
import type { MetricsAnswer } from '../../../src/core/query.js';
import { messages as en } from '../../../src/locales/en.js';
import { answer, description, NOW } from '../support/answers.js';

const words = { messages: en, formats: createFormats('en', 'UTC', 'EUR'), description: description() };
const week = { from: '2026-06-01', to: '2026-06-07' };
const before = { from: '2026-05-25', to: '2026-05-31' };
const BEFORE_DAYS = ['2026-05-25', '2026-05-26', '2026-05-27', '2026-05-28', '2026-05-29', '2026-05-30', '2026-05-31'];

function dataOf(
  from: MetricsAnswer,
  { range = week, compare = undefined as typeof before | undefined, marks = [] as Mark[] } = {},
) {
  const scope = {
    range,
    compare,
    timeZone: 'UTC',
    weekStart: 1 as const,
    filters: {},
    now: Date.parse(NOW),
    nowText: NOW,
  };
  return toTrendData(
    {
      answer: from,
      query: {
        metrics: Object.keys(from.metrics),
        ...range,
        timeZone: 'UTC',
        grain: 'day',
        ...(compare && { compare }),
      },
      scope,
    },
    words,
    marks,
  );
}

const COUNTS = [5, 6, 0, null, 9, 10, 4];
const MONEY = [1000, null, null, 2050, 1000, 1000, 1500];
const RATES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7];
const counts = { value: 34, previous: 20, byBucket: COUNTS, previousByBucket: [1, 2, 3, 4, 5, 0, 8] };
const money = {
  value: 1258,
  previous: 1300,
  byBucket: MONEY,
  previousByBucket: [2000, 1000, null, 1000, 1000, 1000, 0],
};
const rates = { value: 0.4, byBucket: RATES };
const NONE = new Set<string>();

describe('toTrendData', () => {
  it('draws counts as bars on the near axis beside a line of money on the far one, whichever comes first', () => {
    const { units, series } = dataOf(answer({ 'ai-order-value': money, 'total-volume': counts }));
    expect(units).to.deep.equal(['count', 'money']);
    expect(series.map(({ id, kind, isFar, token }) => [id, kind, isFar, token])).to.deep.equal([
      ['ai-order-value', 'line', true, 'series-1'],
      ['total-volume', undefined, false, 'series-2'],
    ]);
  });

  it('draws lines where there is one unit', () => {
    const { units, series } = dataOf(answer({ 'total-volume': counts, 'ai-resolved': counts }));
    expect(units).to.deep.equal(['count']);
    expect(series.map(({ kind }) => kind)).to.deep.equal(['line', 'line']);
  });

  it('leaves a third unit to the table and says so; a metric without data takes no axis', () => {
    const data = dataOf(
      answer({
        'link-clicks': { value: null, reason: 'no-data' },
        'ai-order-value': money,
        'ai-resolved-rate': rates,
        'total-volume': counts,
      }),
    );
    expect(data.units).to.deep.equal(['money', 'percent']);
    expect(hintsOf(data, words)).to.deep.equal([
      'Link clicks: No data',
      'The chart has room for two units. In the table alone: Total volume.',
    ]);
    expect(toPlotSeries(data, NONE).map(({ id }) => id)).to.deep.equal(['ai-order-value', 'ai-resolved-rate']);
  });

  it('keeps gaps, and takes what has not begun for no zero', () => {
    const later = answer(
      { 'total-volume': { value: 10, byBucket: [10, null, 0, 0] } },
      { buckets: ['2026-06-06', '2026-06-07', '2026-06-08', '2026-06-09'], partial: [false, true, true, true] },
    );
    expect(dataOf(later, { range: { from: '2026-06-06', to: '2026-06-09' } }).series[0]!.values).to.deep.equal([
      10,
      null,
      null,
      null,
    ]);
  });

  it('puts the compared range behind each metric as a dashed line, unless it is hidden', () => {
    const data = dataOf(answer({ 'total-volume': counts, 'ai-order-value': money }), { compare: before });
    const plot = toPlotSeries(data, NONE);
    expect(plot.map(({ isBefore = false, token, kind = 'bar' }) => [isBefore, token, kind])).to.deep.equal([
      [false, 'series-1', 'bar'],
      [true, 'text', 'line'],
      [false, 'series-2', 'line'],
      [true, 'series-2', 'line'],
    ]);
    expect(plot[1]!.values).to.deep.equal(counts.previousByBucket);
    expect(toPlotSeries(data, new Set([COMPARED, 'total-volume'])).map(({ id }) => id)).to.deep.equal([
      'ai-order-value',
    ]);
  });

  it('survives an answer without anything', () => {
    const data = dataOf(answer({ 'total-volume': { value: null } }, { buckets: [], partial: [] }));
    expect([data.units, hintsOf(data, words)]).to.deep.equal([['count'], ['Nothing measured']]);
  });
});

describe('the words of the trend', () => {
  const compared = dataOf(
    answer({ 'total-volume': counts, 'ai-order-value': money }, { previousBuckets: BEFORE_DAYS }),
    { compare: before, marks: [{ date: '2026-06-07', label: 'New bot' }] },
  );

  it('say a bucket, what it was before and how it changed', () => {
    expect(toTooltip(compared, NONE, { bucket: 6, series: 'ai-order-value' }, words)).to.deep.equal({
      title: 'Sunday, June 7, 2026',
      notes: ['Not over yet', 'New bot', 'vs Sunday, May 31, 2026'],
      rows: [
        { label: 'Total volume', token: 'series-1', kind: undefined, value: '4', detail: '8 · −50%', isActive: false },
        {
          label: 'Average order value',
          token: 'series-2',
          kind: 'line',
          value: '€15.00',
          detail: '€0.00 · +€15.00, better',
          isActive: true,
        },
      ],
    });
  });

  it('leave out the compared range where it is hidden, and a change where one of both is missing', () => {
    expect(
      toTooltip(compared, new Set([COMPARED]), { bucket: 0, series: undefined }, words).rows.map(
        ({ detail }) => detail,
      ),
    ).to.deep.equal(['', '']);
    expect(
      toTooltip(compared, NONE, { bucket: 3, series: undefined }, words).rows.map(({ value, detail }) => [
        value,
        detail,
      ]),
    ).to.deep.equal([
      ['–', '4'],
      ['€20.50', '€10.00 · +105%, better'],
    ]);
    expect(toTooltip(compared, NONE, { bucket: 2, series: undefined }, words).rows[1]).to.deep.include({
      value: '–',
      detail: '',
    });
  });

  it('name the metrics with their totals, and the compared range', () => {
    expect(toKeys(compared, week.to, words).map(({ label, text, kind }) => [label, text, kind])).to.deep.equal([
      ['Total volume', '34', undefined],
      ['Average order value', '€12.58', 'line'],
      ['vs May 25 – 31', '', 'before'],
    ]);
  });

  it('are a file with a row per day, both ranges and the marked dates', () => {
    const lines = toTrendCsv(compared, 'UTC', words).slice(1).split('\r\n');
    expect(lines[0]).to.equal(
      'Day (UTC),Total volume,Total volume (2026-05-25/2026-05-31),"Average order value, EUR",Average order value (2026-05-25/2026-05-31),Marked dates',
    );
    expect([lines[1], lines[4], lines[7], lines.length]).to.deep.equal([
      '2026-06-01,5,1,10,20,',
      '2026-06-04,,4,20.5,10,',
      '2026-06-07,4,8,15,0,New bot',
      9,
    ]);
  });
});
