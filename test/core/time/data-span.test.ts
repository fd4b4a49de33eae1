import { expect } from 'chai';
import { isBeforeData, lastDataRange, measuredRange } from '../../../src/core/time/data-span.js';

const week = { from: '2026-06-01', to: '2026-06-07' };

describe('lastDataRange', () => {
  const cases: [name: string, last: string | null, timeZone: string, range: string | undefined][] = [
    ['no facts', null, 'UTC', undefined],
    ['facts within the range', '2026-06-03T12:00:00Z', 'UTC', undefined],
    ['a fact at the first instant', '2026-06-01T00:00:00Z', 'UTC', undefined],
    ['a fact just before', '2026-05-31T23:59:59Z', 'UTC', '2026-05-25/2026-05-31'],
    ['facts long before', '2026-03-10T08:00:00Z', 'UTC', '2026-03-04/2026-03-10'],
    ['a day of the zone', '2026-03-10T23:30:00Z', 'Europe/Berlin', '2026-03-05/2026-03-11'],
  ];
  for (const [name, last, timeZone, range] of cases)
    it(`${name}: ${range ?? 'none'}`, () => {
      expect(lastDataRange({ last }, week, timeZone)).to.equal(range);
    });
});

describe('isBeforeData', () => {
  const cases: [first: string | null, timeZone: string, isBefore: boolean][] = [
    [null, 'UTC', false],
    ['2026-06-07T23:59:59Z', 'UTC', false],
    ['2026-06-08T00:00:00Z', 'UTC', true],
    ['2026-06-07T22:00:00Z', 'Europe/Berlin', true],
    ['2026-06-07T21:59:59Z', 'Europe/Berlin', false],
  ];
  for (const [first, timeZone, isBefore] of cases)
    it(`the first fact at ${first} in ${timeZone}: ${isBefore}`, () => {
      expect(isBeforeData(week, timeZone, first)).to.equal(isBefore);
      expect(measuredRange(week, timeZone, first)).to.equal(isBefore ? undefined : week);
    });

  it('nothing compared stays nothing', () => {
    expect(measuredRange(undefined, 'UTC', null)).to.equal(undefined);
  });
});
