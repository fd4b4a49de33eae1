/** Whether the numbers of a bucket can still change, and the words for it. */
import type { ResolvedScope } from '../../../controllers/scope-controller.js';
import type { CalendarGrain, Grain } from '../../../core/query.js';
import type { Selection } from '../../../core/selection.js';
import { toBuckets } from '../../../core/time/buckets.js';
import { formatInstant } from '../../../core/time/instant.js';
import type { Messages } from '../../../locales/messages.js';
import { CALENDAR_GRAINS } from '../../../core/time/grain.js';

export interface BucketStates {
  /** Whether a bucket is not final: cut by the range, or not over. */
  partial: readonly boolean[];
  /** Whether a bucket ends after now. */
  unfinished: readonly boolean[];
}

/** The instants between the buckets of a calendar grain: one more than there are. */
export function bucketEdges(grain: Grain, { range, timeZone, weekStart, now }: ResolvedScope): number[] {
  return toBuckets({ ...range, timeZone, weekStart, grain, now }).edges;
}

/** What a bucket stands for, with half open instants. */
export function bucketAt(
  { buckets, grain }: { buckets: readonly string[]; grain: Grain },
  place: number,
  scope: ResolvedScope,
): NonNullable<Selection['bucket']> {
  const [from, to] = bucketEdges(grain, scope).slice(place, place + 2);
  return { label: buckets[place]!, grain: grain as CalendarGrain, from: formatInstant(from!), to: formatInstant(to!) };
}

/** Why a bucket is not final; `undefined`: it is. */
export function bucketNote(
  { partial, unfinished }: BucketStates,
  bucket: number,
  { chart }: Messages,
): string | undefined {
  if (unfinished[bucket]) return chart.notOver;
  return partial[bucket] ? chart.cut : undefined;
}

/** Bars stand side by side in time; a grain that folds time has no such order. */
export function parseCalendarGrain(grain: string): CalendarGrain | 'auto' {
  const known: readonly string[] = ['auto', ...CALENDAR_GRAINS];
  if (known.includes(grain)) return grain as CalendarGrain | 'auto';
  throw new RangeError(`The chart cannot have the grain "${grain}". Use one of: ${known.join(', ')}.`);
}
