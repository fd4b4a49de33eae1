/** The range that another one is compared with. */
import type { DateRange } from '../query.js';
import { addDays, addMonths, addYears } from './calendar.js';
import {
  daysIn,
  endingOn,
  isRangePreset,
  isTwoDates,
  parseTwoDates,
  resolveRange,
  type RangeContext,
  type RangePreset,
} from './range.js';

/** Every named comparison, in the order in which a picker lists them. */
export const COMPARISONS = ['none', 'previous-period', 'previous-unit', 'previous-year'] as const;

export type Comparison = (typeof COMPARISONS)[number];

type Shift = (range: DateRange) => DateRange;

const previousUnits: Partial<Record<RangePreset, Shift>> = {
  'week-to-date': (range) => shift(range, (date) => addDays(date, -7)),
  'month-to-date': (range) => shift(range, (date) => addMonths(date, -1)),
  'quarter-to-date': (range) => shift(range, (date) => addMonths(date, -3)),
  'year-to-date': (range) => shift(range, (date) => addYears(date, -1)),
  'last-week': (range) => shift(range, (date) => addDays(date, -7)),
  'last-month': (range) => wholeMonthsBefore(range, 1),
  'last-quarter': (range) => wholeMonthsBefore(range, 3),
  'last-year': (range) => wholeMonthsBefore(range, 12),
};

export function isComparison(value: unknown): value is Comparison {
  return (COMPARISONS as readonly unknown[]).includes(value);
}

/**
 * The dates to compare with; `undefined` for `none`, and always for the range `all-time`.
 * Throws a `RangeError` for an unknown comparison or range, an impossible date or an end before the start.
 */
export function resolveCompare(compare: string, range: string, context: RangeContext): DateRange | undefined {
  const current = resolveRange(range, context);
  const compared = isTwoDates(compare) ? parseTwoDates(compare) : shifts[parseComparison(compare)](current, range);
  return range === 'all-time' ? undefined : compared;
}

const shifts: Record<Comparison, (current: DateRange, range: string) => DateRange | undefined> = {
  none: () => undefined,
  'previous-period': previousPeriod,
  'previous-unit': previousUnit,
  'previous-year': (current) => shift(current, (date) => addYears(date, -1)),
};

function parseComparison(text: string): Comparison {
  if (isComparison(text)) return text;
  throw new RangeError(
    `Unknown comparison ${JSON.stringify(text)}. Use two dates such as 2026-06-01/2026-06-07, or one of: ${COMPARISONS.join(', ')}.`,
  );
}

function previousPeriod(current: DateRange): DateRange {
  return endingOn(addDays(current.from, -1), daysIn(current));
}

function previousUnit(current: DateRange, range: string): DateRange {
  const toUnit = isRangePreset(range) ? previousUnits[range] : undefined;
  return (toUnit ?? previousPeriod)(current);
}

function shift({ from, to }: DateRange, move: (date: string) => string): DateRange {
  return { from: move(from), to: move(to) };
}

function wholeMonthsBefore({ from }: DateRange, months: number): DateRange {
  return { from: addMonths(from, -months), to: addDays(from, -1) };
}
