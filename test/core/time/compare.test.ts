import { expect } from 'chai';
import { COMPARISONS, isComparison, resolveCompare } from '../../../src/core/time/compare.js';
import { RANGE_PRESETS } from '../../../src/core/time/range.js';
import { parseInstant } from '../../../src/core/time/instant.js';

function compared(compare: string, range: string, now = '2026-06-07T12:00:00Z', weekStart: 1 | 6 | 7 = 1): string {
  const dates = resolveCompare(compare, range, { now: parseInstant(now), timeZone: 'UTC', weekStart, first: 0 });
  return dates ? `${dates.from}/${dates.to}` : 'nothing';
}

describe('resolveCompare', () => {
  const cases: [compare: string, range: string, now: string, expected: string][] = [
    ['previous-period', 'today', '2026-03-01', '2026-02-28/2026-02-28'],
    ['previous-period', 'last-7-days', '2026-06-07', '2026-05-25/2026-05-31'],
    ['previous-period', 'last-12-months', '2025-02-28', '2023-02-28/2024-02-28'],
    ['previous-period', 'last-month', '2026-03-31', '2026-01-04/2026-01-31'],
    ['previous-period', '2024-02-01/2024-02-29', '2026-06-07', '2024-01-03/2024-01-31'],
    ['previous-period', '2026-03-01/2026-03-01', '2026-06-07', '2026-02-28/2026-02-28'],

    ['previous-unit', 'today', '2026-06-07', '2026-06-06/2026-06-06'],
    ['previous-unit', 'yesterday', '2026-06-07', '2026-06-05/2026-06-05'],
    ['previous-unit', 'last-7-days', '2026-06-07', '2026-05-25/2026-05-31'],
    ['previous-unit', 'last-14-days', '2026-06-07', '2026-05-11/2026-05-24'],
    ['previous-unit', 'last-30-days', '2026-06-07', '2026-04-09/2026-05-08'],
    ['previous-unit', 'last-90-days', '2026-06-07', '2025-12-10/2026-03-09'],
    ['previous-unit', 'last-12-months', '2026-06-07', '2024-06-08/2025-06-07'],
    ['previous-unit', '2026-05-01/2026-05-31', '2026-06-07', '2026-03-31/2026-04-30'],
    ['previous-unit', 'week-to-date', '2026-06-03', '2026-05-25/2026-05-27'],
    ['previous-unit', 'month-to-date', '2026-06-07', '2026-05-01/2026-05-07'],
    ['previous-unit', 'month-to-date', '2026-03-31', '2026-02-01/2026-02-28'],
    ['previous-unit', 'month-to-date', '2024-03-30', '2024-02-01/2024-02-29'],
    ['previous-unit', 'month-to-date', '2026-02-28', '2026-01-01/2026-01-28'],
    ['previous-unit', 'quarter-to-date', '2026-05-31', '2026-01-01/2026-02-28'],
    ['previous-unit', 'quarter-to-date', '2026-01-15', '2025-10-01/2025-10-15'],
    ['previous-unit', 'year-to-date', '2024-02-29', '2023-01-01/2023-02-28'],
    ['previous-unit', 'year-to-date', '2026-06-07', '2025-01-01/2025-06-07'],
    ['previous-unit', 'last-week', '2026-06-07', '2026-05-18/2026-05-24'],
    ['previous-unit', 'last-month', '2026-03-31', '2026-01-01/2026-01-31'],
    ['previous-unit', 'last-month', '2026-04-15', '2026-02-01/2026-02-28'],
    ['previous-unit', 'last-month', '2026-02-01', '2025-12-01/2025-12-31'],
    ['previous-unit', 'last-quarter', '2026-06-07', '2025-10-01/2025-12-31'],
    ['previous-unit', 'last-quarter', '2026-07-01', '2026-01-01/2026-03-31'],
    ['previous-unit', 'last-year', '2025-06-07', '2023-01-01/2023-12-31'],

    ['previous-year', 'today', '2024-02-29', '2023-02-28/2023-02-28'],
    ['previous-year', 'last-7-days', '2024-03-02', '2023-02-25/2023-03-02'],
    ['previous-year', 'last-month', '2025-03-15', '2024-02-01/2024-02-28'],
    ['previous-year', 'last-year', '2025-06-07', '2023-01-01/2023-12-31'],
    ['previous-year', '2024-02-29/2024-03-01', '2026-06-07', '2023-02-28/2023-03-01'],

    ['2024-02-01/2024-02-29', 'last-7-days', '2026-06-07', '2024-02-01/2024-02-29'],
    ['2026-06-01/2026-06-07', 'last-7-days', '2026-06-07', '2026-06-01/2026-06-07'],
  ];
  for (const [compare, range, now, expected] of cases) {
    it(`${compare} of ${range} on ${now} is ${expected}`, () =>
      expect(compared(compare, range, `${now}T12:00:00Z`)).to.equal(expected));
  }

  it('follows the start of the week', () => {
    expect(compared('previous-unit', 'last-week', '2026-06-07T12:00:00Z', 7)).to.equal('2026-05-24/2026-05-30');
    expect(compared('previous-unit', 'week-to-date', '2026-06-07T12:00:00Z', 6)).to.equal('2026-05-30/2026-05-31');
  });

  it('compares nothing with none', () => {
    for (const range of [...RANGE_PRESETS, '2026-06-01/2026-06-07'])
      expect(compared('none', range)).to.equal('nothing');
  });

  it('compares all-time with nothing', () => {
    for (const compare of [...COMPARISONS, '2026-06-01/2026-06-07'])
      expect(compared(compare, 'all-time')).to.equal('nothing');
  });

  const wrong: [compare: string, range: string, named: string][] = [
    ['previous-decade', 'today', '"previous-decade"'],
    ['', 'today', '""'],
    ['toString', 'today', '"toString"'],
    ['previous-decade', 'all-time', '"previous-decade"'],
    ['2026-06-07/2026-06-01', 'today', '2026-06-07/2026-06-01'],
    ['2026-02-30/2026-03-01', 'today', '2026-02-30'],
    ['none', 'fortnight', '"fortnight"'],
    ['previous-period', '2026-06-07/2026-06-01', '2026-06-07/2026-06-01'],
  ];
  for (const [compare, range, named] of wrong) {
    it(`refuses "${compare}" of "${range}" and names ${named}`, () =>
      expect(() => compared(compare, range)).to.throw(RangeError, named));
  }

  it('knows its four names', () => {
    expect([...COMPARISONS]).to.deep.equal(['none', 'previous-period', 'previous-unit', 'previous-year']);
    expect(isComparison('previous-unit')).to.equal(true);
    expect(isComparison('2026-06-01/2026-06-07')).to.equal(false);
  });
});
