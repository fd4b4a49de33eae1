/** What the chart says: pure, from an answer to series, totals and words. */
import type { MetricsAnswered } from '../../controllers/answer-controller.js';
import { fillText } from '../../core/format/formats.js';
import type { Mark } from '../../core/marks.js';
import type { Unit } from '../../core/metrics/definition.js';
import type { Grain, MetricAnswer, MetricsAnswer } from '../../core/query.js';
import { bucketEdges } from '../shared/chart/buckets.js';
import { findDefinition, isAdditive } from '../../core/metrics/find-definition.js';
import { type Words, dimensionInText, metricWords, valueWord } from '../shared/words.js';
import { placeMarks } from '../shared/chart/marks.js';
import type { PlacedMark } from '../shared/chart/plot.js';
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

export interface ChartData {
  metric: string;
  /** What the bars count, in words. */
  title: string;
  groupBy: string;
  grain: Grain;
  buckets: string[];
  /** The long name of a bucket, for tooltip and table. */
  nameOf: (bucket: number) => string;
  /** Whether a bucket is not final: cut by the range, or not over. */
  partial: boolean[];
  /** Whether a bucket ends after now. */
  unfinished: boolean[];
  unit: Unit;
  /** The groups of a bucket add up to its total. */
  isStacked: boolean;
  series: Series[];
  /** Per bucket, over all groups, hidden ones too. */
  totals: (number | null)[];
  total: number | null;
  marks: PlacedMark[];
  reason: MetricAnswer['reason'];
  /** The data do not have the dimension that was asked for. */
  isUngrouped: boolean;
}

const REST = '\u0000rest';
const ALL = '\u0000all';

export function toChartData(
  { answer, query, scope }: MetricsAnswered,
  metric: string,
  words: Words,
  marks: readonly Mark[] = [],
): ChartData {
  const { groupBy = '', grain = 'day' } = query;
  const definition = findDefinition(metric, words.description);
  const buckets = answer.buckets ?? [];
  const numbers = answer.metrics[metric];
  const totals = numbers?.byBucket ?? buckets.map(() => null);
  const isUngrouped = numbers?.reason === 'no-dimension' || !numbers?.byGroupAndBucket;
  return {
    metric,
    groupBy,
    grain,
    buckets,
    totals,
    isUngrouped,
    unit: definition?.unit ?? 'count',
    isStacked: isAdditive(definition) && !words.description?.dimensions[groupBy]?.multiValued,
    unfinished: bucketEdges(grain, scope)
      .slice(1)
      .map((end) => end > scope.now),
    marks: placeMarks(marks, buckets, grain, scope.range, words.formats),
    title: chartTitle(metric, words),
    reason: numbers?.reason,
    nameOf: (bucket) => words.formats.bucket(buckets[bucket]!, grain).long,
    partial: answer.partial ?? buckets.map(() => false),
    total: numbers?.value ?? null,
    series: isUngrouped
      ? [wholeSeries(totals, numbers?.value ?? null, chartTitle(metric, words))]
      : toSeries(answer, metric, groupBy, words),
  };
}

export function chartTitle(metric: string, { messages, description }: Words): string {
  return metric === 'total-volume' ? messages.chart.volume : metricWords(metric, messages, description).label;
}

/** Nobody wrote; a zero of another metric says that something did not happen. */
export function countsNobody({ metrics }: MetricsAnswer, metric: string): boolean {
  return metric === 'total-volume' && metrics[metric]?.value === 0;
}

/** What a reader has to know before the bars; `undefined`: they speak for themselves. */
export function hintOf(
  { total, reason, isUngrouped, groupBy }: ChartData,
  { messages }: Words,
): string | undefined {
  const { states, chart } = messages;
  if (total === null)
    return reason === 'no-data' ? states.noData : reason === 'no-dimension' ? states.noDimension : states.unmeasured;
  return isUngrouped ? fillText(chart.notGrouped, { dimension: dimensionInText(groupBy, messages) }) : undefined;
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
