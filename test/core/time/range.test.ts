import { expect } from 'chai';
import {
  RANGE_PRESETS,
  daysIn,
  isRangePreset,
  resolveRange,
  toInstants,
  type RangeContext,
} from '../../../src/core/time/range.js';
import { formatInstant, parseInstant } from '../../../src/core/time/instant.js';

type Rest = Omit<RangeContext, 'now'>;

function resolved(range: string, now: string, rest: Partial<Rest> = {}): string {
  const { from, to } = resolveRange(range, { now: parseInstant(now), timeZone: 'UTC', ...rest });
  return `${from}/${to}`;
}

const sunday = '2026-06-07T12:00:00Z';
const monthEnd = '2026-03-31T12:00:00Z';
const leapDay = '2024-02-29T12:00:00Z';
const newYear = '2026-01-01T00:00:00Z';

const presets: Record<string, [sunday: string, monthEnd: string, leapDay: string, newYear: string]> = {
  today: ['2026-06-07/2026-06-07', '2026-03-31/2026-03-31', '2024-02-29/2024-02-29', '2026-01-01/2026-01-01'],
  yesterday: ['2026-06-06/2026-06-06', '2026-03-30/2026-03-30', '2024-02-28/2024-02-28', '2025-12-31/2025-12-31'],
  'last-7-days': ['2026-06-01/2026-06-07', '2026-03-25/2026-03-31', '2024-02-23/2024-02-29', '2025-12-26/2026-01-01'],
  'last-14-days': ['2026-05-25/2026-06-07', '2026-03-18/2026-03-31', '2024-02-16/2024-02-29', '2025-12-19/2026-01-01'],
  'last-30-days': ['2026-05-09/2026-06-07', '2026-03-02/2026-03-31', '2024-01-31/2024-02-29', '2025-12-03/2026-01-01'],
  'last-90-days': ['2026-03-10/2026-06-07', '2026-01-01/2026-03-31', '2023-12-02/2024-02-29', '2025-10-04/2026-01-01'],
  'last-12-months': [
    '2025-06-08/2026-06-07',
    '2025-04-01/2026-03-31',
    '2023-03-01/2024-02-29',
    '2025-01-02/2026-01-01',
  ],
  'week-to-date': ['2026-06-01/2026-06-07', '2026-03-30/2026-03-31', '2024-02-26/2024-02-29', '2025-12-29/2026-01-01'],
  'month-to-date': ['2026-06-01/2026-06-07', '2026-03-01/2026-03-31', '2024-02-01/2024-02-29', '2026-01-01/2026-01-01'],
  'quarter-to-date': [
    '2026-04-01/2026-06-07',
    '2026-01-01/2026-03-31',
    '2024-01-01/2024-02-29',
    '2026-01-01/2026-01-01',
  ],
  'year-to-date': ['2026-01-01/2026-06-07', '2026-01-01/2026-03-31', '2024-01-01/2024-02-29', '2026-01-01/2026-01-01'],
  'last-week': ['2026-05-25/2026-05-31', '2026-03-23/2026-03-29', '2024-02-19/2024-02-25', '2025-12-22/2025-12-28'],
  'last-month': ['2026-05-01/2026-05-31', '2026-02-01/2026-02-28', '2024-01-01/2024-01-31', '2025-12-01/2025-12-31'],
  'last-quarter': ['2026-01-01/2026-03-31', '2025-10-01/2025-12-31', '2023-10-01/2023-12-31', '2025-10-01/2025-12-31'],
  'last-year': ['2025-01-01/2025-12-31', '2025-01-01/2025-12-31', '2023-01-01/2023-12-31', '2025-01-01/2025-12-31'],
  'all-time': ['2026-06-07/2026-06-07', '2026-03-31/2026-03-31', '2024-02-29/2024-02-29', '2026-01-01/2026-01-01'],
};

