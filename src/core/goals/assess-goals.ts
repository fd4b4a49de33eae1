/** Plans the questions that goals need, and assesses each goal from the answers. */
import type { MetricDefinition } from '../metrics/definition.js';
import type { DateRange, MetricsAnswer, WeekStart } from '../query.js';
import {
  addDays,
  daysBetween,
  endOfMonth,
  endOfQuarter,
  endOfWeek,
  endOfYear,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
} from '../time/calendar.js';
import { DAY, HOUR } from '../time/units.js';
import { endOfDay, startOfDay, toCalendarDate } from '../time/zone.js';
import { type Goal, type GoalKind, type GoalStatus, goalKind, rateGoal, settlesLate, weightMetric } from './goals.js';
import { HISTORY_DAYS, type Projection, projectGoal } from './project-goal.js';

export interface GoalSetting {
  period: DateRange;
  /** Epoch milliseconds. */
  now: number;
  timeZone: string;
  /** Epoch milliseconds of the first fact; days before it were not measured. */
  first: number | null;
  /** Silence after which a conversation has ended. Metrics about the end of conversations are not settled before. */
  inactivityHours: number;
  /** Whether the source knows a metric. */
  knows: (metric: string) => boolean;
}

export interface PlannedGoal extends Goal {
  definition: MetricDefinition | undefined;
  kind: GoalKind;
  weight: string | undefined;
  /** The first day whose number can still change. */
  openFrom: string;
}

export interface GoalPlan extends Omit<GoalSetting, 'knows'> {
  today: string;
  goals: readonly PlannedGoal[];
  /** What to ask for: the goals' metrics and their weights. */
  metrics: string[];
  /** The range of days to ask for by day; `undefined` when nothing is projected. */
  days: DateRange | undefined;
}

export interface AssessedGoal extends PlannedGoal {
  value: number | null;
  projection: Projection | undefined;
  status: GoalStatus;
}

export function planGoals(
  goals: readonly Goal[],
  setting: GoalSetting,
  find: (metric: string) => MetricDefinition | undefined,
): GoalPlan {
  const { knows, ...rest } = setting;
  const today = toCalendarDate(setting.now, setting.timeZone);
  const planned = goals.map((goal): PlannedGoal => {
    const definition = find(goal.metric);
    const weight = definition && weightMetric(definition);
    const lateDays = definition && settlesLate(definition) ? Math.ceil((setting.inactivityHours * HOUR) / DAY) : 0;
    return {
      ...goal,
      definition,
      kind: goalKind(definition),
      weight: weight !== undefined && knows(weight) ? weight : undefined,
      openFrom: addDays(today, -lateDays),
    };
  });
  const projected = planned.filter((goal) => isProjected(goal) && goal.openFrom <= setting.period.to);
  const openFrom = projected.map((goal) => goal.openFrom).sort()[0];
  const weights = projected.flatMap(({ weight }) => weight ?? []);
  return {
    ...rest,
    today,
    goals: planned,
    metrics: [...new Set([...goals.map(({ metric }) => metric), ...weights])],
    days: openFrom === undefined ? undefined : { from: addDays(openFrom, -HISTORY_DAYS), to: today },
  };
}

const isProjected = ({ kind }: PlannedGoal): boolean => kind === 'total' || kind === 'mean';

export function assessGoals(plan: GoalPlan, whole: MetricsAnswer, days: MetricsAnswer | undefined): AssessedGoal[] {
  return plan.goals.map((goal) => {
    const value = whole.metrics[goal.metric]?.value ?? null;
    const isOver = goal.openFrom > plan.period.to;
    const projected =
      days && !isOver && !whole.metrics[goal.metric]?.reason ? project(goal, plan, whole, days) : undefined;
    const projection = projected && bounded(projected, goal, value);
    const status = rateGoal({
      kind: goal.kind,
      value,
      target: goal.target,
      better: goal.definition?.better ?? 'neither',
      projection,
      isOver,
    });
    return { ...goal, value, projection, status };
  });
}

/** Keeps a projection possible: a share is at most 1, a total is at least its value so far, and only points may be negative. */
function bounded(
  { value, low, high }: Projection,
  { kind, definition }: PlannedGoal,
  soFar: number | null,
): Projection {
  const least = definition?.unit === 'points' ? -Infinity : kind === 'total' ? Math.max(0, soFar ?? 0) : 0;
  const [from, mid, to] = [low, value, high].map((number) =>
    Math.min(definition?.unit === 'percent' ? 1 : Infinity, Math.max(least, number)),
  );
  return { low: from!, value: mid!, high: to! };
}

