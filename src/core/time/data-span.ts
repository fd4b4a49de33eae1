/** How a range of dates lies beside the data: before their first fact, after their last one, or among them. */
import type { DateRange, SourceDescription } from '../query.js';
import { addDays } from './calendar.js';
import { parseInstant } from './instant.js';
import { daysIn, toInstants } from './range.js';
import { toCalendarDate } from './zone.js';

/** As many days as the range has, ending with the last fact; `undefined` unless the whole range comes after that fact. */
export function lastDataRange(
  { last }: Pick<SourceDescription, 'last'>,
  range: DateRange,
  timeZone: string,
): string | undefined {
  if (last === null) return undefined;
  const at = parseInstant(last);
  if (at >= toInstants(range, timeZone).start) return undefined;
  const to = toCalendarDate(at, timeZone);
  return `${addDays(to, 1 - daysIn(range))}/${to}`;
}

/** Whether the whole range comes before the first fact. */
export function isBeforeData(range: DateRange, timeZone: string, first: string | null | undefined): boolean {
  return first != null && toInstants(range, timeZone).end <= parseInstant(first);
}

/** The compared range; `undefined` if it comes before the first fact: nothing was measured then, so nothing can have changed since. */
export function measuredRange(
  compare: DateRange | undefined,
  timeZone: string,
  first: string | null | undefined,
): DateRange | undefined {
  return compare && !isBeforeData(compare, timeZone, first) ? compare : undefined;
}
