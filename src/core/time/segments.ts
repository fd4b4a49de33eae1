/** A range cut into consecutive calendar units: days, weeks, months, quarters or years. */
import type { CalendarGrain, DateRange, WeekStart } from '../query.js';
import {
  addDays,
  addMonths,
  daysBetween,
  monthsBetween,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
} from './calendar.js';
import { startOfDay } from './zone.js';
import { toInstants } from './range.js';

export type Unit = Exclude<CalendarGrain, 'hour'>;

interface UnitRule {
  /** The first date of the unit that holds this one. */
  startOf: (date: string, weekStart: WeekStart) => string;
  /** The first date of the unit that comes so many after one. */
  add: (start: string, count: number) => string;
  /** How many units lie between two first dates. */
  between: (from: string, to: string) => number;
}

const months = (size: number, startOf: UnitRule['startOf']): UnitRule => ({
  startOf,
  add: (start, count) => addMonths(start, count * size),
  between: (from, to) => monthsBetween(from, to) / size,
});

const units: Record<Unit, UnitRule> = {
  day: { startOf: (date) => date, add: addDays, between: daysBetween },
  week: {
    startOf: startOfWeek,
    add: (start, count) => addDays(start, count * 7),
    between: (from, to) => daysBetween(from, to) / 7,
  },
  month: months(1, startOfMonth),
  quarter: months(3, startOfQuarter),
  year: months(12, startOfYear),
};

/** Consecutive units with the first date of each, also where the range cuts it. */
export interface Segments {
  dates: string[];
  /** One instant more than dates, ascending; a date that the zone skipped has no length. */
  edges: number[];
}

/** How many units a range touches. */
export function countUnits({ from, to }: DateRange, unit: Unit, weekStart: WeekStart): number {
  const { startOf, between } = units[unit];
  return between(startOf(from, weekStart), startOf(to, weekStart)) + 1;
}

/** Cuts a range; its first and last edge are the range's own. */
export function toSegments(range: DateRange, unit: Unit, weekStart: WeekStart, timeZone: string): Segments {
  const dates = unitStarts(range, unit, weekStart);
  const { start, end } = toInstants(range, timeZone);
  return { dates, edges: [start, ...dates.slice(1).map((date) => startOfDay(date, timeZone)), end] };
}

/** Which of a range's units reach out of it: at most the first and the last. */
export function toCut(dates: readonly string[], range: DateRange, unit: Unit): boolean[] {
  const cut = dates.map((date) => date < range.from);
  if (units[unit].add(dates.at(-1)!, 1) > addDays(range.to, 1)) cut[cut.length - 1] = true;
  return cut;
}

function unitStarts(range: DateRange, unit: Unit, weekStart: WeekStart): string[] {
  const first = units[unit].startOf(range.from, weekStart);
  return Array.from({ length: countUnits(range, unit, weekStart) }, (_, i) => units[unit].add(first, i));
}
