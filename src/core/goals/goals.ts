import { type AggregateKind, aggregateOf, isAggregate } from '../metrics/aggregates.js';
import type { Better, Formula, MetricDefinition, Where } from '../metrics/definition.js';
import type { Projection } from './project-goal.js';

/** Goals, how they are written (`ai-resolved-rate:0.6;csat:0.9;total-volume:1200`), and whether they are met. */
export interface Goal {
  /** Id of a metric or of a variant, such as `first-response-time:median`. */
  metric: string;
  /** In the metric's own unit: shares of one, seconds, minor units. */
  target: number;
}

export type Goals = Readonly<Record<string, number>> | readonly Goal[];

/** Reads text, or checks a record or a list. Throws a `RangeError` that names what is no target. */
export function parseGoals(goals: string | Goals | undefined): Goal[] {
  const list =
    typeof goals === 'string'
      ? goals
          .split(';')
          .filter((part) => part.trim() !== '')
          .map(toGoal)
      : toList(goals ?? []);
  for (const goal of list) {
    const { metric, target } = (goal ?? {}) as Partial<Goal>;
    if (typeof metric !== 'string' || metric === '' || !Number.isFinite(target))
      throw new RangeError(
        `The goal ${JSON.stringify(typeof metric === 'string' ? metric : goal)} has no number to reach. Write it as ai-resolved-rate:0.6.`,
      );
  }
  return [...list];
}

function toList(goals: Goals): readonly Goal[] {
  return isList(goals) ? goals : Object.entries(goals).map(([metric, target]) => ({ metric, target }));
}

const isList = (goals: Goals): goals is readonly Goal[] => Array.isArray(goals);

/** The last colon separates id and target, since a variant contains one. */
function toGoal(text: string): Goal {
  const colon = text.lastIndexOf(':');
  const number = text.slice(colon + 1).trim();
  return { metric: text.slice(0, Math.max(0, colon)).trim(), target: number === '' ? NaN : Number(number) };
}

/**
 * `total`: the days add up. `mean`: a rate or mean of the days, by their weight. `distinct`: the days overlap, as with people who come
 * twice. `level`: what there is at one instant.
 */
export type GoalKind = AggregateKind;

/** How a metric's number comes about over days, read from its formula: that decides how it can be projected. */
export function goalKind(definition: MetricDefinition | undefined): GoalKind {
  return definition ? kindOf(definition.formula) : 'level';
}

function kindOf(formula: Formula): GoalKind {
  if (isAggregate(formula)) {
    const isStanding = formula.standing !== undefined || formula.begunBefore !== undefined;
    const { kind } = aggregateOf(formula);
    return kind === 'total' && isStanding ? 'level' : kind;
  }
  switch (formula.op) {
    case 'mean':
    case 'constant':
      return 'mean';
    case 'scale':
      return kindOf(formula.of);
    case 'ratio':
      return ratioKind(formula.of);
    default:
      return sumKind(formula.of.filter(({ op }) => op !== 'constant').map(kindOf));
  }
}

/** A ratio per distinct user is treated as distinct, because users of several days overlap; a distinct numerator alone is not. */
function ratioKind([above, below]: readonly [Formula, Formula]): GoalKind {
  const kinds = [kindOf(above), kindOf(below)];
  if (kinds.includes('level')) return 'level';
  return below.op === 'distinct' && below.of === 'user' ? 'distinct' : 'mean';
}

function sumKind(kinds: readonly GoalKind[]): GoalKind {
  if (kinds.every((kind) => kind === kinds[0])) return kinds[0] ?? 'level';
  return 'level';
}

const BY_CONVERSATION = 'total-volume';
const BY_TICKET = 'ticket-volume';
const VOLUMES = new Map([
  ...['conversations', 'openedConversations', 'messages', 'answeredRuns', 'ratings', 'skillUses'].map(
    (fact) => [fact, BY_CONVERSATION] as const,
  ),
  ...[
    'tickets',
    'ticketReplies',
    'firstResponses',
    'firstAssignments',
    'firstResponseTargets',
    'resolutionTargets',
  ].map((fact) => [fact, BY_TICKET] as const),
  ['resolutions', 'resolved-tickets'],
  ['articleVisits', 'article-views'],
  ['articleSessions', 'article-views'],
  ['checkouts', 'signed-in-checkouts'],
]);

/** The metric that weighs the days of a mean; `undefined`: all days weigh the same. */
export const weightMetric = ({ fact }: MetricDefinition): string | undefined => VOLUMES.get(fact);

const LATE_COLUMNS = ['status', 'outcome', 'abandoned'];

/** Whether the metric depends on how a conversation ended, which is known only after the inactivity window. */
export function settlesLate({ formula, rows }: MetricDefinition): boolean {
  return namesLate(rows) || hasLate(formula);
}

function hasLate(formula: Formula): boolean {
  if ('where' in formula && [formula.where].flat().some(namesLate)) return true;
  if (formula.op === 'scale') return hasLate(formula.of);
  return (
    'of' in formula &&
    Array.isArray(formula.of) &&
    formula.of.some((part: Formula | string) => typeof part === 'object' && hasLate(part))
  );
}

const namesLate = (where: Where | undefined): boolean =>
  where !== undefined && LATE_COLUMNS.some((column) => Object.hasOwn(where, column));

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

/** Rates a goal. */
export function rateGoal({ kind, value, target, better, projection, isOver }: RatedGoal): GoalStatus {
  const meets = (number: number) => (better === 'lower' ? number <= target : number >= target);
  if (value === null) return projection ? rateProjection(projection, better, meets) : 'unknown';
  if (isOver || kind === 'level') return meets(value) ? 'met' : 'missed';
  const onlyGrows = kind === 'total' || kind === 'distinct';
  // What only grows is settled once it has passed the target.
  if (onlyGrows && meets(value) === (better !== 'lower')) return better === 'lower' ? 'out-of-reach' : 'met';
  return projection ? rateProjection(projection, better, meets) : 'open';
}

function rateProjection(
  { low, value, high }: Projection,
  better: Better,
  meets: (number: number) => boolean,
): GoalStatus {
  if (meets(value)) return 'on-course';
  return meets(better === 'lower' ? low : high) ? 'at-risk' : 'out-of-reach';
}
