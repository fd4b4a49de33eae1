/** Which of a page's goals its tiles show. */
import { type GoalKind, goalKind, parseGoals } from '../../core/goals/goals.js';
import type { SourceDescription } from '../../core/query.js';
import { findDefinition } from '../../core/metrics/find-definition.js';

/** What a whole period is to bring says nothing about the number of other days. */
const OF_PERIOD: readonly GoalKind[] = ['total', 'distinct'];

/** A page's goals are for the period of its goals card, its tiles for its range: a rate or a level can be held against both. What cannot be read is left to the tiles to say. */
export function tileGoals({
  goals,
  description,
}: {
  goals: string | undefined;
  description: SourceDescription | undefined;
}): string | undefined {
  try {
    return (
      parseGoals(goals)
        .filter(({ metric }) => !OF_PERIOD.includes(goalKind(findDefinition(metric, description))))
        .map(({ metric, target }) => `${metric}:${target}`)
        .join(';') || undefined
    );
  } catch {
    return goals;
  }
}
