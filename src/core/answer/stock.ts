/** Stocks are counted at instants rather than within a range. */
import type { Buckets } from '../time/buckets.js';
import type { Span } from './engine.js';

/** The instant at which a stock is counted: the start of a span, or its end but not after now. */
export function stockInstant(when: 'start' | 'end', { start, end }: Span, now: number): number {
  return Math.min(when === 'start' ? start : end, now + 1);
}

/** Whether each bucket gathers several spans, such as one hour of all days. A stock has no number in such a bucket. */
export function isFolded({ bucketOf, labels }: Buckets): boolean {
  return bucketOf.length !== labels.length || bucketOf.some((bucket, segment) => bucket !== segment);
}
