/**
 * Where a period ends if the days to come go like the same weekdays of the last eight weeks.
 *
 * A weekday's expectation is its mean over those weeks, moved to the level of late: days weigh half as much every two weeks back. On the
 * made-up data that is nearer to the truth than the mean alone. What strays are days, each by itself, and levels, which stay for all days
 * to come: both variances come from the weeks themselves, and eight weeks make it Student's t with seven degrees of freedom.
 *
 * Of a mean, the days' weights are projected as a total, and what a day lies above or below its weekday counts with its weight. That takes
 * the weights to come as known, and the mean of quantiles for the quantile.
 */
import { modulo } from '../time/units.js';

export const HISTORY_DAYS = 56;
/** Measured days without which there is no projection. */
export const LEAST_HISTORY = 14;

const WEEK = 7;
const HALF_LIFE_DAYS = 14;
const T_OF_80_PERCENT = 1.415;

type Days = readonly (number | null)[];

export interface GoalCourse {
  kind: 'total' | 'mean';
  /** Whole days up to where the days ahead begin, the latest last; `null`: not measured. */
  days: Days;
  /** How much of each day is still to come, the first follows the last of `days`: 1 is all of it. */
  ahead: readonly number[];
  /** What the period has come to so far. */
  soFar: number | null;
  /** Of a mean: how much each of `days` weighs. Unset: all the same. */
  weights?: Days | undefined;
  /** Of a mean: how much `soFar` weighs. */
  weightSoFar?: number;
}

/** The most likely end of the period, and where four of five ends lie. */
export interface Projection {
  value: number;
  low: number;
  high: number;
}

/** `undefined` where less than 14 days were measured, or nothing weighs. */
export function projectGoal({
  kind,
  days,
  ahead,
  soFar,
  weights,
  weightSoFar = 0,
}: GoalCourse): Projection | undefined {
  const recent = days.slice(-HISTORY_DAYS);
  if (recent.filter((day) => day !== null).length < LEAST_HISTORY) return undefined;
  if (kind === 'total') {
    const { expected, strays } = totalCourse(recent);
    return around((soFar ?? 0) + rest(ahead, expected), spread(strays, ahead));
  }
  const heavy = recent.map((day, place) =>
    day === null ? null : weights ? (weights.slice(-HISTORY_DAYS)[place] ?? 0) : 1,
  );
  const { expected: weightOf } = totalCourse(heavy);
  const { expected, strays } = meanCourse(recent, heavy);
  const weight = weightSoFar + rest(ahead, weightOf);
  if (!(weight > 0)) return undefined;
  const value = ((soFar ?? 0) * weightSoFar + rest(ahead, (day) => weightOf(day) * expected(day))) / weight;
  return around(value, spread(strays, ahead) / weight);
}

const around = (value: number, reach: number): Projection => ({ value, low: value - reach, high: value + reach });

const rest = (ahead: readonly number[], expected: (day: number) => number): number =>
  ahead.reduce((sum, share, day) => sum + share * expected(day), 0);

/** What is expected of a day ahead, and how far each day of the history lay off its weekday. */
interface Course {
  expected: (day: number) => number;
  strays: number[];
}

function totalCourse(days: Days): Course {
  const usual = byWeekday(
    days,
    days.map((day) => (day === null ? 0 : 1)),
  );
  const sums = weighLate(days, (day, place) => [day, usual(place - days.length)]);
  const level = sums[1] > 0 ? sums[0] / sums[1] : 1;
  return {
    expected: (day) => level * usual(day),
    strays: strayed(days, (day, place) => day - usual(place - days.length)),
  };
}

function meanCourse(days: Days, weights: Days): Course {
  const usual = byWeekday(days, weights);
  const stray = (day: number, place: number) => (weights[place] ?? 0) * (day - usual(place - days.length));
  const sums = weighLate(days, (day, place) => [stray(day, place), weights[place] ?? 0]);
  const shift = sums[1] > 0 ? sums[0] / sums[1] : 0;
  return { expected: (day) => usual(day) + shift, strays: strayed(days, stray) };
}

/** A weekday's weighted mean; where it has none, that of all days. Days count from the end of the history: −1 is its last. */
function byWeekday(days: Days, weights: Days): (day: number) => number {
  const meanOf = (isIn: (place: number) => boolean): number | undefined => {
    let sum = 0;
    let weight = 0;
    days.forEach((day, place) => {
      if (day === null || !isIn(place)) return;
      sum += day * (weights[place] ?? 0);
      weight += weights[place] ?? 0;
    });
    return weight > 0 ? sum / weight : undefined;
  };
  const all = meanOf(() => true) ?? 0;
  const means = Array.from(
    { length: WEEK },
    (_, weekday) => meanOf((place) => modulo(place - days.length, WEEK) === weekday) ?? all,
  );
  return (day) => means[modulo(day, WEEK)]!;
}

function weighLate(days: Days, pair: (day: number, place: number) => [number, number]): [number, number] {
  const sums: [number, number] = [0, 0];
  days.forEach((day, place) => {
    if (day === null) return;
    const weight = 0.5 ** ((days.length - 1 - place) / HALF_LIFE_DAYS);
    const [above, below] = pair(day, place);
    sums[0] += weight * above;
    sums[1] += weight * below;
  });
  return sums;
}

/** From the first measured day on; a day without a number among them strays by nothing. */
function strayed(days: Days, stray: (day: number, place: number) => number): number[] {
  const first = days.findIndex((day) => day !== null);
  return days.map((day, place) => (day === null ? 0 : stray(day, place))).slice(first);
}

/** Half the width of the interval of a sum of days ahead. */
function spread(strays: readonly number[], ahead: readonly number[]): number {
  const days = strays.reduce((sum, stray) => sum + stray * stray, 0) / Math.max(1, strays.length - WEEK);
  const weeks = Array.from({ length: Math.floor(strays.length / WEEK) }, (_, week) =>
    mean(strays.slice(strays.length - (week + 1) * WEEK, strays.length - week * WEEK)),
  );
  const levels = Math.max(
    0,
    weeks.reduce((sum, week) => sum + week * week, 0) / Math.max(1, weeks.length - 1) - days / WEEK,
  );
  const length = ahead.reduce((sum, share) => sum + share, 0);
  const single = ahead.reduce((sum, share) => sum + share * share, 0);
  return T_OF_80_PERCENT * Math.sqrt(days * (single + (length * length) / strays.length) + levels * length * length);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
