import { expect } from 'chai';
import { createFormats } from '../../../../src/core/format/formats.js';
import { durationStep, pickTicks, shareDigits, tickLabels } from '../../../../src/elements/shared/chart/axis.js';

describe('pickTicks', () => {
  for (const [count, grain, width, label, expected] of [
    [0, 'day', 700, 50, []],
    [1, 'day', 10, 50, [0]],
    [7, 'day', 700, 50, [0, 1, 2, 3, 4, 5, 6]],
    [7, 'day', 200, 50, [0, 2, 4, 6]],
    [30, 'day', 300, 50, [0, 7, 14, 21, 28]],
    [14, 'day', 270, 50, [0, 3, 6, 9, 12]],
    [1000, 'hour', 500, 50, [0, 168, 336, 504, 672, 840]],
    [24, 'hour', 400, 50, [0, 3, 6, 9, 12, 15, 18, 21]],
    [24, 'hour', 100, 50, [0, 12]],
    [12, 'month', 320, 50, [0, 2, 4, 6, 8, 10]],
    [4, 'quarter', 100, 50, [0, 2]],
  ] as const) {
    it(`names ${expected.length} of ${count} ${grain}s on ${width} pixels`, () =>
      expect(pickTicks(count, grain, width, label)).to.deep.equal(expected));
  }

  it('never puts two names closer together than they are wide', () => {
    for (const grain of ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const) {
      for (let count = 1; count < 4000; count = count * 2 + 1) {
        for (const width of [60, 240, 320, 700, 1600]) {
          const [first, second] = pickTicks(count, grain, width, 48);
          if (second !== undefined)
            expect(((second - first!) * width) / count, `${count} ${grain}s on ${width}`).to.be.at.least(48);
        }
      }
    }
  });
});

describe('tickLabels', () => {
  const english = createFormats('en', 'UTC', undefined);

  it('names the month once, where it changes', () => {
    const days = ['2026-05-30', '2026-05-31', '2026-06-01', '2026-06-02'];
    expect(tickLabels(days, [0, 1, 2, 3], 'day', english)).to.deep.equal(['May 30', '31', 'Jun 1', '2']);
  });

  it('names the day once among the hours of several days', () => {
    const hours = [
      '2026-06-01T00:00+00:00',
      '2026-06-01T12:00+00:00',
      '2026-06-02T00:00+00:00',
      '2026-06-02T12:00+00:00',
    ];
    expect(tickLabels(hours, [0, 1, 2, 3], 'hour', english).map((text) => text.replace(/\s/, ' '))).to.deep.equal([
      'Jun 1',
      '12 PM',
      'Jun 2',
      '12 PM',
    ]);
    expect(tickLabels(hours.slice(0, 2), [0, 1], 'hour', english).map((text) => text.replace(/\s/, ' '))).to.deep.equal(
      ['12 AM', '12 PM'],
    );
  });

  it('writes days as people write them there', () => {
    expect(
      tickLabels(['2026-05-31', '2026-06-01', '2026-06-02'], [0, 1, 2], 'day', createFormats('de', 'UTC', undefined)),
    ).to.deep.equal(['31. Mai', '1. Juni', '2']);
    expect(
      tickLabels(['2026-06-01', '2026-06-02'], [0, 1], 'day', createFormats('ko', 'UTC', undefined)),
    ).to.deep.equal(['6월 1일', '2일']);
  });

  it('writes only the places it is given', () =>
    expect(
      tickLabels(
        ['2026-01', '2026-02', '2026-03'].map((month) => `${month}-01`),
        [0, 2],
        'month',
        english,
      ),
    ).to.deep.equal(['Jan', 'Mar']));
});

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];

describe('durationStep', () => {
  for (const [highest, step] of [
    [0, undefined],
    [3, undefined],
    [4, 1],
    [20, 5],
    [50, 15],
    [4 * MINUTE, MINUTE],
    [75 * MINUTE, 30 * MINUTE],
    [3 * HOUR, HOUR],
    [20 * HOUR, 6 * HOUR],
    [2 * DAY, 12 * HOUR],
    [4 * DAY, DAY],
    [9 * DAY, 5 * DAY],
    [100 * DAY, 50 * DAY],
  ] as const)
    it(`of ${highest} seconds is ${step}`, () => expect(durationStep(highest)).to.equal(step));
});

describe('shareDigits', () => {
  for (const [step, digits] of [
    [0.2, 1],
    [0.01, 1],
    [0.005, 1],
    [0.001, 1],
    [0.0005, 2],
    [0.0002, 2],
    [0.0001, 2],
    [0.00002, 3],
    [0, 1],
  ] as const)
    it(`of percentages ${step * 100} apart is ${digits}`, () => expect(shareDigits(step)).to.equal(digits));
});
