/**
 * Calendar dates as text, `YYYY-MM-DD` in the years 0000–9999: no clock, no zone.
 *
 * Whole-number arithmetic instead of date-fns: its functions work on `Date`s in the system's own zone, and a `TZDate` in UTC
 * loses dates that the system's zone skipped (2011-12-30 on a machine in Apia).
 */
import type { WeekStart } from '../query.js';
import { daysInMonth, readDay, toCivilDate, toDayNumber, toWeekday, type CivilDate } from './civil.js';
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
  throw new RangeError(`${JSON.stringify(text)} is not a calendar date. Use an existing date as YYYY-MM-DD, e.g. 2026-06-01.`);
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
  const { day, ...from } = split(date);
  const index = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return join(year, month, Math.min(day, daysInMonth(year, month)));
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
  const [a, b] = [split(from), split(to)];
  return (b.year - a.year) * 12 + b.month - a.month;
}

/** 1 is Monday, 7 is Sunday. */
export function isoWeekday(date: string): number {
  return toWeekday(toEpochDay(date));
}

/** The date itself or the nearest one before it on which a week starts. Default: Monday. */
export function startOfWeek(date: string, weekStart: WeekStart = 1): string {
  return addDays(date, -((isoWeekday(date) - weekStart + 7) % 7));
}

export function startOfMonth(date: string): string {
  const { year, month } = split(date);
  return join(year, month, 1);
}

export function startOfQuarter(date: string): string {
  const { year, month } = split(date);
  return join(year, month - ((month - 1) % 3), 1);
}

export function startOfYear(date: string): string {
  return join(split(date).year, 1, 1);
}

export function endOfWeek(date: string, weekStart: WeekStart = 1): string {
  return addDays(startOfWeek(date, weekStart), 6);
}

export function endOfMonth(date: string): string {
  const { year, month } = split(date);
  return join(year, month, daysInMonth(year, month));
}

export function endOfQuarter(date: string): string {
  return endOfMonth(addMonths(startOfQuarter(date), 2));
}

export function endOfYear(date: string): string {
  return join(split(date).year, 12, 31);
}

function split(date: string): CivilDate {
  return toCivilDate(toEpochDay(date));
}

function join(year: number, month: number, day: number): string {
  return fromEpochDay(toDayNumber(year, month, day));
}