describe('resolveRange', () => {
  it('knows every preset of the table and no other', () => {
    expect([...RANGE_PRESETS]).to.deep.equal(Object.keys(presets));
    for (const other of ['', 'last-8-days', 'Today', 'toString', null, 7]) expect(isRangePreset(other)).to.equal(false);
  });

  for (const preset of RANGE_PRESETS) {
    [sunday, monthEnd, leapDay, newYear].forEach((now, i) => {
      const expected = presets[preset]![i]!;
      it(`${preset} on ${now.slice(0, 10)} is ${expected}`, () => expect(resolved(preset, now)).to.equal(expected));
    });
  }

  const weeks: [preset: string, now: string, weekStart: 1 | 6 | 7, expected: string][] = [
    ['week-to-date', sunday, 7, '2026-06-07/2026-06-07'],
    ['week-to-date', sunday, 6, '2026-06-06/2026-06-07'],
    ['week-to-date', '2026-06-06T12:00:00Z', 7, '2026-05-31/2026-06-06'],
    ['week-to-date', '2026-06-05T12:00:00Z', 6, '2026-05-30/2026-06-05'],
    ['week-to-date', '2026-06-01T00:00:00Z', 1, '2026-06-01/2026-06-01'],
    ['last-week', sunday, 7, '2026-05-31/2026-06-06'],
    ['last-week', sunday, 6, '2026-05-30/2026-06-05'],
    ['last-week', '2026-06-01T00:00:00Z', 1, '2026-05-25/2026-05-31'],
  ];
  for (const [preset, now, weekStart, expected] of weeks) {
    it(`${preset} on ${now.slice(0, 10)} with weeks from ${weekStart} is ${expected}`, () =>
      expect(resolved(preset, now, { weekStart })).to.equal(expected));
  }

  const zones: [preset: string, now: string, timeZone: string, expected: string][] = [
    ['today', '2026-05-31T22:00:00Z', 'Europe/Berlin', '2026-06-01/2026-06-01'],
    ['today', '2026-05-31T21:59:59.999Z', 'Europe/Berlin', '2026-05-31/2026-05-31'],
    ['today', '2026-06-01T06:59:00Z', 'America/Los_Angeles', '2026-05-31/2026-05-31'],
    ['today', '2026-05-31T10:00:00Z', 'Pacific/Kiritimati', '2026-06-01/2026-06-01'],
    ['yesterday', '2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-30/2011-12-30'],
    ['last-month', '2026-05-31T22:00:00Z', 'Europe/Berlin', '2026-05-01/2026-05-31'],
    ['last-month', '2026-05-31T22:00:00Z', 'UTC', '2026-04-01/2026-04-30'],
    ['year-to-date', '2025-12-31T18:15:00Z', 'Asia/Kathmandu', '2026-01-01/2026-01-01'],
  ];
  for (const [preset, now, timeZone, expected] of zones) {
    it(`${preset} at ${now} in ${timeZone} is ${expected}`, () =>
      expect(resolved(preset, now, { timeZone })).to.equal(expected));
  }

  const firsts: [first: string | null | undefined, timeZone: string, expected: string][] = [
    [undefined, 'UTC', '2026-06-07/2026-06-07'],
    [null, 'UTC', '2026-06-07/2026-06-07'],
    ['2025-11-30T23:30:00Z', 'UTC', '2025-11-30/2026-06-07'],
    ['2025-11-30T23:30:00Z', 'Europe/Berlin', '2025-12-01/2026-06-07'],
    ['2026-06-09T00:00:00Z', 'UTC', '2026-06-07/2026-06-07'],
  ];
  for (const [first, timeZone, expected] of firsts) {
    it(`all-time from ${first} in ${timeZone} is ${expected}`, () => {
      expect(resolved('all-time', sunday, { timeZone, first: first && parseInstant(first) } as Rest)).to.equal(
        expected,
      );
    });
  }

  it('takes two dates as they are', () => {
    expect(resolved('2026-06-01/2026-06-07', sunday)).to.equal('2026-06-01/2026-06-07');
    expect(resolved('2024-02-29/2024-02-29', sunday)).to.equal('2024-02-29/2024-02-29');
  });

  const wrong: [range: string, named: string][] = [
    ['fortnight', '"fortnight"'],
    ['', '""'],
    ['toString', '"toString"'],
    ['2026-06-07/2026-06-01', '2026-06-07/2026-06-01 ends before it starts'],
    ['2026-02-30/2026-03-01', '2026-02-30'],
    ['2026-02-01/2026-02-30', '2026-02-30'],
    ['2026-06-01', '"2026-06-01"'],
    ['2026-06-01/', '"2026-06-01/"'],
    ['/2026-06-01', '"/2026-06-01"'],
    ['2026-06-01/2026-06-02/2026-06-03', '2026-06-03'],
    ['2026-06-01T00:00:00Z/2026-06-02T00:00:00Z', '2026-06-01T00:00:00Z'],
    ['2026-06-01..2026-06-07', '2026-06-01..2026-06-07'],
  ];
  for (const [range, named] of wrong) {
    it(`refuses "${range}" and names it`, () => expect(() => resolved(range, sunday)).to.throw(RangeError, named));
  }

  it('lists the way out for an unknown range', () =>
    expect(() => resolved('fortnight', sunday)).to.throw('2026-06-01/2026-06-07, or one of: today, yesterday'));
  it('refuses an unknown zone', () =>
    expect(() => resolved('today', sunday, { timeZone: 'Mars/Phobos' })).to.throw(RangeError, 'Mars/Phobos'));
});

describe('toInstants and daysIn', () => {
  const cases: [from: string, to: string, zone: string, start: string, end: string, days: number][] = [
    ['2026-06-01', '2026-06-07', 'UTC', '2026-06-01T00:00:00.000Z', '2026-06-08T00:00:00.000Z', 7],
    ['2026-03-29', '2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z', 1],
    ['2026-10-01', '2026-10-31', 'Europe/Berlin', '2026-09-30T22:00:00.000Z', '2026-10-31T23:00:00.000Z', 31],
    ['2011-12-29', '2011-12-31', 'Pacific/Apia', '2011-12-29T10:00:00.000Z', '2011-12-31T10:00:00.000Z', 3],
    ['2011-12-30', '2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z', '2011-12-30T10:00:00.000Z', 1],
  ];
  for (const [from, to, zone, start, end, days] of cases) {
    it(`${from}/${to} in ${zone} is ${start} to ${end}, ${days} days`, () => {
      const instants = toInstants({ from, to }, zone);
      expect([formatInstant(instants.start), formatInstant(instants.end)]).to.deep.equal([start, end]);
      expect(daysIn({ from, to })).to.equal(days);
    });
  }

  it('name an end before the start', () => {
    expect(() => toInstants({ from: '2026-06-02', to: '2026-06-01' }, 'UTC')).to.throw(
      RangeError,
      '2026-06-02/2026-06-01',
    );
    expect(() => daysIn({ from: '2026-06-02', to: '2026-06-01' })).to.throw(RangeError, '2026-06-02/2026-06-01');
  });
});
