/** A range cut into the buckets of a grain. */
import type { DateRange, Grain, WeekStart } from '../query.js';
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

/** Cuts a range. Throws a `RangeError` for an unknown grain or zone, an impossible date or an end before the start. */
export function toBuckets(options: BucketOptions): Buckets {
  const grain = parseGrain(options.grain);
  checkRange(options);
  if (isFoldedGrain(grain)) return toFoldedBuckets(options, grain);
  return grain === 'hour' ? toHourBuckets(options) : toUnitBuckets(options, grain);
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

function toHourBuckets(options: BucketOptions): Buckets {
  const { start, end } = toInstants(options, options.timeZone);
  const offsets = zoneOffsets(options.timeZone);
  const hours = toHours(offsets.spans(start, end));
  const edges = [...hours.map((hour) => hour.start), end];
  const last = hours.length - 1;
  const endsCut = !isFullHour({ start: end, offset: offsets.at(end) });
  const cut = hours.map((hour, i) => (i === 0 && !isFullHour(hour)) || (i === last && endsCut));
  return identity(toHourLabels(hours), edges, cut, options.now);
}

function toUnitBuckets(options: BucketOptions, unit: Unit): Buckets {
  const { dates, edges } = toSegments(options, unit, options.weekStart ?? 1, options.timeZone);
  return identity(dates, edges, toCut(dates, options, unit), options.now);
}

function toFoldedBuckets(options: BucketOptions, grain: Parameters<typeof foldedLabels>[0]): Buckets {
  const weekStart = options.weekStart ?? 1;
  const labels = foldedLabels(grain, weekStart);
  const { edges, bucketOf } = toFoldedSegments(options, grain, weekStart, options.timeZone);
  const partial = labels.map(() => false);
  bucketOf.forEach((bucket, i) => (partial[bucket] ||= edges[i + 1]! > options.now));
  return { labels, partial, edges, bucketOf, bucketCount: labels.length };
}

function identity(labels: string[], edges: number[], cut: readonly boolean[], now: number): Buckets {
  const partial = cut.map((isCutHere, i) => isCutHere || edges[i + 1]! > now);
  return { labels, partial, edges, bucketOf: labels.map((_, i) => i), bucketCount: labels.length };
}
