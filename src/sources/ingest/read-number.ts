/** A JSON number out of its bytes, without a text in between. */
import { DOT, LOWER_E, MINUS, PLUS, UPPER_E, ZERO } from './json-bytes.js';

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
