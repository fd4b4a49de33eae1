/** A range cut into the buckets of a grain. */
import type { DateRange, Grain, WeekStart } from '../query.js';
import { LruCache } from '../lru-cache.js';
import { foldedLabels, foldedUnit, toFoldedSegments } from './folded.js';
import { isFoldedGrain, parseGrain } from './grain.js';
import { isFullHour, toHourLabels, toHours } from './hours.js';
import { checkRange, toInstants } from './range.js';
import { countUnits, toCut, toSegments, type Unit } from './segments.js';
import { HOUR } from './units.js';
import { zoneOffsets } from './zone.js';

export interface BucketOptions extends DateRange {
  /** IANA zone that cuts the days. */
  timeZone: string;
  grain: Grain;
  /** Default: Monday. */
  weekStart?: WeekStart | undefined;
  /** Epoch milliseconds that stand for now. */
  now: number;
}

/** Consecutive segments of time and the bucket of each. Calendar grains have one segment a bucket. */
export interface Buckets {
  labels: string[];
  /** Whether a bucket is cut by the range or has a segment that ends after now. */
  partial: boolean[];
  /** The instants between segments, ascending: one more than segments, from the range's start to its end. Two are the same around a date that the zone skipped. */
  edges: number[];
  /** The bucket of each segment. */
  bucketOf: number[];
  bucketCount: number;
}

/** What of buckets does not depend on now. */
interface RangeCut extends Omit<Buckets, 'partial'> {
  /** Whether a bucket is cut by the range. */
  cut: readonly boolean[];
}

const cuts = new LruCache<RangeCut>(8);

/** Cuts a range. Throws a `RangeError` for an unknown grain or zone, an impossible date or an end before the start. */
export function toBuckets(options: BucketOptions): Buckets {
  const { from, to, timeZone, weekStart = 1 } = options;
  const grain = parseGrain(options.grain);
  const { labels, edges, bucketOf, bucketCount, cut } = cuts.get(
    JSON.stringify([from, to, timeZone, grain, weekStart]),
    () => cutRange({ ...options, weekStart }, grain),
  );
  const partial = cut.slice();
  bucketOf.forEach((bucket, i) => (partial[bucket] ||= edges[i + 1]! > options.now));
  return { labels: labels.slice(), partial, edges: edges.slice(), bucketOf: bucketOf.slice(), bucketCount };
}

function cutRange(options: CutOptions, grain: Grain): RangeCut {
  checkRange(options);
  if (isFoldedGrain(grain)) return cutFolded(options, grain);
  return grain === 'hour' ? cutHours(options) : cutUnits(options, grain);
}

/** How many buckets `toBuckets` makes, without making them; hours by the length of the range, one off where a clock changed by half an hour. */
export function countBuckets(options: Omit<BucketOptions, 'now'>): number {
  const grain = parseGrain(options.grain);
  return isFoldedGrain(grain) ? foldedLabels(grain, options.weekStart ?? 1).length : countSegments(options);
}

/** How many segments `toBuckets` makes, without making them; hours as in `countBuckets`. Of a folded grain that is how much work it is. */
export function countSegments(options: Omit<BucketOptions, 'now'>): number {
  const grain = parseGrain(options.grain);
  checkRange(options);
  const unit = isFoldedGrain(grain) ? foldedUnit(grain) : grain;
  return unit === 'hour' ? countHours(options) : countUnits(options, unit, options.weekStart ?? 1);
}

function countHours(options: Omit<BucketOptions, 'now'>): number {
  const { start, end } = toInstants(options, options.timeZone);
  return Math.ceil((end - start) / HOUR);
}

type CutOptions = Omit<BucketOptions, 'now' | 'weekStart'> & { weekStart: WeekStart };

function cutHours(options: CutOptions): RangeCut {
  const { start, end } = toInstants(options, options.timeZone);
  const offsets = zoneOffsets(options.timeZone);
  const hours = toHours(offsets.spans(start, end));
  const edges = [...hours.map((hour) => hour.start), end];
  const last = hours.length - 1;
  const endsCut = !isFullHour({ start: end, offset: offsets.at(end) });
  const cut = hours.map((hour, i) => (i === 0 && !isFullHour(hour)) || (i === last && endsCut));
  return identity(toHourLabels(hours), edges, cut);
}

function cutUnits(options: CutOptions, unit: Unit): RangeCut {
  const { dates, edges } = toSegments(options, unit, options.weekStart, options.timeZone);
  return identity(dates, edges, toCut(dates, options, unit));
}

function cutFolded(options: CutOptions, grain: Parameters<typeof foldedLabels>[0]): RangeCut {
  const labels = foldedLabels(grain, options.weekStart);
  const segments = toFoldedSegments(options, grain, options.weekStart, options.timeZone);
  return { labels, ...segments, bucketCount: labels.length, cut: labels.map(() => false) };
}

function identity(labels: string[], edges: number[], cut: readonly boolean[]): RangeCut {
  return { labels, edges, bucketOf: labels.map((_, i) => i), bucketCount: labels.length, cut };
}

/** The segment between whose edges an instant lies, by bisection; the first or the last for one outside. */
export function segmentAt(edges: readonly number[], at: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}
