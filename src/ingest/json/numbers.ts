/** A JSON number out of its bytes, without a text in between. */
import { COLON, DOT, LOWER_E, MINUS, PLUS, QUOTE, UPPER_E, ZERO } from './bytes.js';
import { daysInMonth, toDayNumber } from '../../core/time/civil.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../core/time/units.js';

/** What `readNumber` and its like read last: a plain variable would be a new object for each number. */
export const lastNumber = new Float64Array(1);

const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
/** Digits that a double holds for sure. */
const SAFE_DIGITS = 15;

/**
 * After the number, or -1. The digits as a whole number and a power of ten up to 22 are both exact as doubles, so that their product or
 * quotient is the nearest double, as `JSON.parse` has it; other numbers go through text.
 */
export function readNumber(bytes: Uint8Array, start: number): number {
  let at = start;
  const isNegative = bytes[at] === MINUS;
  if (isNegative) at++;
  const first = at;
  let whole = 0;
  let digit = bytes[at]! - ZERO;
  if (digit === 0) digit = bytes[++at]! - ZERO;
  else {
    while (digit >= 0 && digit <= 9) {
      whole = whole * 10 + digit;
      digit = bytes[++at]! - ZERO;
    }
    if (at === first) return -1;
  }
  if (digit >= 0 && digit <= 9) return -1;
  let digits = at - first;
  let power = 0;
  if (bytes[at] === DOT) {
    const decimals = ++at;
    digit = bytes[at]! - ZERO;
    while (digit >= 0 && digit <= 9) {
      whole = whole * 10 + digit;
      digit = bytes[++at]! - ZERO;
    }
    if (at === decimals) return -1;
    power = decimals - at;
    digits += at - decimals;
  }
  if (bytes[at] === LOWER_E || bytes[at] === UPPER_E) {
    const end = exponentEnd(bytes, at + 1);
    if (end < 0) return -1;
    lastNumber[0] = viaText(bytes, start, end);
    return end;
  }
  if (digits > SAFE_DIGITS) lastNumber[0] = viaText(bytes, start, at);
  else {
    const value = power === 0 ? whole : whole / POWERS_OF_TEN[-power]!;
    lastNumber[0] = isNegative ? -value : value;
  }
  return at;
}

function exponentEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] === PLUS || bytes[at] === MINUS) at++;
  const first = at;
  while (bytes[at]! >= ZERO && bytes[at]! <= ZERO + 9) at++;
  return at === first ? -1 : at;
}

function viaText(bytes: Uint8Array, start: number, end: number): number {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return Number(text);
}

/** An instant out of the bytes of JSON, as `parseInstant` reads it; -1 for what it refuses or what is written in an unusual way. */

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
