/** What the skills card says: pure, from answers to rows. */
import type { MetricsAnswer } from '../../core/query.js';
import { toChange, type ChangeChip } from '../shared/change-words.js';
import { valueWord, type Words } from '../shared/words.js';

export const METRIC = 'skill-uses';

export interface SkillRow {
  skill: string;
  label: string;
  /** `null`: nothing was measured. */
  uses: number | null;
  /** Length of the bar: the most used skill is 1. */
  lengthOfOne: number;
  /** Against the compared range; `undefined`: nothing to compare with. */
  change: Pick<ChangeChip, 'direction' | 'text'> | undefined;
}

export interface SkillWords extends Words {
  language: string;
}

export type SkillSort = 'name' | '-name' | 'count' | '-count';

/** Every skill that is available or was used, unused ones with 0; none where the data do not have skills. */
export function toSkillRows(
  now: MetricsAnswer,
  before: MetricsAnswer | undefined,
  sort: string,
  words: SkillWords,
): SkillRow[] {
  const { messages, formats, description } = words;
  const numbers = now.metrics[METRIC];
  if (!numbers?.byGroup || numbers.reason) return [];
  const skills = [
    ...new Set([...(description?.dimensions['skill']?.values ?? []), ...(now.groups ?? []), ...(before?.groups ?? [])]),
  ];
  const uses = new Map(skills.map((skill) => [skill, usesOf(now, skill)]));
  const most = Math.max(...[...uses.values()].map((count) => count ?? 0), 1);
  const rows = skills.map((skill): SkillRow => ({
    skill,
    label: valueWord('skill', skill, messages, formats, description),
    uses: uses.get(skill)!,
    lengthOfOne: (uses.get(skill) ?? 0) / most,
    change: before && changeOf(uses.get(skill)!, usesOf(before, skill), words),
  }));
  return rows.sort(comparing(sort, words.language));
}

/** A skill that no row has was not used; where nothing was measured, nothing is known of any. */
function usesOf({ groups = [], metrics }: MetricsAnswer, skill: string): number | null {
  const numbers = metrics[METRIC];
  if (!numbers?.byGroup || numbers.value === null) return null;
  const place = groups.indexOf(skill);
  return place < 0 ? 0 : (numbers.byGroup[place] ?? null);
}

function changeOf(
  value: number | null,
  previous: number | null,
  { messages, formats }: SkillWords,
): SkillRow['change'] {
  const change = toChange({ value, previous, unit: 'count', better: 'neither' }, messages, formats);
  return change ? { direction: change.direction, text: change.text } : undefined;
}

/** Ties go by name, unmeasured ones come last. */
function comparing(sort: string, language: string): (a: SkillRow, b: SkillRow) => number {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const byName = (a: SkillRow, b: SkillRow) => compare(a.label, b.label);
  if (sort === 'name') return byName;
  if (sort === '-name') return (a, b) => byName(b, a);
  const sign = sort === 'count' ? 1 : -1;
  return (a, b) =>
    Number(a.uses === null) - Number(b.uses === null) || sign * ((a.uses ?? 0) - (b.uses ?? 0)) || byName(a, b);
}

/** Whether a message that used several skills made the rows more than the total. */
export function exceedsTotal(rows: readonly SkillRow[], { metrics }: MetricsAnswer): boolean {
  return rows.reduce((sum, { uses }) => sum + (uses ?? 0), 0) > (metrics[METRIC]?.value ?? 0);
}
