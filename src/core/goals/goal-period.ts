/** The days in which a goal is to be reached. */
import type { DateRange, WeekStart } from '../query.js';
import {
  endOfMonth,
  endOfQuarter,
  endOfWeek,
  endOfYear,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
} from '../time/calendar.js';

export const GOAL_PERIODS = ['week', 'month', 'quarter', 'year', 'range'] as const;
export type GoalPeriod = (typeof GOAL_PERIODS)[number];

const spans: Record<GoalPeriod, (date: string, range: DateRange, weekStart: WeekStart) => DateRange> = {
  week: (date, _range, weekStart) => ({ from: startOfWeek(date, weekStart), to: endOfWeek(date, weekStart) }),
  month: (date) => ({ from: startOfMonth(date), to: endOfMonth(date) }),
  quarter: (date) => ({ from: startOfQuarter(date), to: endOfQuarter(date) }),
  year: (date) => ({ from: startOfYear(date), to: endOfYear(date) }),
  range: (_date, range) => range,
};

/** The period that holds a range's last day up to today. Throws a `RangeError` for an unknown one. */
export function resolveGoalPeriod(period: string, range: DateRange, today: string, weekStart: WeekStart): DateRange {
  const span = Object.hasOwn(spans, period) ? spans[period as GoalPeriod] : undefined;
  if (!span) throw new RangeError(`Unknown period ${JSON.stringify(period)}. Use one of: ${GOAL_PERIODS.join(', ')}.`);
  return span(range.to < today ? range.to : today, range, weekStart);
}
