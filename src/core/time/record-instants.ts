/** Which instants a record may carry: outside, a date was never set, or its unit is wrong. */
import { toDayNumber } from './civil.js';
import { instantMs } from './instant.js';
import { DAY } from './units.js';

const FIRST = toDayNumber(1990, 1, 1) * DAY;
const FIRST_OF_CUSTOMERS = toDayNumber(1900, 1, 1) * DAY;
const AFTER_LAST = toDayNumber(2100, 1, 1) * DAY;
/** How programs write a time that was never set. */
const UNSET = /^(?:0000|0001|9999)-|^1970-01-01T00:00/;

/** Of epoch milliseconds. */
export function isRecordTime(ms: number): boolean {
  return ms >= FIRST && ms < AFTER_LAST;
}

export function isRecordInstant(value: unknown): boolean {
  return isRecordTime(instantMs(value));
}

/** Customers may be older than their records. */
export function isCustomerStart(value: unknown): boolean {
  const ms = instantMs(value);
  return ms >= FIRST_OF_CUSTOMERS && ms < AFTER_LAST;
}

/** Of a field that may be missing. */
export function isOptionalInstant(value: unknown): boolean {
  const ms = instantMs(value);
  return isRecordTime(ms) || (!Number.isNaN(ms) && UNSET.test(new Date(ms).toISOString())) || (typeof value === 'string' && !Number.isNaN(ms) && UNSET.test(value));
}
