import { expect } from 'chai';
import { addDays } from '../../../src/core/time/calendar.js';
import { formatInstant, parseInstant } from '../../../src/core/time/instant.js';
import {
  endOfDay,
  offsetMs,
  parseTimeZone,
  startOfDay,
  toCalendarDate,
  toLocalTime,
} from '../../../src/core/time/zone.js';

const HOUR = 3_600_000;
const hoursOf = (date: string, zone: string) => (endOfDay(date, zone) - startOfDay(date, zone)) / HOUR;

describe('parseTimeZone', () => {
  for (const zone of [
    'Europe/Berlin',
    'UTC',
    'Asia/Kolkata',
    'America/Argentina/Buenos_Aires',
    'America/Port-au-Prince',
    'Etc/GMT+5',
  ]) {
    it(`takes ${zone}`, () => expect(parseTimeZone(zone)).to.equal(zone));
  }

  it('gives the usual spelling', () => expect(parseTimeZone('europe/BERLIN')).to.equal('Europe/Berlin'));

  for (const zone of [
    '',
    'Mars/Phobos',
    'Europe/Berlin ',
    '+02:00',
    '-0530',
    'Foo+0530',
    'constructor',
    '__proto__',
    undefined,
    null,
    2,
  ]) {
    it(`refuses ${JSON.stringify(zone)} and gives an example`, () => {
      expect(() => parseTimeZone(zone as string)).to.throw(
        RangeError,
        `${JSON.stringify(zone)}. Use an IANA name, e.g. Europe/Berlin`,
      );
      expect(() => offsetMs(0, zone as string)).to.throw(RangeError, 'Unknown time zone');
      expect(() => startOfDay('2026-06-01', zone as string)).to.throw(RangeError, 'Unknown time zone');
    });
  }
});

describe('offsetMs', () => {
  const cases: [zone: string, at: string, minutes: number][] = [
    ['UTC', '2026-06-01T00:00Z', 0],
    ['Europe/Berlin', '2026-03-29T00:59:59.999Z', 60],
    ['Europe/Berlin', '2026-03-29T01:00Z', 120],
    ['Europe/Berlin', '2026-10-25T00:59:59.999Z', 120],
    ['Europe/Berlin', '2026-10-25T01:00Z', 60],
    ['Asia/Kathmandu', '2026-06-01T00:00Z', 345],
    ['Pacific/Chatham', '2026-01-01T00:00Z', 825],
    ['America/St_Johns', '2026-01-01T00:00Z', -210],
    ['Antarctica/Troll', '2026-06-01T00:00Z', 120],
    ['Antarctica/Troll', '2026-01-01T00:00Z', 0],
    ['Pacific/Kiritimati', '2026-01-01T00:00Z', 840],
    ['Africa/Monrovia', '1971-01-01T00:00Z', -44.5],
    ['America/New_York', '1850-01-01T00:00Z', -(4 * 60 + 56 + 2 / 60)],
  ];
  for (const [zone, at, minutes] of cases) {
    it(`${zone} at ${at} is ${minutes} minutes ahead`, () =>
      expect(offsetMs(parseInstant(at), zone)).to.equal(Math.round(minutes * 60) * 1000));
  }

  it('refuses an instant that is none', () => {
    for (const instant of [NaN, Infinity, 9e15]) expect(() => offsetMs(instant, 'Europe/Berlin')).to.throw(RangeError);
  });
});