function project(goal: PlannedGoal, plan: GoalPlan, whole: MetricsAnswer, days: MetricsAnswer): Projection | undefined {
  const { kind, metric, openFrom } = goal;
  if (kind !== 'total' && kind !== 'mean') return undefined;
  const history = datesOf(addDays(openFrom, -HISTORY_DAYS), addDays(openFrom, -1));
  const course = {
    history,
    ofDay: dailyOf(metric, days, plan),
    unsettled: unsettledDays(openFrom, plan),
    value: whole.metrics[metric]?.value ?? null,
  };
  const common = { days: history.map(course.ofDay), ahead: sharesAhead(openFrom, plan) };
  return projectGoal(
    kind === 'total'
      ? { ...common, kind, soFar: (course.value ?? 0) - sumOf(course.unsettled, course.ofDay) }
      : { ...common, kind, ...weighedSoFar(course, goal, plan, { whole, days }) },
  );
}

/** Days that are not settled are projected, so what they have so far is taken out. */
function unsettledDays(openFrom: string, { period, today }: GoalPlan): string[] {
  const to = openFrom < today ? earlier(today, period.to) : addDays(openFrom, -1);
  return datesOf(later(openFrom, period.from), to);
}

interface Course {
  history: readonly string[];
  ofDay: (date: string) => number | null;
  unsettled: readonly string[];
  /** Value of the period so far. */
  value: number | null;
}

/** The mean of the settled days and how much they weigh: by the metric that weighs them, else each day alike. */
function weighedSoFar(
  { history, ofDay, unsettled, value }: Course,
  { weight }: PlannedGoal,
  plan: GoalPlan,
  { whole, days }: { whole: MetricsAnswer; days: MetricsAnswer },
) {
  const total = weight === undefined ? undefined : whole.metrics[weight]?.value;
  const weights = weight !== undefined && total ? dailyOf(weight, days, plan) : undefined;
  const weightOf = weights ?? (() => 1);
  const weighed = total || daysSoFar(plan);
  const weightSoFar = value === null ? 0 : weighed - sumOf(unsettled, weightOf);
  const sum = (value ?? 0) * weighed - sumOf(unsettled, (date) => (ofDay(date) ?? 0) * (weightOf(date) ?? 0));
  return {
    weights: weights && history.map(weights),
    weightSoFar: Math.max(0, weightSoFar),
    soFar: weightSoFar > 0 ? sum / weightSoFar : null,
  };
}

/** Reads a metric's number of a day; `null` before the first fact. */
function dailyOf(
  metric: string,
  { buckets = [], metrics }: MetricsAnswer,
  { first, timeZone }: GoalPlan,
): (date: string) => number | null {
  const values = new Map(buckets.map((date, place) => [date, metrics[metric]?.byBucket?.[place] ?? null]));
  const from = first === null ? '' : toCalendarDate(first, timeZone);
  return (date) => (date < from ? null : (values.get(date) ?? null));
}

const sumOf = (dates: readonly string[], value: (date: string) => number | null): number =>
  dates.reduce((sum, date) => sum + (value(date) ?? 0), 0);

/** Number of days of the period that have passed, with today's part. */
function daysSoFar({ period, today, first, now, timeZone }: GoalPlan): number {
  const from = later(period.from, first === null ? period.from : toCalendarDate(first, timeZone));
  return Math.max(0, daysBetween(from, today)) + passedOf(today, now, timeZone);
}

/** How much of each day is still to come. For metrics that settle at once, that is the rest of today; days before the period count as 0. */
function sharesAhead(openFrom: string, { period, today, now, timeZone }: GoalPlan): number[] {
  return datesOf(openFrom, period.to).map((date) =>
    date < period.from ? 0 : date === today && openFrom === today ? 1 - passedOf(today, now, timeZone) : 1,
  );
}

function passedOf(today: string, now: number, timeZone: string): number {
  const start = startOfDay(today, timeZone);
  return (now - start) / (endOfDay(today, timeZone) - start);
}

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

/** All dates from the first to the last, both included; empty when the first is later. */
function datesOf(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, day) => addDays(from, day));
}

/** The days in which a goal is to be reached. */
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
