/** Instants: what facts carry, read to epoch milliseconds and written as ISO 8601 UTC. */
import { readDay, readDigits, toDayNumber } from './civil.js';
import { DAY, HOUR, MINUTE, SECOND } from './units.js';

/** ISO 8601 with `Z` or an offset, or epoch milliseconds (from 1e11 on: seconds are refused), or a `Date`. */
export type Instant = string | number | Date;

const [PLUS, MINUS, DOT, COLON, LETTER_T, LETTER_Z] = [43, 45, 46, 58, 84, 90];
const FIRST_NUMBER = 1e11;
const FIRST = toDayNumber(0, 1, 1) * DAY;
const AFTER_LAST = toDayNumber(10_000, 1, 1) * DAY;

/**
 * Epoch milliseconds of an instant in the years 0000–9999 UTC; parts of a millisecond are cut off.
 * Throws a `RangeError` for seconds, text without a zone, times that do not exist (2026-02-30, hour 24, second 60) and years beyond, expanded ones too.
 */
export function parseInstant(value: Instant): number {
  const ms = instantMs(value);
  if (Number.isNaN(ms)) throw new RangeError(refusal(value));
  return ms;
}

/** Whether `parseInstant` takes the value. */
export function isInstant(value: unknown): value is Instant {
  return !Number.isNaN(instantMs(value));
}

/** ISO 8601 UTC with milliseconds, e.g. 2026-06-01T08:00:00.000Z. Throws a `RangeError` outside the years 0000–9999. */
export function formatInstant(ms: number): string {
  if (Number.isNaN(within(ms)))
    throw new RangeError(`${ms} is no instant in the years 0000–9999. Use epoch milliseconds.`);
  return new Date(ms).toISOString();
}

/** As `parseInstant`, but `NaN` for what it refuses. */
export function instantMs(value: unknown): number {
  if (typeof value === 'string') return within(readText(value));
  if (typeof value === 'number') return value >= FIRST_NUMBER ? within(Math.trunc(value)) : NaN;
  return isDate(value) ? within(value.getTime()) : NaN;
}

function within(ms: number): number {
  return ms >= FIRST && ms < AFTER_LAST ? ms : NaN;
}

// A Date of another frame is no `instanceof Date` here.
function isDate(value: unknown): value is Date {
  return value instanceof Date || Object.prototype.toString.call(value) === '[object Date]';
}

// A scanner instead of a regex: ingest calls it for every time of every fact.
function readText(text: string): number {
  if (text.charCodeAt(10) !== LETTER_T || text.charCodeAt(13) !== COLON) return NaN;
  const hour = readDigits(text, 11, 2);
  const minute = readDigits(text, 14, 2);
  if (!(hour < 24 && minute < 60)) return NaN;
  const minutes = readDay(text) * DAY + hour * HOUR + minute * MINUTE;
  return text.charCodeAt(16) === COLON ? minutes + readSeconds(text) : minutes - readOffset(text, 16);
}

function readSeconds(text: string): number {
  const second = readDigits(text, 17, 2);
  if (!(second < 60)) return NaN;
  if (text.charCodeAt(19) !== DOT) return second * SECOND - readOffset(text, 19);
  const end = digitsEnd(text, 20);
  return second * SECOND + readMilliseconds(text, 20, end) - readOffset(text, end);
}

function digitsEnd(text: string, at: number): number {
  while (!Number.isNaN(readDigits(text, at, 1))) at++;
  return at;
}

function readMilliseconds(text: string, at: number, end: number): number {
  if (end - at >= 3) return readDigits(text, at, 3);
  if (end === at) return NaN;
  return end - at === 2 ? readDigits(text, at, 2) * 10 : readDigits(text, at, 1) * 100;
}

function readOffset(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  if (sign === LETTER_Z) return text.length === at + 1 ? 0 : NaN;
  if (sign !== PLUS && sign !== MINUS) return NaN;
  const minuteAt = text.charCodeAt(at + 3) === COLON ? at + 4 : at + 3;
  const hours = readDigits(text, at + 1, 2);
  const minutes = readDigits(text, minuteAt, 2);
  if (!(hours < 24 && minutes < 60 && text.length === minuteAt + 2)) return NaN;
  return (sign === PLUS ? 1 : -1) * (hours * HOUR + minutes * MINUTE);
}

function refusal(value: unknown): string {
  if (typeof value === 'number') return refusedNumber(value);
  if (isDate(value))
    return 'An invalid Date, or one outside the years 0000–9999, is not an instant. Check what it was made from.';
  const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : String(value);
  return `${shown} is not an instant. Use ISO 8601 with Z or an offset, e.g. 2026-06-01T08:00:00Z or 2026-06-01T10:00+02:00, of a time that exists.`;
}

function refusedNumber(value: number): string {
  if (value >= AFTER_LAST)
    return `${value} is not an instant before the year 10000. Use epoch milliseconds, not microseconds.`;
  return `${value} is not an instant. Use epoch milliseconds, 1e11 or more; seconds times 1000.`;
}
