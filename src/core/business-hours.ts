/** When people answer: a zone, hours by weekday, and days off. */
import { parseCalendarDate } from './time/calendar.js';
import { parseTimeZone } from './time/zone.js';

export interface BusinessHours {
  /** IANA zone of the hours. */
  timeZone: string;
  /** From and to on the local clock, by ISO weekday (1 is Monday): `{ 1: [['09:00', '17:00']] }`. A weekday left out is a day off. */
  week: Readonly<Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly (readonly [from: string, to: string])[]>>>;
  /** Days off as `YYYY-MM-DD`. */
  holidays?: readonly string[];
}

const WEEKDAY = /^[1-7]$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const KEYS = ['timeZone', 'week', 'holidays'];

/** Throws a `RangeError` that names what is wrong. */
export function checkBusinessHours(hours: BusinessHours): void {
  const { timeZone, week, holidays = [] } = requireObject('', hours);
  const unknown = Object.keys(hours).find((key) => !KEYS.includes(key));
  if (unknown !== undefined)
    refuse(unknown, (hours as unknown as Record<string, unknown>)[unknown], `Use one of: ${KEYS.join(', ')}`);
  parseTimeZone(timeZone);
  for (const [weekday, spans] of Object.entries(requireObject('week', week))) {
    if (!WEEKDAY.test(weekday)) refuse(`week.${weekday}`, spans, 'Use the ISO weekdays 1 to 7');
    if (!Array.isArray(spans) || !spans.every(isSpan))
      refuse(`week.${weekday}`, spans, 'Use a list such as [["09:00", "17:00"]], each from before to');
  }
  if (!Array.isArray(holidays)) refuse('holidays', holidays, 'Use a list of days such as "2026-12-25"');
  for (const day of holidays as readonly string[]) parseCalendarDate(day);
}

function isSpan(span: unknown): boolean {
  if (!Array.isArray(span) || span.length !== 2) return false;
  const [from, to] = span as unknown[];
  return (
    typeof from === 'string' &&
    typeof to === 'string' &&
    CLOCK.test(from) &&
    (CLOCK.test(to) || to === '24:00') &&
    from < to
  );
}

function requireObject<T>(name: string, value: T): T {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  return refuse(name, value, 'Use an object');
}

function refuse(name: string, value: unknown, wayOut: string): never {
  throw new RangeError(`Setting businessHours${name && `.${name}`} is ${JSON.stringify(value)}. ${wayOut}.`);
}
