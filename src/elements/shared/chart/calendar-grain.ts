import type { CalendarGrain } from '../../../core/query.js';
import { CALENDAR_GRAINS } from '../../../core/time/grain.js';

/** Bars stand side by side in time; a grain that folds time has no such order. */
export function parseCalendarGrain(grain: string): CalendarGrain | 'auto' {
  const known: readonly string[] = ['auto', ...CALENDAR_GRAINS];
  if (known.includes(grain)) return grain as CalendarGrain | 'auto';
  throw new RangeError(`The chart cannot have the grain "${grain}". Use one of: ${known.join(', ')}.`);
}
