/** How a metric's number comes about over days, read from its formula: that decides how it can be projected. */
import type { Formula, MetricDefinition, Where } from '../metrics/definition.js';

/**
 * `total`: the days add up. `mean`: a rate or mean of the days, by their weight. `distinct`: the days overlap, as with people who come
 * twice. `level`: what there is at one instant.
 */
export type GoalKind = 'total' | 'mean' | 'distinct' | 'level';

export function goalKind(definition: MetricDefinition | undefined): GoalKind {
  return definition ? kindOf(definition.formula) : 'level';
}

function kindOf(formula: Formula): GoalKind {
  switch (formula.op) {
    case 'stock':
      return 'level';
    case 'distinct':
      return 'distinct';
    case 'count':
    case 'sum':
      return formula.standing || formula.begunBefore !== undefined ? 'level' : 'total';
    case 'mean':
    case 'quantile':
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

/** A distinct number below the line is of people, so that it grows slower than the days; one above stands for itself. */
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

/** The metric whose days stand for the weight of a mean's days; `undefined`: all days weigh the same. */
export const weightMetric = ({ fact }: MetricDefinition): string | undefined => VOLUMES.get(fact);

const LATE_COLUMNS = ['status', 'outcome', 'abandoned'];

/** Whether it tells how a conversation ended, which shows only after its silence. */
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
