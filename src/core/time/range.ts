/** Named and written ranges, as two calendar dates that are both included. */
import type { DateRange, WeekStart } from '../query.js';
import {
  addDays,
  addMonths,
  addYears,
  daysBetween,
  parseCalendarDate,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
} from './calendar.js';
import { endOfDay, startOfDay, toCalendarDate } from './zone.js';

/** Every named range, in the order in which a picker lists them. */
export const RANGE_PRESETS = [
  'today',
  'yesterday',
  'last-7-days',
  'last-14-days',
  'last-30-days',
  'last-90-days',
  'last-12-months',
  'week-to-date',
  'month-to-date',
  'quarter-to-date',
  'year-to-date',
  'last-week',
  'last-month',
  'last-quarter',
  'last-year',
  'all-time',
] as const;

export type RangePreset = (typeof RANGE_PRESETS)[number];

/** What a named range depends on. */
export interface RangeContext {
  /** Epoch milliseconds that stand for now. */
  now: number;
  /** IANA zone in which today is. */
  timeZone: string;
  /** Default: Monday. */
  weekStart?: WeekStart | undefined;
  /** Epoch milliseconds of the first fact; `all-time` begins on its day. Unset or `null`: today. */
  first?: number | null | undefined;
}

const resolvers: Record<RangePreset, (today: string, context: RangeContext) => DateRange> = {
  today: (today) => endingOn(today, 1),
  yesterday: (today) => endingOn(addDays(today, -1), 1),
  'last-7-days': (today) => endingOn(today, 7),
  'last-14-days': (today) => endingOn(today, 14),
  'last-30-days': (today) => endingOn(today, 30),
  'last-90-days': (today) => endingOn(today, 90),
  'last-12-months': (today) => ({ from: addDays(addYears(today, -1), 1), to: today }),
  'week-to-date': (today, { weekStart }) => ({ from: startOfWeek(today, weekStart), to: today }),
  'month-to-date': (today) => ({ from: startOfMonth(today), to: today }),
  'quarter-to-date': (today) => ({ from: startOfQuarter(today), to: today }),
  'year-to-date': (today) => ({ from: startOfYear(today), to: today }),
  'last-week': (today, { weekStart }) => endingOn(addDays(startOfWeek(today, weekStart), -1), 7),
  'last-month': (today) => monthsBefore(startOfMonth(today), 1),
  'last-quarter': (today) => monthsBefore(startOfQuarter(today), 3),
  'last-year': (today) => monthsBefore(startOfYear(today), 12),
  'all-time': (today, context) => ({ from: firstDay(today, context), to: today }),
};

export function isRangePreset(value: unknown): value is RangePreset {
  return (RANGE_PRESETS as readonly unknown[]).includes(value);
}

/** The dates of a preset or of `2026-06-01/2026-06-07`. Throws a `RangeError` naming an unknown range, an impossible date or an end before the start. */
export function resolveRange(range: string, context: RangeContext): DateRange {
  if (isRangePreset(range)) return resolvers[range](toCalendarDate(context.now, context.timeZone), context);
  if (isTwoDates(range)) return parseTwoDates(range);
  throw new RangeError(
    `Unknown range ${JSON.stringify(range)}. Use two dates such as 2026-06-01/2026-06-07, or one of: ${RANGE_PRESETS.join(', ')}.`,
  );
}

/** Whether a text is meant as two dates, right or wrong. */
export function isTwoDates(text: string): boolean {
  const dates = text.split('/');
  return dates.length === 2 && dates.every((date) => /^\d/.test(date));
}

/** The dates of `2026-06-01/2026-06-07`. Throws a `RangeError` naming what is wrong. */
export function parseTwoDates(text: string): DateRange {
  const [from = '', to = ''] = text.split('/');
  return checkRange({ from, to });
}

/** The same range. Throws a `RangeError` for an impossible date or an end before the start. */
export function checkRange<R extends DateRange>(range: R): R {
  if (parseCalendarDate(range.from) <= parseCalendarDate(range.to)) return range;
  throw new RangeError(`The range ${range.from}/${range.to} ends before it starts. Put the earlier date first.`);
}

/** The half-open instants `[start, end)`, epoch milliseconds; `end` is the start of the day after the last. */
export function toInstants(range: DateRange, timeZone: string): { start: number; end: number } {
  const { from, to } = checkRange(range);
  return { start: startOfDay(from, timeZone), end: endOfDay(to, timeZone) };
}

/** How many calendar dates a range has, skipped ones included. */
export function daysIn(range: DateRange): number {
  const { from, to } = checkRange(range);
  return daysBetween(from, to) + 1;
}

/** The range of so many days that ends with this one. */
export function endingOn(to: string, days: number): DateRange {
  return { from: addDays(to, 1 - days), to };
}

/** The whole months before the month that starts on this date. */
function monthsBefore(start: string, months: number): DateRange {
  return { from: addMonths(start, -months), to: addDays(start, -1) };
}

function firstDay(today: string, { first, timeZone }: RangeContext): string {
  const day = first == null ? today : toCalendarDate(first, timeZone);
  return day < today ? day : today;
}
