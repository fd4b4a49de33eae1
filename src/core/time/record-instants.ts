/** Which instants a record may carry: outside, a date was never set, or its unit is wrong. */
import { toDayNumber } from './civil.js';
import { instantMs } from './instant.js';
import { DAY } from './units.js';

const FIRST = { 1900: toDayNumber(1900, 1, 1) * DAY, 1990: toDayNumber(1990, 1, 1) * DAY } as const;
const AFTER_LAST = toDayNumber(2100, 1, 1) * DAY;
/** How programs write a time that was never set. */
const UNSET = /^(?:0000|0001|9999)-|^1970-01-01T00:00/;

/** Of epoch milliseconds. */
export function isRecordTime(ms: number, firstYear: keyof typeof FIRST = 1990): boolean {
  return ms >= FIRST[firstYear] && ms < AFTER_LAST;
}

export function isRecordInstant(value: unknown, firstYear: keyof typeof FIRST = 1990): boolean {
  return isRecordTime(instantMs(value), firstYear);
}

/** Of a field that may be missing. */
export function isOptionalInstant(value: unknown, firstYear: keyof typeof FIRST = 1990): boolean {
  const ms = instantMs(value);
  if (Number.isNaN(ms)) return false;
  return (
    isRecordTime(ms, firstYear) ||
    UNSET.test(new Date(ms).toISOString()) ||
    (typeof value === 'string' && UNSET.test(value))
  );
}
