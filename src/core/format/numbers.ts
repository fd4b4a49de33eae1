/** Numbers as a language writes them, with one minus sign everywhere, and shares that are never rounded to nothing or all. */
import { numberFormat } from './intl-cache.js';

/** `-` is a hyphen: shorter than a plus, and lines break after it. */
const MINUS = '\u2212';
/** Arithmetic on shares leaves this much of an error. */
const EXACT = 1e-12;
const MAX_DIGITS = 2;

export function formatNumber(language: string, value: number, options: Intl.NumberFormatOptions = {}): string {
  const format = numberFormat(language, { signDisplay: 'negative', ...options });
  if (!(value < 0)) return format.format(value);
  return format
    .formatToParts(value)
    .map(({ type, value: text }) => (type === 'minusSign' ? text.replace('-', MINUS) : text))
    .join('');
}

/** A share of one as percent. What is nearly nothing, nearly all or hardly more says so: <0.1%, >99.9%, >100%. */
export function formatShare(language: string, share: number, digits: number): string {
  return boundedPercent(language, share, digits, [0, 1]);
}

/** With its sign. What is too small for these digits gets more; what is too small for two, or nearly −100%, is a bound. */
export function formatSignedShare(language: string, share: number, digits: number): string {
  const enough = isHidden(share, digits, [0, -1]) ? MAX_DIGITS : digits;
  return boundedPercent(language, share, enough, [0, -1], { signDisplay: 'exceptZero' });
}

/** The same in percentage points, without a sign of percent. */
export function formatSignedPoints(language: string, share: number): string {
  const points = (value: number, digits: number) =>
    formatNumber(language, value * 100, { maximumFractionDigits: digits, signDisplay: 'exceptZero' });
  if (!isHidden(share, 1, [0])) return points(share, 1);
  return isHidden(share, MAX_DIGITS, [0])
    ? boundSign(share, 0) + points(stepFrom(0, share, MAX_DIGITS), MAX_DIGITS)
    : points(share, MAX_DIGITS);
}

/** How many points `formatSignedPoints` names, for the plural of the word behind it. */
export function shownPoints(share: number): number {
  const digits = isHidden(share, 1, [0]) ? MAX_DIGITS : 1;
  return Math.abs(Math.round(share * 100 * 10 ** digits) / 10 ** digits);
}

function boundedPercent(
  language: string,
  share: number,
  digits: number,
  whole: readonly number[],
  options: Intl.NumberFormatOptions = {},
): string {
  const percent = (value: number) =>
    formatNumber(language, value, { style: 'percent', maximumFractionDigits: digits, ...options });
  const hiding = whole.find((one) => isHiddenBy(one, share, digits));
  if (hiding === 1 && share > 1) return `>${spaceOf(language)}${percent(1)}`;
  return hiding === undefined
    ? percent(share)
    : boundSign(share, hiding) + spaceOf(language) + percent(stepFrom(hiding, share, digits));
}

function isHidden(share: number, digits: number, whole: readonly number[]): boolean {
  return whole.some((one) => isHiddenBy(one, share, digits));
}

/** Whether a share that is not `whole` would be written as if it was. */
function isHiddenBy(whole: number, share: number, digits: number): boolean {
  const distance = Math.abs(share - whole);
  return distance > EXACT && distance * 100 <= 0.5 / 10 ** digits + EXACT;
}

/** The written number next to `whole` on the side of `share`. */
const stepFrom = (whole: number, share: number, digits: number): number =>
  whole + Math.sign(share - whole) / 10 ** (digits + 2);
const boundSign = (share: number, whole: number): string => (share > whole ? '<' : '>');

/** Between the sign and the number stands the space that the language puts before its sign of percent. */
function spaceOf(language: string): string {
  return (
    numberFormat(language, { style: 'percent' })
      .formatToParts(0)
      .find(({ type }) => type === 'literal')?.value ?? ''
  );
}

const UNITS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

/** Durations in the largest unit that fits, or in its parts: 2.5 min, 2 min 30 sec. */
export function formatDuration(language: string, seconds: number, compact: boolean): string {
  return compact ? inOneUnit(language, seconds) : inParts(language, seconds);
}

function inOneUnit(language: string, seconds: number): string {
  const { unit, seconds: size } = UNITS.find((one) => Math.abs(seconds) >= one.seconds) ?? UNITS[3];
  const value = seconds / size;
  return format(language, unit, value, Math.abs(value) < 100 ? 1 : 0);
}

function inParts(language: string, seconds: number): string {
  let left = Math.round(Math.abs(seconds) * 10) / 10;
  if (left < 60) return format(language, 'second', Math.sign(seconds) * left, 1);
  left = Math.round(left);
  const parts: string[] = [];
  for (const { unit, seconds: size } of UNITS) {
    const whole = Math.floor(left / size);
    if (whole > 0) parts.push(format(language, unit, whole, 0));
    left -= whole * size;
  }
  return (seconds < 0 ? '−' : '') + parts.slice(0, 2).join(' ');
}

function format(language: string, unit: string, value: number, digits: number): string {
  return formatNumber(language, value, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits });
}

/** Money in the currency's main unit; the data count its smallest one. */
export function toMainUnit(amount: number, currency: string | null | undefined): number {
  const digits = currency
    ? new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits!
    : 2;
  return amount / 10 ** digits;
}
