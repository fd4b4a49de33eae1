/** What the chart says: pure, from an answer to series, totals and words. */
import type { MetricsAnswered } from '../../controllers/answer-controller.js';
import { fillText } from '../../core/format/formats.js';
import type { Mark } from '../../core/marks.js';
import type { Unit } from '../../core/metrics/definition.js';
import type { MetricAnswer, MetricsAnswer } from '../../core/query.js';
import { findDefinition, isAdditive } from '../../core/metrics/find-definition.js';
import { type Words, dimensionInText, metricWords, missingWord, valueWord } from '../shared/words.js';
import { toBucketData, type BucketData } from '../shared/chart/buckets.js';
import { assignTokens, OTHER_TOKEN, type SeriesToken } from '../shared/palette.js';

export interface Series {
  /** The group's value; `undefined` for the rest, or for bars that are not grouped. */
  key: string | undefined;
  /** Stays the same across answers, so that a hidden series stays hidden. */
  id: string;
  label: string;
  token: SeriesToken;
  values: (number | null)[];
  total: number | null;
}

export interface ChartData extends BucketData {
  metric: string;
  /** What the bars count, in words. */
  title: string;
  groupBy: string;
  unit: Unit;
  /** The groups of a bucket add up to its total. */
  isStacked: boolean;
  series: Series[];
  /** Per bucket, over all groups, hidden ones too. */
  totals: (number | null)[];
  total: number | null;
  reason: MetricAnswer['reason'];
  /** The data do not have the dimension that was asked for. */
  isUngrouped: boolean;
}

const REST = '\u0000rest';
const ALL = '\u0000all';

export function toChartData(
  answered: MetricsAnswered,
  metric: string,
  words: Words,
  marks: readonly Mark[] = [],
): ChartData {
  const { answer, query } = answered;
  const { groupBy = '' } = query;
  const data = toBucketData(answered, words, marks);
  const definition = findDefinition(metric, words.description);
  const { value: total = null, reason, byBucket, byGroupAndBucket } = answer.metrics[metric] ?? {};
  const totals = byBucket ?? data.buckets.map(() => null);
  const isUngrouped = reason === 'no-dimension' || !byGroupAndBucket;
  const title = chartTitle(metric, words);
  return {
    ...data,
    metric,
    groupBy,
    title,
    reason,
    total,
    totals,
    isUngrouped,
    unit: definition?.unit ?? 'count',
    isStacked: isAdditive(definition) && !isMultiValued(groupBy, words),
    series: isUngrouped ? [wholeSeries(totals, total, title)] : toSeries(answer, metric, groupBy, words),
  };
}

/** A conversation can be in several groups, so that these do not add up. */
function isMultiValued(dimension: string, { description }: Words): boolean {
  return description?.dimensions[dimension]?.multiValued === true;
}

/** The series that the user has not hidden. */
export function visibleSeries({ series }: Pick<ChartData, 'series'>, hidden: ReadonlySet<string>): Series[] {
  return series.filter(({ id }) => !hidden.has(id));
}

export function chartTitle(metric: string, { messages, description }: Words): string {
  return metric === 'total-volume' ? messages.chart.volume : metricWords(metric, messages, description).label;
}

/** Nobody wrote; a zero of another metric says that something did not happen. */
export function countsNobody({ metrics }: MetricsAnswer, metric: string): boolean {
  return metric === 'total-volume' && metrics[metric]?.value === 0;
}

/** What a user has to know before the bars; `undefined`: they speak for themselves. */
export function hintOf({ total, reason, isUngrouped, groupBy }: ChartData, { messages }: Words): string | undefined {
  if (total === null) return missingWord(reason, messages);
  return isUngrouped
    ? fillText(messages.chart.notGrouped, { dimension: dimensionInText(groupBy, messages) })
    : undefined;
}

/** In the order of the dimension's values, so that a key keeps its place in the stack; the rest comes last. */
function toSeries(answer: MetricsAnswer, metric: string, groupBy: string, words: Words): Series[] {
  const { groups = [], otherIndex } = answer;
  const numbers = answer.metrics[metric]!;
  const known = words.description?.dimensions[groupBy]?.values ?? [];
  const shown = groups
    .map((value, index) => ({ value, index }))
    .filter(({ index }) => index !== otherIndex)
    .sort((a, b) => placeOf(known, a.value) - placeOf(known, b.value));
  const tokens = assignTokens(
    groupBy,
    shown.map(({ value }) => value),
    known,
  );
  const series = shown.map(({ value, index }, place): Series => ({
    key: value,
    id: value,
    label: valueWord(groupBy, value, words.messages, words.formats, words.description),
    token: tokens[place]!,
    values: numbers.byGroupAndBucket?.[index] ?? [],
    total: numbers.byGroup?.[index] ?? null,
  }));
  if (otherIndex === undefined) return series;
  const rest = { key: undefined, id: REST, label: words.messages.chart.other, token: OTHER_TOKEN } as const;
  return [
    ...series,
    { ...rest, values: numbers.byGroupAndBucket?.[otherIndex] ?? [], total: numbers.byGroup?.[otherIndex] ?? null },
  ];
}

function wholeSeries(values: (number | null)[], total: number | null, label: string): Series {
  return { key: undefined, id: ALL, label, token: 'series-1', values, total };
}

/** "Without a value" comes after all values. */
function placeOf(known: readonly string[], value: string): number {
  const place = known.indexOf(value);
  return place >= 0 ? place : known.length + (value === '' ? 1 : 0);
}
