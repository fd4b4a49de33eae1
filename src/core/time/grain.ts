/** How fine a range is cut. */
import type { CalendarGrain, DateRange, FoldedGrain, Grain } from '../query.js';
import { daysIn } from './range.js';

/** Grains that follow the calendar, finest first. */
export const CALENDAR_GRAINS = [
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
] as const satisfies readonly CalendarGrain[];

/** Grains that fold the calendar: every Monday in one bucket. */
export const FOLDED_GRAINS = [
  'hour-of-day',
  'day-of-week',
  'day-of-month',
  'month-of-year',
  'hour-of-week',
] as const satisfies readonly FoldedGrain[];

const GRAINS: readonly unknown[] = [...CALENDAR_GRAINS, ...FOLDED_GRAINS];

const AUTOMATIC: readonly { days: number; grain: CalendarGrain }[] = [
  { days: 2, grain: 'hour' },
  { days: 92, grain: 'day' },
  { days: 366, grain: 'week' },
];

const MAX_DAYS_OF_RATES = 31;

export function isGrain(value: unknown): value is Grain {
  return GRAINS.includes(value);
}

export function isFoldedGrain(value: unknown): value is FoldedGrain {
  return (FOLDED_GRAINS as readonly unknown[]).includes(value);
}

/** The same text. Throws a `RangeError` for anything but a grain; `auto` is for `resolveGrain`. */
export function parseGrain(text: string): Grain {
  if (isGrain(text)) return text;
  throw new RangeError(`Unknown grain ${JSON.stringify(text)}. Use one of: ${GRAINS.join(', ')}.`);
}

/** As `resolveGrain`, for shares and means: a day has few cases, so weeks begin after a month. */
export function resolveRateGrain(grain: Grain | 'auto', range: DateRange): Grain {
  const resolved = resolveGrain(grain, range);
  return grain === 'auto' && resolved === 'day' && daysIn(range) > MAX_DAYS_OF_RATES ? 'week' : resolved;
}

/** The grain itself; `auto` is hours up to 2 days, days up to 92, weeks up to 366, else months. */
export function resolveGrain(grain: Grain | 'auto', range: DateRange): Grain {
  if (grain !== 'auto') return parseGrain(grain);
  const days = daysIn(range);
  return AUTOMATIC.find((step) => days <= step.days)?.grain ?? 'month';
}
