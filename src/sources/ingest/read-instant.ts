/** An instant out of the bytes of JSON, as `parseInstant` reads it; -1 for what it refuses or what is written in an unusual way. */
import { daysInMonth, toDayNumber } from '../../core/time/civil.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../core/time/units.js';
import { COLON, DOT, MINUS, PLUS, QUOTE, ZERO } from './json-bytes.js';
import { lastNumber, readNumber } from './read-number.js';

const [LETTER_T, LETTER_Z] = [84, 90];
const FIRST_NUMBER = 1e11;
const FIRST = toDayNumber(0, 1, 1) * DAY;
const AFTER_LAST = toDayNumber(10_000, 1, 1) * DAY;

/** Epoch milliseconds are the `lastNumber`. */
export function readInstant(bytes: Uint8Array, at: number): number {
  if (bytes[at] === QUOTE) return readIso(bytes, at + 1);
  const end = readNumber(bytes, at);
  if (end < 0 || !(lastNumber[0]! >= FIRST_NUMBER && lastNumber[0]! < AFTER_LAST)) return -1;
  lastNumber[0] = Math.trunc(lastNumber[0]!);
  return end;
}

/** Two digits as a number; large where one of them is none. */
function two(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - ZERO;
  const ones = bytes[at + 1]! - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 1e6;
}

function readIso(bytes: Uint8Array, at: number): number {
  const year = two(bytes, at) * 100 + two(bytes, at + 2);
  const month = two(bytes, at + 5);
  const day = two(bytes, at + 8);
  const hour = two(bytes, at + 11);
  const minute = two(bytes, at + 14);
  const isDate =
    bytes[at + 4] === MINUS && bytes[at + 7] === MINUS && bytes[at + 10] === LETTER_T && bytes[at + 13] === COLON;
  if (!isDate || year > 9999 || day < 1 || day > daysInMonth(year, month) || hour > 23 || minute > 59) return -1;
  let ms = toDayNumber(year, month, day) * DAY + hour * HOUR + minute * MINUTE;
  let next = at + 16;
  if (bytes[next] === COLON) {
    const second = two(bytes, next + 1);
    if (second > 59) return -1;
    ms += second * SECOND;
    next += 3;
    if (bytes[next] === DOT) {
      const first = ++next;
      for (let worth = 100; isDigit(bytes[next]!); next++, worth = Math.floor(worth / 10))
        ms += (bytes[next]! - ZERO) * worth;
      if (next === first) return -1;
    }
  }
  return readOffset(bytes, next, ms);
}

function readOffset(bytes: Uint8Array, at: number, ms: number): number {
  const sign = bytes[at];
  let end = at + 1;
  if (sign === PLUS || sign === MINUS) {
    const minuteAt = bytes[at + 3] === COLON ? at + 4 : at + 3;
    const hours = two(bytes, at + 1);
    const minutes = two(bytes, minuteAt);
    if (hours > 23 || minutes > 59) return -1;
    ms -= (sign === PLUS ? 1 : -1) * (hours * HOUR + minutes * MINUTE);
    end = minuteAt + 2;
  } else if (sign !== LETTER_Z) return -1;
  if (bytes[end] !== QUOTE || !(ms >= FIRST && ms < AFTER_LAST)) return -1;
  lastNumber[0] = ms;
  return end + 1;
}

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= ZERO + 9;
