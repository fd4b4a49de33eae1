/** Which buckets the axis names, and how: thinned by width, the month said once where it changes. */
import type { Formats } from '../../core/format/formats.js';
import type { Grain } from '../../core/query.js';

const STEPS: Partial<Record<Grain, readonly number[]>> = {
  hour: [1, 2, 3, 6, 12, 24],
  day: [1, 2, 7, 14, 28],
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

/** The text at each place: the whole date where the month is new, else the day alone. */
export function tickLabels(buckets: readonly string[], places: readonly number[], grain: Grain, formats: Formats): string[] {
  let month = '';
  return places.map((place) => {
    const bucket = buckets[place]!;
    const isNewMonth = bucket.slice(0, 7) !== month;
    month = bucket.slice(0, 7);
    return grain === 'day' && !isNewMonth ? formats.dayOfMonth(bucket) : formats.bucket(bucket, grain).short;
  });
}
