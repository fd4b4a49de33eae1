/** What a record has to keep beside its schema: how its fields go together. */
import type { Survey } from '../core/record-facts.js';
import { show, type Problem } from './compile-check.js';

/** Best value of a kind of survey whose scale is fixed, and its worst. */
const FIXED_SCALES = { nps: { worst: 0, best: 10 }, ces: { worst: 1, best: 7 } } as const;

/** Of a record that fits its schema. */
export function ruleProblem(fact: string, record: unknown): Problem | undefined {
  return fact === 'surveys' ? surveyProblem(record as Survey) : undefined;
}

function surveyProblem({ kind, value, scale }: Survey): Problem | undefined {
  if (kind === 'csat') {
    const best = scale ?? 5;
    if (best <= 0) return { field: 'scale', reason: `is ${show(best)}, not a number above 0` };
    return value == null || (value >= 0 && value <= best) ? undefined : { field: 'value', reason: `is ${show(value)}, not from 0 to the scale of ${best}` };
  }
  const { worst, best } = FIXED_SCALES[kind];
  if (scale != null && scale !== best) return { field: 'scale', reason: `is ${show(scale)}; ${kind} is always up to ${best}, so convert the value` };
  return value == null || (value >= worst && value <= best) ? undefined : { field: 'value', reason: `is ${show(value)}, not from ${worst} to ${best} as ${kind} is` };
}
