/** Business time by hand, in Berlin: on 25 October 2026 the hour from 2 comes twice, on 29 March it is left out. */
import { expect } from 'chai';
import { BusinessClock } from '../../../src/core/tables/business-clock.js';
import { parseInstant } from '../../../src/core/time/instant.js';

const MINUTE = 60_000;
const sundays = (...hours: [string, string][]) => new BusinessClock({ timeZone: 'Europe/Berlin', week: { 7: hours } });
const minutes = (clock: BusinessClock, from: string, to: string) =>
  clock.between(parseInstant(from), parseInstant(to)) / MINUTE;
const AUTUMN = ['2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z'] as const;
const SPRING = ['2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z'] as const;

describe('business time where clocks change', () => {
  for (const [from, to, autumn, spring] of [
    ['01:00', '04:00', 240, 120],
    ['01:00', '02:30', 120, 60],
    ['02:30', '04:00', 120, 60],
    ['02:00', '03:00', 120, 0],
    ['02:15', '02:45', 60, 0],
    ['00:00', '24:00', 25 * 60, 23 * 60],
    ['09:00', '17:00', 480, 480],
  ] as const) {
    it(`from ${from} to ${to}`, () => {
      expect(minutes(sundays([from, to]), ...AUTUMN)).to.equal(autumn);
      expect(minutes(sundays([from, to]), ...SPRING)).to.equal(spring);
    });
  }

  it('counts only what lies between the two instants', () => {
    const clock = sundays(['01:00', '02:30']);
    // 02:10 for the first time, 02:10 for the second.
    expect(minutes(clock, '2026-10-25T00:10:00Z', '2026-10-25T01:10:00Z')).to.equal(30);
    expect(minutes(clock, '2026-10-25T00:40:00Z', '2026-10-25T00:55:00Z')).to.equal(0);
    expect(minutes(clock, '2026-10-25T01:10:00Z', '2026-10-25T00:10:00Z')).to.equal(-30);
  });
});
