/** The marked dates of a chart: its own, else those of the provider around it. */
import type { ResolvedScope, ScopeController } from '../../../controllers/scope-controller.js';
import type { ScopeProperties } from '../../../controllers/scope-properties.js';
import type { Formats } from '../../../core/format/formats.js';
import { parseMarks, type Mark } from '../../../core/marks.js';
import type { Grain } from '../../../core/query.js';
import type { PlacedMark } from './plot.js';

/** Throws a `RangeError` that names what is no date. */
export function checkMarks(host: ScopeProperties, { provided }: ScopeController): Mark[] {
  return parseMarks(host.marks ?? provided?.marks);
}

/** None where `checkMarks` throws. */
export function readMarks(host: ScopeProperties, scope: ScopeController): Mark[] {
  try {
    return checkMarks(host, scope);
  } catch {
    return [];
  }
}

/** The marks of the range at their buckets; hours have theirs at the first hour of the day. Wider buckets name the day. */
export function placeMarks(
  marks: readonly Mark[],
  buckets: readonly string[],
  grain: Grain,
  range: ResolvedScope['range'],
  formats: Formats,
): PlacedMark[] {
  const isDaily = grain === 'hour' || grain === 'day';
  return marks.flatMap(({ date, label }) => {
    if (date < range.from || date > range.to) return [];
    const bucket = isDaily
      ? buckets.findIndex((one) => one.startsWith(date))
      : buckets.findLastIndex((one) => one <= date);
    return bucket < 0 ? [] : [{ bucket, label, text: isDaily ? label : `${label} (${formats.date(date)})` }];
  });
}

/** What a bucket is marked with, in words. */
export function markTexts(marks: readonly PlacedMark[], bucket: number): string[] {
  return marks.flatMap((mark) => (mark.bucket === bucket ? [mark.text] : []));
}
