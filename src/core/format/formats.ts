/** Numbers, dates and texts as people write them in a language, by `Intl` alone. */
import type { DateRange, Grain } from '../query.js';
import type { Unit } from '../metrics/definition.js';
import { type BucketLabel, formatBucket, formatDates, formatRelative } from './dates.js';
import {
  formatDuration,
  formatNumber,
  formatShare,
  formatSignedPoints,
  formatSignedShare,
  shownPoints,
} from './numbers.js';
import { numberFormat } from './intl-cache.js';

type PluralForms = { other: string } & Partial<Record<string, string>>;

export interface Formats {
  /** Short, for a tile: 12.3K, 25%, €1.2K. */
  compact(value: number, unit: Unit): string;
  /** In full, for tables and tooltips: every digit, of shares the decimals that tell them apart. */
  exact(value: number, unit: Unit): string;
  /** A change with its sign: +12%. */
  signedShare(share: number): string;
  /** A change of a share in points, with the word of `forms`: −3.4 pts. */
  signedPoints(forms: PluralForms, share: number): string;
  /** A share of one: 12.3%, <0.1%, >99.9%. `digits` after the point at most, 1 unless set. */
  share(share: number, digits?: number): string;
  number(value: number): string;
  /** The text of a counted message. */
  counted(forms: PluralForms, n: number): string;
  range(range: DateRange): string;
  /** Without the year where it is the one named. */
  shortRange(range: DateRange, year: string): string;
  bucket(label: string, grain: Grain): BucketLabel;
  date(date: string): string;
  /** Jan 2026 */
  monthOfYear(date: string): string;
  /** The day of the month alone, as it is written there: 7, 7., 7일. */
  dayOfMonth(date: string): string;
  /** An hour of the day from its start to its end: 10 – 11 AM. */
  hourSpan(hour: number): string;
  instantDate(instant: string): string;
  /** Date and time in the zone of the numbers. */
  localMoment(instantMs: number): string;
  localTime(instantMs: number): string;
  /** A moment on the reader's own clock. */
  moment(instantMs: number): string;
  /** How long before `nowMs`: 5 minutes ago. */
  ago(instantMs: number, nowMs: number): string;
  regionOrValue(value: string, dimension: string): string;
}

/** The same in a tile, a legend, a table and a tooltip. */
const SHARE_DIGITS = 1;

export function createFormats(language: string, timeZone: string, currency: string | undefined): Formats {
  const number = (value: number, options: Intl.NumberFormatOptions = {}) => formatNumber(language, value, options);
  const formOf = (forms: PluralForms, n: number) => forms[new Intl.PluralRules(language).select(n)] ?? forms.other;
  const byUnit = (value: number, unit: Unit, compact: boolean): string => {
    const short: Intl.NumberFormatOptions =
      compact && Math.abs(value) >= 10_000 ? { notation: 'compact', maximumFractionDigits: 1 } : {};
    switch (unit) {
      case 'count':
        return number(value, { maximumFractionDigits: 0, ...short });
      case 'percent':
        return formatShare(language, value, SHARE_DIGITS);
      case 'duration':
        return formatDuration(language, value, compact);
      case 'money':
        return money(language, value, currency, compact);
      default:
        return number(value, { maximumFractionDigits: compact ? 1 : 2, ...short });
    }
  };
  const dates = formatDates(language, timeZone);
  return {
    compact: (value, unit) => byUnit(value, unit, true),
    exact: (value, unit) => byUnit(value, unit, false),
    signedShare: (share) => formatSignedShare(language, share, Math.abs(share) < 0.1 ? 1 : 0),
    signedPoints: (forms, share) =>
      formOf(forms, shownPoints(share)).replace('{n}', formatSignedPoints(language, share)),
    ago: (instantMs, nowMs) => formatRelative(language, instantMs, nowMs),
    share: (share, digits = SHARE_DIGITS) => formatShare(language, share, digits),
    number: (value) => number(value),
    counted: (forms, n) => formOf(forms, n).replace('{n}', number(n)),
    bucket: (label, grain) => formatBucket(language, timeZone, label, grain),
    ...dates,
    regionOrValue: (value, dimension) => nameOf(language, value, dimension),
  };
}

/** Fills the `{name}` places of a text. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** Minor units to the currency's own digits; without a currency a plain number of hundredths. */
function money(language: string, minor: number, currency: string | undefined, compact: boolean): string {
  const probe = currency === undefined ? undefined : numberFormat(language, { style: 'currency', currency });
  const digits = probe?.resolvedOptions().maximumFractionDigits ?? 2;
  const value = minor / 10 ** digits;
  const style: Intl.NumberFormatOptions = currency === undefined ? {} : { style: 'currency', currency };
  if (!compact || Math.abs(value) < 1000)
    return formatNumber(language, value, { ...style, minimumFractionDigits: digits, maximumFractionDigits: digits });
  const short: Intl.NumberFormatOptions =
    Math.abs(value) >= 10_000
      ? { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }
      : { minimumFractionDigits: 0, maximumFractionDigits: 0 };
  return formatNumber(language, value, { ...style, ...short });
}

/** Country and language codes by their names; everything else as it is. */
function nameOf(language: string, value: string, dimension: string): string {
  const isCode =
    (dimension === 'region' && /^[A-Z]{2}$/.test(value)) || (dimension === 'language' && /^[a-z]{2,3}$/.test(value));
  if (!isCode) return value;
  return new Intl.DisplayNames(language, { type: dimension === 'region' ? 'region' : 'language' }).of(value) ?? value;
}
