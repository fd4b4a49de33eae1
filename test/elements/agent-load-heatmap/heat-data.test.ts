import { expect } from 'chai';
import {
  findPeaks,
  levelOf,
  parseFoldedGrain,
  toHeatCsv,
  toHeatData,
} from '../../../src/elements/agent-load-heatmap/heat-data.js';
import { movePlace } from '../../../src/elements/agent-load-heatmap/grid-view.js';
import { createFormats } from '../../../src/core/format/formats.js';
import type { FoldedGrain } from '../../../src/core/query.js';
import { foldedLabels } from '../../../src/core/time/folded.js';
import { messages as en } from '../../../src/locales/en.js';
import { description } from '../support/answers.js';

const words = { messages: en, formats: createFormats('en', 'UTC', 'EUR'), description: description() };

/** Heat of the cells that have a number; the others are zero. */
function heatOf(
  grain: FoldedGrain,
  numbers: Record<string, number>,
  weekStart: 1 | 6 | 7 = 1,
  metric = 'total-volume',
) {
  const buckets = foldedLabels(grain, weekStart);
  const byBucket = buckets.map((bucket) => numbers[bucket] ?? 0);
  return toHeatData(
    { asOf: '', buckets, metrics: { [metric]: { value: 1, byBucket } } },
    { metrics: [metric], from: '2026-06-01', to: '2026-06-07', timeZone: 'UTC', grain },
    words,
  );
}

describe('toHeatData', () => {
  it('has hours down and days across, from the day the week starts on', () => {
    const { rows, columns } = heatOf('hour-of-week', { '2T10': 8, '7T00': 2 }, 7);
    expect(columns.map(({ short }) => short)).to.deep.equal(['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']);
    expect([rows.length, rows[10]!.head]).to.deep.equal([24, '10 AM']);
    expect(rows[10]!.cells.map(({ value }) => value)).to.deep.equal([0, 0, 8, 0, 0, 0, 0]);
    expect(rows[0]!.cells[0]).to.deep.include({ bucket: '7T00', value: 2, level: 2, isPeak: true });
  });

  it('says its peaks in words, the greatest first', () => {
    expect(heatOf('day-of-week', { '1': 4, '2': 9, '5': 5, '6': 1 }).peaks).to.equal(
      'Busiest: Tuesday, Friday, Monday',
    );
    expect(heatOf('hour-of-week', { '2T10': 8 }).peaks!.replaceAll(/\s/g, ' ')).to.match(
      /^Busiest: Tuesday 10 ?– ?11 AM$/,
    );
  });

  it('has one column for a day, a date or a month', () => {
    const { rows, columns } = heatOf('month-of-year', { '03': 5 });
    expect(columns).to.deep.equal([]);
    expect([rows.length, rows[2]!.head, rows[2]!.cells[0]!.level]).to.deep.equal([12, 'March', 5]);
  });

  it('tells rates apart from the least on', () => {
    const data = heatOf(
      'day-of-week',
      { '1': 0.8, '2': 0.9, '3': 0.85, '4': 0.82, '5': 0.88, '6': 0.81, '7': 0.84 },
      1,
      'ai-resolved-rate',
    );
    expect([data.lowest, data.highest, data.isCounted]).to.deep.equal([0.8, 0.9, false]);
    expect(data.rows.map(({ cells }) => cells[0]!.level)).to.deep.equal([1, 5, 3, 1, 4, 1, 2]);
    expect(data.peaks).to.match(/^Highest: Tuesday/);
  });

  it('is a file with the hours down', () => {
    const lines = toHeatCsv(heatOf('hour-of-week', { '2T01': 8 }), 'hour-of-week', words)
      .slice(1)
      .split('\r\n');
    expect(lines[0]).to.match(/^Hour and weekday,Monday: Total volume,Tuesday: Total volume/);
    expect(lines[2]!.replaceAll(/\s/g, ' ')).to.equal('1 AM,0,8,0,0,0,0,0');
  });

  it('refuses a grain that does not fold time', () =>
    expect(() => parseFoldedGrain('day')).to.throw(RangeError, 'Use one of: hour-of-day'));
});

describe('findPeaks', () => {
  for (const [values, peaks] of [
    [
      [1, 5, 3, 2],
      [1, 2, 3],
    ],
    [[], []],
    [[0, 0], []],
    [[null, 4], []],
    [[3, 3, 3], []],
    [[5, 0, 0], [0]],
    [[9, 7, 7, 7, 1], [0]],
    [[7, 7, 7, 7, 1], []],
    [
      [4, 4, 1, 1, 1],
      [0, 1],
    ],
  ] as const)
    it(`of ${JSON.stringify(values)} are ${JSON.stringify(peaks)}`, () =>
      expect(findPeaks(values)).to.deep.equal(peaks));
});

describe('levelOf', () => {
  for (const [value, lowest, highest, isCounted, level] of [
    [null, 0, 9, true, undefined],
    [0, 0, 9, true, 0],
    [1, 0, 100, true, 1],
    [20, 0, 100, true, 1],
    [21, 0, 100, true, 2],
    [100, 0, 100, true, 5],
    [0, 0, 1, false, 1],
    [0.5, 0.5, 0.5, false, 5],
  ] as const)
    it(`${value} of ${lowest}–${highest} is ${level}`, () =>
      expect(levelOf(value, lowest, highest, isCounted)).to.equal(level));
});

describe('walking through cells', () => {
  for (const [key, direction, from, to] of [
    ['ArrowRight', 'ltr', [0, 0], [0, 1]],
    ['ArrowRight', 'ltr', [0, 6], [0, 6]],
    ['ArrowLeft', 'rtl', [0, 0], [0, 1]],
    ['ArrowRight', 'rtl', [0, 1], [0, 0]],
    ['ArrowDown', 'ltr', [23, 2], [23, 2]],
    ['ArrowUp', 'ltr', [5, 2], [4, 2]],
    ['Home', 'ltr', [5, 2], [5, 0]],
    ['End', 'ltr', [5, 2], [5, 6]],
    ['Ctrl+Home', 'ltr', [5, 2], [0, 0]],
    ['Ctrl+End', 'ltr', [5, 2], [23, 6]],
    ['a', 'ltr', [5, 2], undefined],
    ['Alt+ArrowLeft', 'ltr', [5, 2], undefined],
    ['Meta+ArrowRight', 'ltr', [5, 2], undefined],
  ] as const) {
    it(`${key} leads ${direction} from ${from.join()} to ${to?.join()}`, () => {
      const place = movePlace(
        { row: from[0], column: from[1] },
        {
          key: key.replace(/^\w+\+/, ''),
          ctrlKey: key.startsWith('Ctrl+'),
          altKey: key.startsWith('Alt+'),
          metaKey: key.startsWith('Meta+'),
        },
        24,
        7,
        direction,
      );
      expect(place && [place.row, place.column]).to.deep.equal(to);
    });
  }
});
