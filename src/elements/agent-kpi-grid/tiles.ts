/** What the tiles say: pure, from an answer to words. */
import type { MetricDefinition } from '../../core/metrics/definition.js';
import { fillText, type Formats } from '../../core/format/formats.js';
import { type Goal, rateGoal } from '../../core/goals/goals.js';
import type { MetricAnswer, MetricsAnswer, MetricsQuery, SourceDescription } from '../../core/query.js';
import { isBeforeData } from '../../core/time/data-span.js';
import { numberSetting } from '../../core/settings.js';
import { toBuckets } from '../../core/time/buckets.js';
import type { Messages } from '../../locales/messages.js';
import { changeSentence, toChange, versusText, type ChangeChip, type ComparedNumber } from '../shared/change-words.js';
import { findDefinition } from '../../core/metrics/find-definition.js';
import { exactText, metricWords, missingWord, NO_VALUE, type Words } from '../shared/words.js';
import { toSparkline, type Sparkline } from './sparkline.js';

const MINUTES_SAVED = 'minutesSavedPerConversation';

export interface Tile {
  metric: string;
  label: string;
  /** What the number is, for a tooltip. */
  description: string;
  /** `–` where nothing was measured. */
  value: string;
  exact: string;
  /** Why there is no value, or what it leaves out. */
  note: string | undefined;
  /** `undefined`: nothing is compared. `null`: something is, but one of the numbers is missing. */
  change: ChangeChip | null | undefined;
  versus: string | undefined;
  /** The change as a sentence, for screen readers. */
  spoken: string | undefined;
  sparkline: Sparkline | undefined;
  /** The setting that the number follows from. */
  setting: string | undefined;
  goal: TileGoal | undefined;
}

export interface TileGoal {
  text: string;
  /** `undefined`: there is no number to judge. */
  state: 'met' | 'missed' | undefined;
  stateWord: string;
}

interface TileWords extends Words {
  /** Epoch milliseconds; unset: nothing is known to lie after now. */
  now?: number;
  /** Metrics that are shown as if nothing was compared. */
  withoutChange?: readonly string[] | undefined;
  goals?: readonly Goal[];
}

export function toTiles(answer: MetricsAnswer, query: MetricsQuery, words: TileWords): Tile[] {
  const begun = words.now === undefined ? undefined : countBegun(query, words.now);
  const alone = { ...query };
  delete alone.compare;
  return query.metrics.map((metric) => {
    const isAlone = words.withoutChange?.includes(metric);
    return toTile(
      metric,
      answer.metrics[metric] ?? { value: null },
      { partial: answer.partial, begun },
      isAlone ? alone : query,
      words,
    );
  });
}

/** Whether the source has what was asked for, but nothing of it in the range. */
export function countsNothing({ metrics }: MetricsAnswer): boolean {
  const values = Object.values(metrics).map(({ value }) => value);
  return values.includes(0) && values.every((value) => value === 0 || value === null);
}

/** How many buckets have begun: later ones have no number rather than zero. */
function countBegun({ from, to, timeZone, grain, weekStart }: MetricsQuery, now: number): number | undefined {
  if (grain === undefined) return undefined;
  const { edges } = toBuckets({ from, to, timeZone, grain, weekStart, now });
  return edges.slice(0, -1).filter((start) => start <= now).length;
}

interface Course {
  partial: boolean[] | undefined;
  begun: number | undefined;
}

function toTile(metric: string, numbers: MetricAnswer, course: Course, query: MetricsQuery, words: TileWords): Tile {
  const { messages, formats, description } = words;
  const definition = findDefinition(metric, description);
  const { label, description: text, rule } = metricWords(metric, messages, description);
  const { unit = 'count', better = 'neither' } = definition ?? {};
  const { value } = numbers;
  const goal = words.goals?.findLast((one) => one.metric === metric);
  const { previous } = withComparison(numbers, query, description);
  return {
    metric,
    label,
    description: [`${label}.`, text, rule].filter(Boolean).join(' '),
    value: value === null ? NO_VALUE : formats.compact(value, unit),
    exact: exactText(value, unit, formats),
    note: noteOf(numbers, messages, formats),
    ...compareWords({ value, previous, unit, better }, query, words),
    setting: value === null ? undefined : settingOf(definition, words),
    goal: toGoal(goal, value, definition, words),
    sparkline: toCourse(numbers, course, query),
  };
}

function toCourse(
  { byBucket, previousByBucket }: MetricAnswer,
  { partial, begun = Infinity }: Course,
  { compare }: MetricsQuery,
): Sparkline | undefined {
  const values = byBucket?.map((value, index) => (index < begun ? value : null));
  return values && toSparkline(values, compare && previousByBucket, partial);
}

function withComparison(
  numbers: MetricAnswer,
  { compare, timeZone }: MetricsQuery,
  description: SourceDescription | undefined,
): MetricAnswer {
  return compare && isBeforeData(compare, timeZone, description?.first) ? { ...numbers, previous: null } : numbers;
}

function noteOf({ value, reason, leftOut }: MetricAnswer, messages: Messages, formats: Formats): string | undefined {
  if (value === null) return missingWord(reason, messages);
  return leftOut ? formats.counted(messages.states.leftOut, leftOut) : undefined;
}

/** What a conversation saves is the host's own estimate, so the tile says it. */
function settingOf(
  definition: MetricDefinition | undefined,
  { messages, formats, description }: TileWords,
): string | undefined {
  const formula = definition?.formula;
  const minutes =
    formula?.op === 'scale' && typeof formula.by === 'object' && formula.by.setting === MINUTES_SAVED
      ? numberSetting(description?.settings ?? {}, MINUTES_SAVED)
      : undefined;
  return minutes === undefined
    ? undefined
    : fillText(messages.states.perConversation, { duration: formats.exact(minutes * 60, 'duration') });
}

function toGoal(
  goal: Goal | undefined,
  value: number | null,
  definition: MetricDefinition | undefined,
  { messages: { goals: words }, formats }: TileWords,
): TileGoal | undefined {
  if (!goal) return undefined;
  const { unit = 'count', better = 'neither' } = definition ?? {};
  const target = unit === 'count' ? formats.exact(goal.target, unit) : formats.compact(goal.target, unit);
  const status = rateGoal({ kind: 'level', value, target: goal.target, better, projection: undefined, isOver: true });
  const state = status === 'met' || status === 'missed' ? status : undefined;
  return {
    text: fillText(words.ofTile, { value: better === 'lower' ? fillText(words.atMost, { value: target }) : target }),
    state,
    stateWord: (state && words.states[state]) ?? '',
  };
}

function compareWords(
  number: ComparedNumber,
  { compare, to }: MetricsQuery,
  { messages, formats }: TileWords,
): Pick<Tile, 'change' | 'versus' | 'spoken'> {
  if (!compare) return { change: undefined, versus: undefined, spoken: undefined };
  return {
    change: toChange(number, messages, formats),
    versus: versusText(compare, to, messages, formats),
    spoken: changeSentence(number, compare, messages, formats),
  };
}
