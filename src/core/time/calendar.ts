/**
 * Calendar dates as text, `YYYY-MM-DD` in the years 0000–9999: no clock, no zone.
 *
 * date-fns knows months and weeks; it works on UTC dates here, because a plain `Date` would follow the system's zone and lose dates
 * that zone skipped. Days alone are whole numbers: they are counted for every bucket.
 */
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addMonths as addMonthsTo } from 'date-fns/addMonths';
import { differenceInCalendarMonths } from 'date-fns/differenceInCalendarMonths';
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth';
import { lastDayOfQuarter } from 'date-fns/lastDayOfQuarter';
import { lastDayOfYear } from 'date-fns/lastDayOfYear';
import { startOfMonth as startOfMonthOf } from 'date-fns/startOfMonth';
import { startOfQuarter as startOfQuarterOf } from 'date-fns/startOfQuarter';
import { startOfWeek as startOfWeekOf } from 'date-fns/startOfWeek';
import { startOfYear as startOfYearOf } from 'date-fns/startOfYear';
import type { WeekStart } from '../query.js';
import { readDay, toDayNumber, toWeekday } from './civil.js';
import { DAY } from './units.js';

const FIRST_DAY = toDayNumber(0, 1, 1);
const LAST_DAY = toDayNumber(9999, 12, 31);

/** Whether a value is an existing date written `YYYY-MM-DD`. */
export function isCalendarDate(value: unknown): value is string {
  return typeof value === 'string' && value.length === 10 && !Number.isNaN(readDay(value));
}

/** The same text. Throws a `RangeError` where it is no date that exists, e.g. 2026-02-30. */
export function parseCalendarDate(text: string): string {
  if (isCalendarDate(text)) return text;
  throw new RangeError(
    `${JSON.stringify(text)} is not a calendar date. Use an existing date as YYYY-MM-DD, e.g. 2026-06-01.`,
  );
}

/** Days since 1970-01-01. Throws a `RangeError` as `parseCalendarDate` does. */
export function toEpochDay(date: string): number {
  return readDay(parseCalendarDate(date));
}

/** The date that is so many days after 1970-01-01. Throws a `RangeError` outside the years 0000–9999. */
export function fromEpochDay(dayNumber: number): string {
  if (!(dayNumber >= FIRST_DAY && dayNumber <= LAST_DAY)) {
    throw new RangeError(`Day ${dayNumber} after 1970-01-01 is outside the years 0000–9999. Use a nearer date.`);
  }
  return new Date(dayNumber * DAY).toISOString().slice(0, 10);
}

/** So many days later; negative: earlier. */
export function addDays(date: string, days: number): string {
  return fromEpochDay(toEpochDay(date) + days);
}

/** So many months later, on the same day or the month's last: one month after 31 January is 28 or 29 February. */
export function addMonths(date: string, months: number): string {
  return toText(addMonthsTo(toUtc(date), months));
}

/** So many years later; 29 February falls to the 28th in other years. */
export function addYears(date: string, years: number): string {
  return addMonths(date, years * 12);
}

/** Days from one date to another, 0 for the same one, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** Months between the months of two dates, whatever their days. */
export function monthsBetween(from: string, to: string): number {
  return differenceInCalendarMonths(toUtc(to), toUtc(from));
}

/** 1 is Monday, 7 is Sunday. */
export function isoWeekday(date: string): number {
  return toWeekday(toEpochDay(date));
}

/** The date itself or the nearest one before it on which a week starts. Default: Monday. */
export function startOfWeek(date: string, weekStart: WeekStart = 1): string {
  // date-fns counts Sunday as 0.
  return toText(startOfWeekOf(toUtc(date), { weekStartsOn: (weekStart % 7) as 0 | 1 | 6 }));
}

export function startOfMonth(date: string): string {
  return toText(startOfMonthOf(toUtc(date)));
}

export function startOfQuarter(date: string): string {
  return toText(startOfQuarterOf(toUtc(date)));
}

export function startOfYear(date: string): string {
  return toText(startOfYearOf(toUtc(date)));
}

export function endOfWeek(date: string, weekStart: WeekStart = 1): string {
  return addDays(startOfWeek(date, weekStart), 6);
}

export function endOfMonth(date: string): string {
  return toText(lastDayOfMonth(toUtc(date)));
}

export function endOfQuarter(date: string): string {
  return toText(lastDayOfQuarter(toUtc(date)));
}

export function endOfYear(date: string): string {
  return toText(lastDayOfYear(toUtc(date)));
}

function toUtc(date: string): Date {
  return new UTCDateMini(toEpochDay(date) * DAY);
}

function toText(date: Date): string {
  return fromEpochDay(Math.floor(date.getTime() / DAY));
}
