/** What the card says of each goal: pure, from how it stands to words. */
import type { AssessedGoal } from '../../core/goals/assess-goals.js';
import type { GoalStatus } from '../../core/goals/goals.js';
import type { Unit } from '../../core/metrics/definition.js';
import { fillText } from '../../core/format/formats.js';
import type { MetricAnswer, MetricsAnswer } from '../../core/query.js';
import { metricWords, missingWord, NO_VALUE, type Words } from '../shared/words.js';

export interface GoalRow {
  metric: string;
  label: string;
  description: string;
  value: string;
  target: string;
  /** Where the period ends, and between which ends in four of five cases. */
  projection: string | undefined;
  between: string | undefined;
  /** What there is to say in place of a projection, or of a number. */
  note: string | undefined;
  status: GoalStatus;
  state: string;
  /** How much of the target there is, 0–100, and in words; `undefined`: no share of it. */
  reached: { percent: number; text: string } | undefined;
  bar: GoalBar;
}

/** Places along the bar, 0–1. */
export interface GoalBar {
  from: number;
  to: number;
  target: number;
  interval: { from: number; to: number } | undefined;
}

export function toGoalRows(goals: readonly AssessedGoal[], { metrics }: MetricsAnswer, words: Words): GoalRow[] {
  return goals.map((goal) => toRow(goal, metrics[goal.metric]?.reason, words));
}

function toRow(goal: AssessedGoal, reason: MetricAnswer['reason'], { messages, formats, description }: Words): GoalRow {
  const { metric, definition, value, target, projection, status } = goal;
  const unit: Unit = definition?.unit ?? 'points';
  const write = (number: number) => (unit === 'count' ? formats.exact(number, unit) : formats.compact(number, unit));
  const words = messages.goals;
  const named = metricWords(metric, messages, description);
  const why = reason ? missingWord(reason, messages) : noteOf(goal, words);
  return {
    metric,
    label: named.label,
    description: named.description,
    status,
    state: words.states[status] ?? status,
    bar: toBar(goal),
    value: value === null ? NO_VALUE : write(value),
    target: fillText(definition?.better === 'lower' ? words.atMost : words.atLeast, { value: write(target) }),
    projection: projection && write(projection.value),
    between: projection && fillText(words.between, { low: write(projection.low), high: write(projection.high) }),
    note: projection ? undefined : why,
    reached: toReached(goal, (share) =>
      fillText(words.reached, { share: formats.share(share), target: write(target) }),
    ),
  };
}

function noteOf({ kind, status }: AssessedGoal, words: Words['messages']['goals']): string | undefined {
  if (kind === 'level') return words.asOfNow;
  if (status !== 'open') return undefined;
  return kind === 'distinct' ? words.distinct : words.short;
}

function toReached({ value, target }: AssessedGoal, write: (share: number) => string): GoalRow['reached'] {
  if (value === null || target <= 0) return undefined;
  const share = value / target;
  return { percent: Math.round(Math.min(1, Math.max(0, share)) * 100), text: write(share) };
}

/** From nothing, or from the lowest where that is below, to the greatest of what is drawn. */
function toBar({ value, target, projection }: AssessedGoal): GoalBar {
  const drawn = [0, target, value ?? 0, projection?.low ?? 0, projection?.high ?? 0];
  const least = Math.min(...drawn);
  const length = Math.max(...drawn) - least || 1;
  const place = (number: number) => (number - least) / length;
  const [from, to] = [place(Math.min(0, value ?? 0)), place(Math.max(0, value ?? 0))];
  return {
    from,
    to,
    target: place(target),
    interval: projection && { from: place(projection.low), to: place(projection.high) },
  };
}
