/** Stocks are counted at instants rather than within a range. */
import type { Buckets } from '../time/buckets.js';
import type { Span } from './engine.js';

/** When a stock is counted: at the start of a span or at its end, as far as that has come. */
export function stockInstant(when: 'start' | 'end', { start, end }: Span, now: number): number {
  return Math.min(when === 'start' ? start : end, now + 1);
}

/** Whether buckets gather several spans each, as the hours of all days: a stock has no number there. */
export function isFolded({ bucketOf, labels }: Buckets): boolean {
  return bucketOf.length !== labels.length || bucketOf.some((bucket, segment) => bucket !== segment);
}
