/** Whether a goal is or will be met. */
import type { Better } from '../metrics/definition.js';
import type { GoalKind } from './goal-kind.js';
import type { Projection } from './project-goal.js';

/**
 * `on-course`: the projection meets it. `at-risk`: only the better end of the interval does. `out-of-reach`: not even that one, or too much
 * already. `met` and `missed`: that is settled, of a level for now. `open`: too little is known to project it. `unknown`: nothing was measured.
 */
export type GoalStatus = 'met' | 'on-course' | 'at-risk' | 'out-of-reach' | 'missed' | 'open' | 'unknown';

export interface RatedGoal {
  kind: GoalKind;
  value: number | null;
  target: number;
  /** `lower`: at most the target; else at least. */
  better: Better;
  projection: Projection | undefined;
  /** No day of the period is still to come. */
  isOver: boolean;
}

export function rateGoal({ kind, value, target, better, projection, isOver }: RatedGoal): GoalStatus {
  const meets = (number: number) => (better === 'lower' ? number <= target : number >= target);
  if (value === null && !projection) return 'unknown';
  if (value !== null && (isOver || kind === 'level')) return meets(value) ? 'met' : 'missed';
  // What only grows is settled once it has passed the target.
  if (value !== null && (kind === 'total' || kind === 'distinct')) {
    if (better !== 'lower' && meets(value)) return 'met';
    if (better === 'lower' && !meets(value)) return 'out-of-reach';
  }
  if (!projection) return 'open';
  if (meets(projection.value)) return 'on-course';
  return meets(better === 'lower' ? projection.low : projection.high) ? 'at-risk' : 'out-of-reach';
}
