/** Grains that fold the calendar: which labels they have and which stretch of time belongs to which. */
import type { DateRange, FoldedGrain, WeekStart } from '../query.js';
import { toCivilDate, toWeekday } from './civil.js';
import { toEpochDay } from './calendar.js';
import { toUniformHours } from './hours.js';
import { toInstants } from './range.js';
import { toSegments, type Unit } from './segments.js';
import { DAY, HOUR, modulo } from './units.js';
import { zoneOffsets } from './zone.js';

/** Stretches of time and the bucket of each. */
export interface FoldedSegments {
  edges: number[];
  bucketOf: number[];
}

interface FoldedRule {
  /** What a range is cut into before it is folded. */
  unit: 'hour' | Unit;
  labels: (weekStart: WeekStart) => string[];
  /** The bucket of a stretch that starts on this day, at this hour of the local clock. */
  bucket: (dayNumber: number, weekStart: WeekStart, hour: number) => number;
}

const rules: Record<FoldedGrain, FoldedRule> = {
  'hour-of-day': { unit: 'hour', labels: () => numbers(0, 24), bucket: (_day, _weekStart, hour) => hour },
  'day-of-week': { unit: 'day', labels: weekdays, bucket: dayOfWeek },
  'day-of-month': { unit: 'day', labels: () => numbers(1, 31), bucket: (day) => toCivilDate(day).day - 1 },
  'month-of-year': { unit: 'month', labels: () => numbers(1, 12), bucket: (day) => toCivilDate(day).month - 1 },
  'hour-of-week': {
    unit: 'hour',
    labels: hoursOfWeek,
    bucket: (day, weekStart, hour) => dayOfWeek(day, weekStart) * 24 + hour,
  },
};

/** Every label, also of buckets that the range does not touch. */
export function foldedLabels(grain: FoldedGrain, weekStart: WeekStart): string[] {
  return rules[grain].labels(weekStart);
}

/** What a range is cut into before it is folded. */
export function foldedUnit(grain: FoldedGrain): 'hour' | Unit {
  return rules[grain].unit;
}

/** Cuts a range and says which bucket each stretch belongs to. */
export function toFoldedSegments(
  range: DateRange,
  grain: FoldedGrain,
  weekStart: WeekStart,
  timeZone: string,
): FoldedSegments {
  const { unit, bucket } = rules[grain];
  if (unit === 'hour') return foldHours(range, timeZone, (day, hour) => bucket(day, weekStart, hour));
  const { dates, edges } = toSegments(range, unit, weekStart, timeZone);
  return { edges, bucketOf: dates.map((date) => bucket(toEpochDay(date), weekStart, 0)) };
}

function foldHours(
  range: DateRange,
  timeZone: string,
  bucket: (dayNumber: number, hour: number) => number,
): FoldedSegments {
  const { start, end } = toInstants(range, timeZone);
  const hours = toUniformHours(zoneOffsets(timeZone).spans(start, end));
  const bucketOf = hours.map((hour) => {
    const local = hour.start + hour.offset;
    return bucket(Math.floor(local / DAY), Math.floor(modulo(local, DAY) / HOUR));
  });
  return { edges: [...hours.map((hour) => hour.start), end], bucketOf };
}

function dayOfWeek(dayNumber: number, weekStart: WeekStart): number {
  return (toWeekday(dayNumber) - weekStart + 7) % 7;
}

function weekdays(weekStart: WeekStart): string[] {
  return Array.from({ length: 7 }, (_, i) => `${((weekStart - 1 + i) % 7) + 1}`);
}

function hoursOfWeek(weekStart: WeekStart): string[] {
  return weekdays(weekStart).flatMap((weekday) => numbers(0, 24).map((hour) => `${weekday}T${hour}`));
}

function numbers(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${first + i}`.padStart(2, '0'));
}
