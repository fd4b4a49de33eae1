import { expect } from 'chai';
import {
  CALENDAR_GRAINS,
  FOLDED_GRAINS,
  isFoldedGrain,
  isGrain,
  parseGrain,
  resolveGrain,
} from '../../../src/core/time/grain.js';

describe('grains', () => {
  for (const grain of [...CALENDAR_GRAINS, ...FOLDED_GRAINS]) {
    it(`${grain} is a grain`, () => {
      expect(isGrain(grain)).to.equal(true);
      expect(parseGrain(grain)).to.equal(grain);
      expect(resolveGrain(grain, { from: '2020-01-01', to: '2026-12-31' })).to.equal(grain);
    });
  }

  for (const text of ['fortnight', '', 'Day', 'days', 'auto', 'toString']) {
    it(`"${text}" is none and the error lists those that are`, () => {
      expect(isGrain(text)).to.equal(false);
      expect(() => parseGrain(text)).to.throw(
        RangeError,
        `Unknown grain "${text}". Use one of: hour, day, week, month, quarter, year, hour-of-day`,
      );
    });
  }

  it('tells folded ones from those of the calendar', () => {
    expect(FOLDED_GRAINS.every(isFoldedGrain)).to.equal(true);
    expect(CALENDAR_GRAINS.some(isFoldedGrain)).to.equal(false);
  });

  const automatic: [from: string, to: string, grain: string][] = [
    ['2026-06-01', '2026-06-01', 'hour'],
    ['2026-06-01', '2026-06-02', 'hour'],
    ['2026-06-01', '2026-06-03', 'day'],
    ['2026-06-01', '2026-08-31', 'day'],
    ['2026-06-01', '2026-09-01', 'week'],
    ['2024-01-01', '2024-12-31', 'week'],
    ['2026-01-01', '2027-01-01', 'week'],
    ['2026-01-01', '2027-01-02', 'month'],
    ['2000-01-01', '2026-12-31', 'month'],
  ];
  for (const [from, to, grain] of automatic) {
    it(`auto for ${from}/${to} is ${grain}`, () => expect(resolveGrain('auto', { from, to })).to.equal(grain));
  }

  it('auto names an end before the start', () => {
    expect(() => resolveGrain('auto', { from: '2026-06-02', to: '2026-06-01' })).to.throw(
      RangeError,
      '2026-06-02/2026-06-01',
    );
  });
});
