/** A time as a file holds it: 2026-06-05 14:30, in the zone that the head names. */
import { toLocalTime } from '../../core/time/zone.js';

export function localText(at: number, timeZone: string): string {
  const { date, hour, minute } = toLocalTime(at, timeZone);
  return `${date} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
