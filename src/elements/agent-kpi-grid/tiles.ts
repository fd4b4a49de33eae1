/** What the tiles say: pure, from an answer to words. */
import { changeOf, isShownInPoints, type Verdict } from '../../core/metrics/change.js';
import type { Better, Unit } from '../../core/metrics/definition.js';
import { fillText, type Formats } from '../../core/format/formats.js';
import type { MetricAnswer, MetricsAnswer, MetricsQuery, SourceDescription } from '../../core/query.js';
import { toBuckets } from '../../core/time/buckets.js';
import { parseInstant } from '../../core/time/instant.js';
import { toInstants } from '../../core/time/range.js';
import type { Messages } from '../../locales/messages.js';
import { NO_VALUE, signedDifference } from '../shared/number-words.js';
import { findDefinition, metricWords } from '../shared/words.js';
import { toSparkline, type Sparkline } from './sparkline.js';

export interface TileChange {
  direction: 'up' | 'down' | 'same';
  verdict: Verdict;
  /** With its sign: +12%, −3.4 pts. */
  text: string;
}

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
  /** `undefined`: nothing is compared. `null`: it is, but no change can be told. */
  change: TileChange | null | undefined;
  versus: string | undefined;
  /** The change as a sentence, for screen readers. */
  spoken: string | undefined;
  sparkline: Sparkline | undefined;
}

export interface TileWords {
  messages: Messages;
  formats: Formats;
  description: SourceDescription | undefined;
  /** Epoch milliseconds; unset: nothing is known to lie after now. */
  now?: number;
}

export function toTiles(answer: MetricsAnswer, query: MetricsQuery, words: TileWords): Tile[] {
  const begun = words.now === undefined ? undefined : countBegun(query, words.now);
  return query.metrics.map((metric) => toTile(metric, answer.metrics[metric] ?? { value: null }, { partial: answer.partial, begun }, query, words));
}

/** Whether the source has what was asked for, but nothing of it in the range. */
export function countsNothing({ metrics }: MetricsAnswer): boolean {
  const values = Object.values(metrics).map(({ value }) => value);
  return values.includes(0) && values.every((value) => value === 0 || value === null);
}

/** How many buckets have begun: what lies after now is no zero. */
function countBegun({ from, to, timeZone, grain, weekStart }: MetricsQuery, now: number): number | undefined {
  if (grain === undefined) return undefined;
  const { edges } = toBuckets({ from, to, timeZone, grain, weekStart, now });
  return edges.slice(0, -1).filter((start) => start <= now).length;
}

interface Course {
  partial: boolean[] | undefined;
  begun: number | undefined;
}

function toTile(metric: string, numbers: MetricAnswer, { partial, begun }: Course, query: MetricsQuery, words: TileWords): Tile {
  const { messages, formats, description } = words;
  const definition = findDefinition(metric, description);
  const { label, description: text, rule } = metricWords(metric, messages, description);
  const unit = definition?.unit ?? 'count';
  const { value } = numbers;
  return {
    metric, label,
    description: [`${label}.`, text, rule].filter(Boolean).join(' '),
    value: value === null ? NO_VALUE : formats.compact(value, unit),
    exact: value === null ? NO_VALUE : formats.exact(value, unit),
    note: noteOf(numbers, messages, formats),
    ...compareWords(withComparison(numbers, query, description), unit, definition?.better ?? 'neither', query, messages, formats),
    sparkline: numbers.byBucket && toSparkline(numbers.byBucket.map((value, index) => (begun !== undefined && index >= begun ? null : value)), numbers.previousByBucket, partial),
  };
}

/** Days before the first fact were not measured, so nothing can have grown since. */
function withComparison(numbers: MetricAnswer, { compare, timeZone }: MetricsQuery, description: SourceDescription | undefined): MetricAnswer {
  const first = description?.first;
  const isBefore = compare && first != null && toInstants(compare, timeZone).end <= parseInstant(first);
  return isBefore ? { ...numbers, previous: null } : numbers;
}

function noteOf({ value, reason, leftOut }: MetricAnswer, { states }: Messages, formats: Formats): string | undefined {
  if (value === null) return reason === 'no-data' ? states.noData : reason === 'no-dimension' ? states.noDimension : states.unmeasured;
  return leftOut ? formats.counted(states.leftOut, leftOut) : undefined;
}

function compareWords(
  { value, previous }: MetricAnswer, unit: Unit, better: Better, query: MetricsQuery, messages: Messages, formats: Formats,
): Pick<Tile, 'change' | 'versus' | 'spoken'> {
  if (!query.compare) return { change: undefined, versus: undefined, spoken: undefined };
  const range = formats.range(query.compare);
  const versus = fillText(messages.change.versus, { range: formats.shortRange(query.compare, query.to.slice(0, 4)) });
  const { relative, absolute, direction, verdict } = changeOf(value, previous, better);
  if (direction === 'unknown' || absolute === null || previous == null) return { change: null, versus, spoken: fillText(messages.change.unknown, { range }) };
  const points = fillText(messages.change.points, { n: formats.signedPoints(absolute) });
  const text = isShownInPoints(unit) ? points : relative === null ? signedDifference(absolute, unit, formats) : formats.signedShare(relative);
  const sentence = fillText(messages.change[direction], { change: text, value: formats.exact(previous, unit), range });
  const judged = verdict === 'good' ? `, ${messages.change.better}` : verdict === 'bad' ? `, ${messages.change.worse}` : '';
  return { change: { direction, verdict, text }, versus, spoken: sentence + judged };
}
