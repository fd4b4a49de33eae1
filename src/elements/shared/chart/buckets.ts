/** The buckets of a chart over time: their names, whether their numbers can still change, and the marked dates among them. */
import type { MetricsAnswered } from '../../../controllers/answer-controller.js';
import type { ResolvedScope, ScopeController } from '../../../controllers/scope-controller.js';
import type { ScopeProperties } from '../../../controllers/scope-properties.js';
import type { Formats } from '../../../core/format/formats.js';
import { parseMarks, type Mark } from '../../../core/marks.js';
import type { CalendarGrain, Grain } from '../../../core/query.js';
import type { Selection } from '../../../core/selection.js';
import { toBuckets } from '../../../core/time/buckets.js';
import { CALENDAR_GRAINS } from '../../../core/time/grain.js';
import { formatInstant } from '../../../core/time/instant.js';
import type { Messages } from '../../../locales/messages.js';
import type { Words } from '../words.js';
import type { PlacedMark } from './plot.js';

export interface BucketData {
  grain: Grain;
  buckets: string[];
  /** The long name of a bucket, for tooltip and table. */
  nameOf: (bucket: number) => string;
  /** Whether a bucket is not final: cut by the range, or not over. */
  partial: boolean[];
  /** Whether a bucket ends after now. */
  unfinished: boolean[];
  marks: PlacedMark[];
}

export function toBucketData(
  { answer, query: { grain = 'day' }, scope }: MetricsAnswered,
  { formats }: Words,
  marks: readonly Mark[],
): BucketData {
  const { buckets = [] } = answer;
  return {
    grain,
    buckets,
    nameOf: (bucket) => formats.bucket(buckets[bucket]!, grain).long,
    partial: answer.partial ?? buckets.map(() => false),
    unfinished: bucketEdges(grain, scope)
      .slice(1)
      .map((end) => end > scope.now),
    marks: placeMarks(marks, buckets, grain, scope.range, formats),
  };
}

/** The instants between the buckets of a calendar grain: one more than there are. */
export function bucketEdges(grain: Grain, { range, timeZone, weekStart, now }: ResolvedScope): number[] {
  return toBuckets({ ...range, timeZone, weekStart, grain, now }).edges;
}

/** What a bucket stands for, with half open instants. */
export function bucketAt(
  { buckets, grain }: Pick<BucketData, 'buckets' | 'grain'>,
  place: number,
  scope: ResolvedScope,
): NonNullable<Selection['bucket']> {
  const [from, to] = bucketEdges(grain, scope).slice(place, place + 2);
  return { label: buckets[place]!, grain: grain as CalendarGrain, from: formatInstant(from!), to: formatInstant(to!) };
}

/** Why a bucket is not final, and what it is marked with. */
export function bucketNotes(
  { partial, unfinished, marks }: Pick<BucketData, 'partial' | 'unfinished' | 'marks'>,
  bucket: number,
  { chart }: Messages,
): string[] {
  const marked = markTexts(marks, bucket);
  if (unfinished[bucket]) return [chart.notOver, ...marked];
  return partial[bucket] ? [chart.cut, ...marked] : marked;
}

/** Bars stand side by side in time; a grain that folds time has no such order. */
export function parseCalendarGrain(grain: string): CalendarGrain | 'auto' {
  const known: readonly string[] = ['auto', ...CALENDAR_GRAINS];
  if (known.includes(grain)) return grain as CalendarGrain | 'auto';
  throw new RangeError(`The chart cannot have the grain "${grain}". Use one of: ${known.join(', ')}.`);
}

/** The marked dates of a chart: its own, else those of the provider around it. Throws a `RangeError` that names an invalid date. */
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
