/** JSON numbers and instants out of their bytes, without a text in between. */
import { COLON, DOT, LOWER_E, MINUS, PLUS, QUOTE, UPPER_E, ZERO } from './bytes.js';
import { daysInMonth, toDayNumber } from '../../core/time/civil.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../core/time/units.js';

/** The number that was read last. A plain variable would be a new heap number each time. */
export const lastNumber = new Float64Array(1);

const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
/** A double holds any number of so many digits. */
const SAFE_DIGITS = 15;

/**
 * The position behind the number, or -1. The digits as a whole number and a power of ten up to 22 are both exact as doubles, so their product
 * or quotient is the nearest double, as `JSON.parse` has it; other numbers go through text.
 */
export function readNumber(bytes: Uint8Array, start: number): number {
  const isNegative = bytes[start] === MINUS;
  const first = isNegative ? start + 1 : start;
  let at = readDigits(bytes, first, 0);
  // No digit, or a zero before others.
  if (at === first || (bytes[first] === ZERO && at > first + 1)) return -1;
  let digits = at - first;
  let decimals = 0;
  if (bytes[at] === DOT) {
    const end = readDigits(bytes, at + 1, lastNumber[0]!);
    decimals = end - at - 1;
    if (decimals === 0) return -1;
    digits += decimals;
    at = end;
  }
  if (bytes[at] === LOWER_E || bytes[at] === UPPER_E) {
    at = exponentEnd(bytes, at + 1);
    if (at < 0) return -1;
    digits = Infinity;
  }
  if (digits > SAFE_DIGITS) lastNumber[0] = viaText(bytes, start, at);
  else {
    const value = lastNumber[0]! / POWERS_OF_TEN[decimals]!;
    lastNumber[0] = isNegative ? -value : value;
  }
  return at;
}

/** The position behind the digits, which continue the number `value` as the last number. */
function readDigits(bytes: Uint8Array, start: number, value: number): number {
  let at = start;
  let digit = bytes[at]! - ZERO;
  while (digit >= 0 && digit <= 9) {
    value = value * 10 + digit;
    digit = bytes[++at]! - ZERO;
  }
  lastNumber[0] = value;
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

const [LETTER_T, LETTER_Z] = [84, 90];
const FIRST_NUMBER = 1e11;
const FIRST = toDayNumber(0, 1, 1) * DAY;
const AFTER_LAST = toDayNumber(10_000, 1, 1) * DAY;

/** Reads an instant as `parseInstant` does, into epoch milliseconds; -1 for what that refuses, and for unusual notations. */
export function readInstant(bytes: Uint8Array, at: number): number {
  if (bytes[at] === QUOTE) return readIso(bytes, at + 1);
  const end = readNumber(bytes, at);
  if (end < 0 || !(lastNumber[0]! >= FIRST_NUMBER && lastNumber[0]! < AFTER_LAST)) return -1;
  lastNumber[0] = Math.trunc(lastNumber[0]!);
  return end;
}

/** Two digits as a number; a large number where one of them is not a digit. */
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
  lastNumber[0] = toDayNumber(year, month, day) * DAY + hour * HOUR + minute * MINUTE;
  const end = bytes[at + 16] === COLON ? readSeconds(bytes, at + 17) : at + 16;
  return end < 0 ? -1 : readOffset(bytes, end);
}

/** Adds seconds, and what is behind their dot, to the last number. */
function readSeconds(bytes: Uint8Array, at: number): number {
  const second = two(bytes, at);
  if (second > 59) return -1;
  let ms = second * SECOND;
  let next = at + 2;
  if (bytes[next] === DOT) {
    const first = ++next;
    for (let worth = 100; isDigit(bytes[next]!); next++, worth = Math.floor(worth / 10))
      ms += (bytes[next]! - ZERO) * worth;
    if (next === first) return -1;
  }
  lastNumber[0]! += ms;
  return next;
}

/** Takes the offset off the last number. */
function readOffset(bytes: Uint8Array, at: number): number {
  let ms = lastNumber[0]!;
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
