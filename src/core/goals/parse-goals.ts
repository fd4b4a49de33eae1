/** What is to be reached: `ai-resolved-rate:0.6;csat:0.9;total-volume:1200`. */

export interface Goal {
  /** A metric's id, also of a variant as `first-response-time:median`. */
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

/** The last colon parts the two: a variant has one of its own. */
function toGoal(text: string): Goal {
  const colon = text.lastIndexOf(':');
  const number = text.slice(colon + 1).trim();
  return { metric: text.slice(0, Math.max(0, colon)).trim(), target: number === '' ? NaN : Number(number) };
}
