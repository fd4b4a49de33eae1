import { expect } from 'chai';
import * as calendar from '../../../src/core/time/calendar.js';

const { addDays, addMonths, addYears, daysBetween, isCalendarDate, isoWeekday, parseCalendarDate, startOfWeek } =
  calendar;

describe('parseCalendarDate', () => {
  for (const date of ['2026-06-01', '2024-02-29', '2000-02-29', '0000-01-01', '9999-12-31', '2011-12-30']) {
    it(`takes ${date}`, () => {
      expect(parseCalendarDate(date)).to.equal(date);
      expect(isCalendarDate(date)).to.equal(true);
    });
  }

  for (const text of [
    '',
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-06-00',
    '2026-6-1',
    '20260601',
    '2026-06-01 ',
    '2026-06-01T00:00Z',
    '12026-06-01',
    '-026-06-01',
    'tomorrow',
  ]) {
    it(`refuses "${text}" and names it`, () => {
      expect(() => parseCalendarDate(text)).to.throw(RangeError, `"${text}"`);
      expect(isCalendarDate(text)).to.equal(false);
    });
  }

  it('takes nothing but text for a date', () => {
    for (const value of [null, undefined, 20260601, new Date(0)]) expect(isCalendarDate(value)).to.equal(false);
  });
});

describe('calendar arithmetic', () => {
  const cases: [name: string, got: () => unknown, expected: unknown][] = [
    ['0 days after a date is the date', () => addDays('2026-06-01', 0), '2026-06-01'],
    ['the day after 28 February 2026', () => addDays('2026-02-28', 1), '2026-03-01'],
    ['the day after 28 February 2024', () => addDays('2024-02-28', 1), '2024-02-29'],
    ['the day before 1 January', () => addDays('2026-01-01', -1), '2025-12-31'],
    ['the day after 29 December 2011, which Apia skipped', () => addDays('2011-12-29', 1), '2011-12-30'],
    ['a month after 31 January', () => addMonths('2026-01-31', 1), '2026-02-28'],
    ['a month after 31 January in a leap year', () => addMonths('2024-01-31', 1), '2024-02-29'],
    ['a month after 30 November 2011, which Apia skipped', () => addMonths('2011-11-30', 1), '2011-12-30'],
    ['a month before 31 March', () => addMonths('2026-03-31', -1), '2026-02-28'],
    ['13 months before 15 January', () => addMonths('2026-01-15', -13), '2024-12-15'],
    ['12 months after 31 December', () => addMonths('2026-12-31', 12), '2027-12-31'],
    ['a year after 29 February', () => addYears('2024-02-29', 1), '2025-02-28'],
    ['four years after 29 February', () => addYears('2024-02-29', 4), '2028-02-29'],
    ['a year before 28 February 2025', () => addYears('2025-02-28', -1), '2024-02-28'],
    ['days between a date and itself', () => daysBetween('2026-06-01', '2026-06-01'), 0],
    ['days of a leap year', () => daysBetween('2024-01-01', '2025-01-01'), 366],
    ['days back', () => daysBetween('2026-03-01', '2026-02-28'), -1],
    ['months between month ends', () => calendar.monthsBetween('2025-12-31', '2026-01-01'), 1],
    ['1 June 2026 is a Monday', () => isoWeekday('2026-06-01'), 1],
    ['7 June 2026 is a Sunday', () => isoWeekday('2026-06-07'), 7],
    ['1 January 1970 is a Thursday', () => isoWeekday('1970-01-01'), 4],
    ['28 December 1969 is a Sunday', () => isoWeekday('1969-12-28'), 7],
    ['a Sunday in a week from Monday', () => startOfWeek('2026-06-07', 1), '2026-06-01'],
    ['a Sunday in a week from Sunday', () => startOfWeek('2026-06-07', 7), '2026-06-07'],
    ['a Friday in a week from Saturday', () => startOfWeek('2026-06-05', 6), '2026-05-30'],
    ['a Saturday in a week from Saturday', () => startOfWeek('2026-06-06', 6), '2026-06-06'],
    ['a week starts on Monday by default', () => startOfWeek('2026-01-01'), '2025-12-29'],
    ['a week ends six days later', () => calendar.endOfWeek('2026-06-03', 7), '2026-06-06'],
    ['the month starts on its first', () => calendar.startOfMonth('2026-02-28'), '2026-02-01'],
    ['February ends on the 28th', () => calendar.endOfMonth('2026-02-01'), '2026-02-28'],
    ['February ends on the 29th in a leap year', () => calendar.endOfMonth('2024-02-29'), '2024-02-29'],
    ['June is in the quarter from April', () => calendar.startOfQuarter('2026-06-30'), '2026-04-01'],
    ['July starts a quarter', () => calendar.startOfQuarter('2026-07-01'), '2026-07-01'],
    ['a quarter ends with its third month', () => calendar.endOfQuarter('2026-05-31'), '2026-06-30'],
    ['the year starts on 1 January', () => calendar.startOfYear('2026-12-31'), '2026-01-01'],
    ['the year ends on 31 December', () => calendar.endOfYear('2026-01-01'), '2026-12-31'],
    ['year 0 is a leap year', () => addDays('0000-02-28', 1), '0000-02-29'],
    ['a month in the first century', () => addMonths('0050-01-31', 1), '0050-02-28'],
  ];

  for (const [name, got, expected] of cases) it(`${name}: ${String(expected)}`, () => expect(got()).to.equal(expected));

  it('counts every day of 400 years as Date does', () => {
    const [first, days] = [Date.UTC(1600, 0, 1), 146_097];
    let date = '1600-01-01';
    const wrong: string[] = [];
    for (let i = 0; i < days; i++, date = addDays(date, 1)) {
      if (date !== new Date(first + i * 86_400_000).toISOString().slice(0, 10)) wrong.push(date);
    }
    expect(wrong).to.deep.equal([]);
    expect(date).to.equal('2000-01-01');
  });

  it('refuses to leave the years 0000–9999', () => {
    expect(() => addDays('9999-12-31', 1)).to.throw(RangeError, '0000–9999');
    expect(() => addMonths('0000-01-01', -1)).to.throw(RangeError, '0000–9999');
  });

  it('names an impossible date wherever it is given', () => {
    for (const call of [addDays, addMonths, addYears])
      expect(() => call('2026-02-30', 1)).to.throw(RangeError, '2026-02-30');
    expect(() => startOfWeek('2026-02-30', 1)).to.throw(RangeError, '2026-02-30');
    expect(() => daysBetween('2026-01-01', '2026-02-30')).to.throw(RangeError, '2026-02-30');
  });
});
