/** Which buckets and numbers an axis names, and how: buckets thinned by width, with the month or day once where it changes; durations in round numbers of a clock. */
import type { Formats } from '../../../core/format/formats.js';
import type { Grain } from '../../../core/query.js';

const TICK_STEPS: Partial<Record<Grain, readonly number[]>> = {
  hour: [1, 2, 3, 6, 12, 24, 48, 168, 336, 672],
  day: [1, 2, 3, 7, 14, 28],
  week: [1, 2, 4, 8, 13, 26],
  month: [1, 2, 3, 6, 12],
};
const PLAIN_STEPS = [1, 2, 5, 10, 20, 50, 100];

/** Places of the named buckets: so far apart that none touches the next. */
export function pickTicks(count: number, grain: Grain, width: number, labelWidth: number): number[] {
  const most = Math.max(1, Math.floor(width / labelWidth));
  const steps = TICK_STEPS[grain] ?? PLAIN_STEPS;
  const step = steps.find((one) => count / one <= most) ?? Math.ceil(count / most);
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}

/** The text at each place: among days the whole date where the month is new, among hours of several days the date where the day is new. */
export function tickLabels(
  buckets: readonly string[],
  places: readonly number[],
  grain: Grain,
  formats: Formats,
): string[] {
  const isSeveralDays = buckets[0]?.slice(0, 10) !== buckets.at(-1)?.slice(0, 10);
  const isSeveralYears = buckets[0]?.slice(0, 4) !== buckets.at(-1)?.slice(0, 4);
  let before = '';
  return places.map((place) => {
    const bucket = buckets[place]!;
    const [isNewMonth, isNewDay] = [
      bucket.slice(0, 7) !== before.slice(0, 7),
      bucket.slice(0, 10) !== before.slice(0, 10),
    ];
    const isNewYear = bucket.slice(0, 4) !== before.slice(0, 4);
    before = bucket;
    if (grain === 'month' && isSeveralYears && isNewYear) return formats.monthOfYear(bucket);
    if (grain === 'day' && !isNewMonth) return formats.dayOfMonth(bucket);
    return grain === 'hour' && isSeveralDays && isNewDay
      ? formats.bucket(bucket.slice(0, 10), 'day').short
      : formats.bucket(bucket, grain).short;
  });
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DURATION_STEPS = [
  1,
  2,
  5,
  10,
  15,
  30,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
];
const MAX_NUMBERS = 4;

/** Seconds between two numbers of an axis up to `highest`; `undefined` below a few seconds, where round numbers do. */
export function durationStep(highest: number): number | undefined {
  return highest < MAX_NUMBERS
    ? undefined
    : (DURATION_STEPS.find((step) => highest / step <= MAX_NUMBERS) ?? daysStep(highest / DAY) * DAY);
}

function daysStep(days: number): number {
  const power = 10 ** Math.floor(Math.log10(days / MAX_NUMBERS));
  return [1, 2, 5, 10].map((digit) => digit * power).find((step) => days / step <= MAX_NUMBERS)!;
}

/** Decimals that distinguish two percentages of an axis; `step` is a share of one. */
export function shareDigits(step: number): number {
  return step > 0 ? Math.min(6, Math.max(1, Math.ceil(-Math.log10(step * 100) - 1e-9))) : 1;
}
