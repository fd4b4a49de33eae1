/** Where the last data lie, when the range has none because it is wholly after them. */
import type { DateRange, SourceDescription } from '../../core/query.js';
import { addDays } from '../../core/time/calendar.js';
import { parseInstant } from '../../core/time/instant.js';
import { daysIn, toInstants } from '../../core/time/range.js';
import { toCalendarDate } from '../../core/time/zone.js';

/** As many days as the range has, ending with the last fact; `undefined` where the range is not wholly after it. */
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
