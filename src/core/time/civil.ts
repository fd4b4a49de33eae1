/** The proleptic Gregorian calendar as whole numbers: day 0 is 1970-01-01. No clock, no zone. */
import { DAY, modulo } from './units.js';

const DASH = 45;
const DIGIT_ZERO = 48;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export interface CivilDate {
  year: number;
  /** 1–12 */
  month: number;
  day: number;
}

/** The number written in `count` digits from `at` on; `NaN` where one of them is no digit. */
export function readDigits(text: string, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - DIGIT_ZERO;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** The day number of the `YYYY-MM-DD` that a text starts with; `NaN` where there is none or it does not exist. */
export function readDay(text: string): number {
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return NaN;
  const year = readDigits(text, 0, 4);
  const month = readDigits(text, 5, 2);
  const day = readDigits(text, 8, 2);
  return day >= 1 && day <= daysInMonth(year, month) ? toDayNumber(year, month, day) : NaN;
}

/** 28–31; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days since 1970-01-01. Years are counted from March, so that the leap day is a year's last. */
export function toDayNumber(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}

/** Year, month and day of a day number. */
export function toCivilDate(dayNumber: number): CivilDate {
  const date = new Date(dayNumber * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** ISO weekday of a day number, 1 is Monday. */
export function toWeekday(dayNumber: number): number {
  return modulo(dayNumber + 3, 7) + 1;
}