describe('startOfDay', () => {
  const cases: [why: string, date: string, zone: string, at: string][] = [
    ['without changes', '2026-06-01', 'UTC', '2026-06-01T00:00:00.000Z'],
    ['in summer', '2026-06-01', 'Europe/Berlin', '2026-05-31T22:00:00.000Z'],
    ['quarter hours', '2026-06-01', 'Asia/Kathmandu', '2026-05-31T18:15:00.000Z'],
    ['farthest east', '2026-06-01', 'Pacific/Kiritimati', '2026-05-31T10:00:00.000Z'],
    ['midnight skipped, the day starts at one', '2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    [
      'midnight reached and set back to eleven, the day starts at the second',
      '2018-02-18',
      'America/Sao_Paulo',
      '2018-02-18T03:00:00.000Z',
    ],
    ['midnight comes twice, the day starts at the first', '2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z'],
    [
      'set back from 00:01, the day starts at the first midnight',
      '2010-11-07',
      'America/St_Johns',
      '2010-11-07T02:30:00.000Z',
    ],
    ['set forward at 00:01', '2011-03-13', 'America/St_Johns', '2011-03-13T03:30:00.000Z'],
    ['a skipped date starts with the next', '2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['the date after the skipped one', '2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['half past eleven set to midnight', '2018-05-05', 'Asia/Pyongyang', '2018-05-04T15:00:00.000Z'],
    ['Ramadan begins', '2025-02-23', 'Africa/Casablanca', '2025-02-22T23:00:00.000Z'],
    ['Ramadan is over', '2025-04-06', 'Africa/Casablanca', '2025-04-06T00:00:00.000Z'],
    ['seconds of a local mean time', '1850-01-01', 'America/New_York', '1850-01-01T04:56:02.000Z'],
  ];
  for (const [why, date, zone, at] of cases) {
    it(`${date} in ${zone} is ${at}: ${why}`, () => expect(formatInstant(startOfDay(date, zone))).to.equal(at));
  }

  const lengths: [date: string, zone: string, hours: number][] = [
    ['2026-06-01', 'Europe/Berlin', 24],
    ['2026-03-29', 'Europe/Berlin', 23],
    ['2026-10-25', 'Europe/Berlin', 25],
    ['2026-04-05', 'Australia/Lord_Howe', 24.5],
    ['2026-10-04', 'Australia/Lord_Howe', 23.5],
    ['2026-03-29', 'Antarctica/Troll', 22],
    ['2026-10-25', 'Antarctica/Troll', 26],
    ['2018-02-17', 'America/Sao_Paulo', 25],
    ['2018-11-04', 'America/Sao_Paulo', 23],
    ['2011-12-29', 'Pacific/Apia', 24],
    ['2011-12-30', 'Pacific/Apia', 0],
    ['2011-12-31', 'Pacific/Apia', 24],
    ['2010-11-06', 'America/St_Johns', 24],
    ['2010-11-07', 'America/St_Johns', 25],
    ['2025-02-23', 'Africa/Casablanca', 25],
    ['2025-04-06', 'Africa/Casablanca', 23],
    ['9999-12-31', 'UTC', 24],
    ['0000-01-01', 'UTC', 24],
  ];
  for (const [date, zone, hours] of lengths) {
    it(`${date} in ${zone} has ${hours} hours`, () => expect(hoursOf(date, zone)).to.equal(hours));
  }

  it('names an impossible date', () =>
    expect(() => startOfDay('2026-02-30', 'UTC')).to.throw(RangeError, '2026-02-30'));
});

describe('toCalendarDate and toLocalTime', () => {
  const cases: [at: string, zone: string, date: string, hour: number, minute: number, offset: number][] = [
    ['2026-06-01T00:00Z', 'UTC', '2026-06-01', 0, 0, 0],
    ['2026-05-31T22:00Z', 'Europe/Berlin', '2026-06-01', 0, 0, 120],
    ['2026-05-31T21:59:59.999Z', 'Europe/Berlin', '2026-05-31', 23, 59, 120],
    ['2026-10-25T00:30Z', 'Europe/Berlin', '2026-10-25', 2, 30, 120],
    ['2026-10-25T01:30Z', 'Europe/Berlin', '2026-10-25', 2, 30, 60],
    ['2026-06-01T05:59Z', 'America/Los_Angeles', '2026-05-31', 22, 59, -420],
    ['2026-06-01T00:00Z', 'Asia/Kathmandu', '2026-06-01', 5, 45, 345],
    ['2011-12-30T09:59Z', 'Pacific/Apia', '2011-12-29', 23, 59, -600],
    ['2011-12-30T10:00Z', 'Pacific/Apia', '2011-12-31', 0, 0, 840],
    ['2010-11-07T02:31Z', 'America/St_Johns', '2010-11-06', 23, 1, -210],
    ['1969-07-20T20:17:40Z', 'UTC', '1969-07-20', 20, 17, 0],
  ];
  for (const [at, zone, date, hour, minute, offsetMinutes] of cases) {
    it(`${at} in ${zone} is ${date} ${hour}:${minute}`, () => {
      expect(toCalendarDate(parseInstant(at), zone)).to.equal(date);
      expect(toLocalTime(parseInstant(at), zone)).to.deep.equal({ date, hour, minute, offsetMinutes });
    });
  }

  it('puts the first and the last millisecond of each day of a year into it', () => {
    const wrong: string[] = [];
    for (const zone of ['Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago', 'Africa/Cairo', 'America/Havana']) {
      for (let date = '2025-01-01'; date < '2026-01-01'; date = addDays(date, 1)) {
        const edges = [startOfDay(date, zone), endOfDay(date, zone) - 1];
        if (edges.some((edge) => toCalendarDate(edge, zone) !== date)) wrong.push(`${zone} ${date}`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });
});
