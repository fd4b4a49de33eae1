/** Which buckets the axis names, and how: thinned by width, the month or day said once where it changes. */
import type { Formats } from '../../../core/format/formats.js';
import type { Grain } from '../../../core/query.js';

const STEPS: Partial<Record<Grain, readonly number[]>> = {
  hour: [1, 2, 3, 6, 12, 24, 48, 168, 336, 672],
  day: [1, 2, 3, 7, 14, 28],
  week: [1, 2, 4, 8, 13, 26],
  month: [1, 2, 3, 6, 12],
};
const PLAIN_STEPS = [1, 2, 5, 10, 20, 50, 100];

/** Places of the named buckets: so far apart that none touches the next. */
export function pickTicks(count: number, grain: Grain, width: number, labelWidth: number): number[] {
  const most = Math.max(1, Math.floor(width / labelWidth));
  const steps = STEPS[grain] ?? PLAIN_STEPS;
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
