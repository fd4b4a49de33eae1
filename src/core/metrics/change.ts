/** Change against the compared range: how much, and whether that is good. */
import type { Better, Unit } from './definition.js';

export type Verdict = 'good' | 'bad' | 'neutral' | 'unknown';

export interface Change {
  /** `(now − before) / |before|`, a share of one; `null` where before is `null` or 0. */
  relative: number | null;
  /** `now − before` in the metric's unit; for `percent` that is a share, shown as points. */
  absolute: number | null;
  direction: 'up' | 'down' | 'same' | 'unknown';
  verdict: Verdict;
}

export function changeOf(now: number | null, before: number | null | undefined, better: Better): Change {
  if (now === null || before === null || before === undefined)
    return { relative: null, absolute: null, direction: 'unknown', verdict: 'unknown' };
  const absolute = now - before;
  const direction = absolute > 0 ? 'up' : absolute < 0 ? 'down' : 'same';
  return {
    relative: before === 0 ? null : absolute / Math.abs(before),
    absolute,
    direction,
    verdict: judge(direction, better),
  };
}

/** Rates are compared in percentage points, everything else by its share. */
export function isShownInPoints(unit: Unit): boolean {
  return unit === 'percent';
}

function judge(direction: Change['direction'], better: Better): Verdict {
  if (direction === 'same' || better === 'neither') return 'neutral';
  return (direction === 'up') === (better === 'higher') ? 'good' : 'bad';
}
