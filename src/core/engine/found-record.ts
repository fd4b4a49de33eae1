/** Records behind a number, whatever engine found them. */
import type { FoundRecord, RecordsRequest } from './engine.js';
import { compareCodePoints } from './groups.js';

/** What a record gave a number by all of its rows; `null` where nothing was measured. */
export function givenBy(
  { sum, count }: Pick<FoundRecord, 'sum' | 'count'>,
  gives: RecordsRequest['gives'],
): number | null {
  if (count === 0) return null;
  return gives === 'sum' ? sum : sum / count;
}

/** The later of two rows; of two at the same instant, the one whose dimensions come first, so that no order of rows decides. */
export function laterOf<R extends { at: number; dimensions: FoundRecord['dimensions'] }>(
  one: R | undefined,
  other: R,
): R {
  if (!one || other.at > one.at) return other;
  return other.at === one.at && isFirst(other.dimensions, one.dimensions) ? other : one;
}

export function isFirst(one: FoundRecord['dimensions'], other: FoundRecord['dimensions']): boolean {
  const key = (dimensions: FoundRecord['dimensions']) => Object.values(dimensions).join('\u0000');
  return compareCodePoints(key(one), key(other)) < 0;
}
