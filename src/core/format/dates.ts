/** Dates of buckets and ranges in words. Calendar dates are written as they are, whatever zone the reader is in. */
import type { DateRange, Grain } from '../query.js';
import { addDays, endOfQuarter } from '../time/calendar.js';
import { dateFormat, numberFormat, relativeFormat } from './intl-cache.js';

/** One bucket's name: short for an axis, long for a tooltip or table. */
export interface BucketLabel {
  short: string;
  long: string;
}

export function formatDates(language: string, timeZone: string) {
  const day: Intl.DateTimeFormatOptions = { timeZone: 'UTC', day: 'numeric', month: 'short' };
  return {
    range(range: DateRange): string {
      return dateFormat(language, { ...day, year: 'numeric' }).formatRange(noon(range.from), noon(range.to));
    },
    shortRange(range: DateRange, year: string): string {
      const isThisYear = range.from.startsWith(year) && range.to.startsWith(year);
      return dateFormat(language, isThisYear ? day : { ...day, year: 'numeric' }).formatRange(
        noon(range.from),
        noon(range.to),
      );
    },
    date: (date: string) => dateFormat(language, { timeZone: 'UTC', dateStyle: 'medium' }).format(noon(date)),
    monthOfYear: (date: string) =>
      dateFormat(language, { timeZone: 'UTC', month: 'short', year: 'numeric' }).format(noon(date)),
    dayOfMonth: (date: string) => dateFormat(language, { timeZone: 'UTC', day: 'numeric' }).format(noon(date)),
    hourSpan(hour: number): string {
      const words = dateFormat(language, { timeZone: 'UTC', hour: 'numeric' });
      // Over midnight a range would name two dates.
      return hour < 23
        ? words.formatRange(fullHour(hour), fullHour(hour + 1))
        : `${words.format(fullHour(hour))} – ${words.format(fullHour(0))}`;
    },
    instantDate: (instant: string) => dateFormat(language, { timeZone, dateStyle: 'medium' }).format(new Date(instant)),
    localMoment: (instantMs: number) =>
      dateFormat(language, { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instantMs)),
    localTime: (instantMs: number) =>
      dateFormat(language, { timeZone, timeStyle: 'short' }).format(new Date(instantMs)),
    moment: (instantMs: number) =>
      dateFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instantMs)),
  };
}

export function formatBucket(language: string, timeZone: string, label: string, grain: Grain): BucketLabel {
  return BUCKET_LABELS[grain](label, {
    language,
    timeZone,
    utc: (options) => dateFormat(language, { timeZone: 'UTC', ...options }),
  });
}

interface LabelContext {
  language: string;
  timeZone: string;
  /** Dates of the calendar, which are no instants. */
  utc: (options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat;
}

const HOUR_LONG = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;
const DAY_SHORT = { day: 'numeric', month: 'short' } as const;

const BUCKET_LABELS: Readonly<Record<Grain, (label: string, context: LabelContext) => BucketLabel>> = {
  hour: (label, { language, timeZone }) => ({
    short: dateFormat(language, { timeZone, hour: 'numeric' }).format(new Date(label)),
    long: dateFormat(language, { timeZone, ...HOUR_LONG }).format(new Date(label)),
  }),
  day: (label, { utc }) => ({
    short: utc(DAY_SHORT).format(noon(label)),
    long: utc({ dateStyle: 'full' }).format(noon(label)),
  }),
  week: (label, { utc }) => ({
    short: utc(DAY_SHORT).format(noon(label)),
    long: utc({ ...DAY_SHORT, year: 'numeric' }).formatRange(noon(label), noon(addDays(label, 6))),
  }),
  month: (label, { utc }) => ({
    short: utc({ month: 'short' }).format(noon(label)),
    long: utc({ month: 'long', year: 'numeric' }).format(noon(label)),
  }),
  quarter: (label, { utc }) =>
    both(utc({ month: 'short', year: 'numeric' }).formatRange(noon(label), noon(endOfQuarter(label)))),
  year: (label) => both(label.slice(0, 4)),
  'day-of-month': (label, { language }) => both(numberFormat(language, {}).format(Number(label))),
  'month-of-year': (label, { utc }) => ({
    short: utc({ month: 'short' }).format(noon(`2001-${label}-01`)),
    long: utc({ month: 'long' }).format(noon(`2001-${label}-01`)),
  }),
  'hour-of-day': (label, context) => both(hourOf(label, context)),
  'day-of-week': (label, { language }) => weekday(language, Number(label)),
  'hour-of-week': (label, context) => {
    const { short, long } = weekday(context.language, Number(label[0]));
    const hour = hourOf(label.slice(2), context);
    return { short: `${short} ${hour}`, long: `${long} ${hour}` };
  },
};

const hourOf = (hour: string, { utc }: LabelContext): string =>
  utc({ hour: 'numeric' }).format(new Date(`2001-01-01T${hour}:00:00Z`));

function weekday(language: string, iso: number): BucketLabel {
  // 2001-01-01 was a Monday.
  const date = noon(addDays('2001-01-01', iso - 1));
  return {
    short: dateFormat(language, { timeZone: 'UTC', weekday: 'short' }).format(date),
    long: dateFormat(language, { timeZone: 'UTC', weekday: 'long' }).format(date),
  };
}

const both = (text: string): BucketLabel => ({ short: text, long: text });
const noon = (date: string): Date => new Date(`${date}T12:00:00Z`);
const fullHour = (hour: number): Date => new Date(Date.UTC(2001, 0, 1, hour));

const STEPS = [
  { unit: 'second', seconds: 1, below: 60 },
  { unit: 'minute', seconds: 60, below: 60 },
  { unit: 'hour', seconds: 3600, below: 24 },
  { unit: 'day', seconds: 86_400, below: 30 },
  { unit: 'month', seconds: 2_629_746, below: 12 },
  { unit: 'year', seconds: 31_556_952, below: Infinity },
] as const;

/** Both in epoch milliseconds. What is under ten seconds away is now. */
export function formatRelative(language: string, at: number, now: number): string {
  const seconds = (at - now) / 1000;
  const words = relativeFormat(language, { numeric: 'auto' });
  if (Math.abs(seconds) < 10) return words.format(0, 'second');
  const { unit, seconds: length } = STEPS.find((step) => Math.abs(Math.trunc(seconds / step.seconds)) < step.below)!;
  return words.format(Math.trunc(seconds / length), unit);
}
