/** Which instants a record may carry: outside, a date was never set, or its unit is wrong. */
import { toDayNumber } from './civil.js';
import { instantMs } from './instant.js';
import { DAY, MINUTE } from './units.js';

const FIRST = { 1900: toDayNumber(1900, 1, 1) * DAY, 1990: toDayNumber(1990, 1, 1) * DAY } as const;
const AFTER_LAST = toDayNumber(2100, 1, 1) * DAY;
/** How programs write a time that was never set: by the year as written, or as the epoch at any offset. */
const UNSET = /^(?:(?:0000|0001|9999)-\d\d-\d\dT\d\d:\d\d|1970-01-01T00:00)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;
const AROUND_EPOCH = /^19(?:69-12-31|70-01-01)T/;

/** Of epoch milliseconds. */
export function isRecordTime(ms: number, firstYear: keyof typeof FIRST = 1990): boolean {
  return ms >= FIRST[firstYear] && ms < AFTER_LAST;
}

export function isRecordInstant(value: unknown, firstYear: keyof typeof FIRST = 1990): boolean {
  return isRecordTime(instantMs(value), firstYear);
}

/** A time that was never set: in a field that may be missing it is no value. */
export function isUnsetInstant(value: unknown): boolean {
  if (typeof value === 'string') return UNSET.test(value) || (AROUND_EPOCH.test(value) && isEpoch(instantMs(value)));
  if (value === 0) return true;
  const ms = instantMs(value);
  return !Number.isNaN(ms) && (isEpoch(ms) || UNSET.test(new Date(ms).toISOString()));
}

const isEpoch = (ms: number): boolean => ms >= 0 && ms < MINUTE;

/** Of a field that may be missing. */
export function isOptionalInstant(value: unknown, firstYear: keyof typeof FIRST = 1990): boolean {
  return isRecordInstant(value, firstYear) || isUnsetInstant(value);
}
