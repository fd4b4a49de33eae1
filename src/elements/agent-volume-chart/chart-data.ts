/** What the chart says: pure, from an answer to series, totals and words. */
import { fillText, type Formats } from '../../core/format/formats.js';
import type { Grain, MetricAnswer, MetricsAnswer, SourceDescription } from '../../core/query.js';
import type { Messages } from '../../locales/messages.js';
import { assignTokens, OTHER_TOKEN, type SeriesToken } from '../shared/palette.js';
import { dimensionWord, metricWords, valueWord } from '../shared/words.js';

export interface Series {
  /** The group's value; `undefined` for the rest, or for bars that are not grouped. */
  key: string | undefined;
  /** Stays the same across answers, so that a hidden series stays hidden. */
  id: string;
  label: string;
  token: SeriesToken;
  values: (number | null)[];
  total: number;
}

export interface ChartData {
  metric: string;
  /** What the bars count, in words. */
  title: string;
  groupBy: string;
  grain: Grain;
  buckets: string[];
  /** Long names, for tooltip and table. */
  bucketNames: string[];
  partial: boolean[];
  series: Series[];
  /** Per bucket, over all groups, hidden ones too. */
  totals: (number | null)[];
  total: number | null;
  reason: MetricAnswer['reason'];
  /** The data do not have the dimension that was asked for. */
  isUngrouped: boolean;
}

export interface ChartWords {
  messages: Messages;
  formats: Formats;
  description: SourceDescription | undefined;
}

const REST = '\u0000rest';
const ALL = '\u0000all';

export function toChartData(answer: MetricsAnswer, metric: string, groupBy: string, grain: Grain, words: ChartWords): ChartData {
  const buckets = answer.buckets ?? [];
  const numbers = answer.metrics[metric];
  const totals = numbers?.byBucket ?? buckets.map(() => null);
  const isUngrouped = numbers?.reason === 'no-dimension' || !numbers?.byGroupAndBucket;
  return {
    metric, groupBy, grain, buckets, totals, isUngrouped,
    title: chartTitle(metric, words), reason: numbers?.reason,
    bucketNames: buckets.map((bucket) => words.formats.bucket(bucket, grain).long),
    partial: answer.partial ?? buckets.map(() => false),
    total: numbers?.value ?? null,
    series: isUngrouped ? [wholeSeries(totals, numbers?.value ?? null, chartTitle(metric, words))] : toSeries(answer, metric, groupBy, words),
  };
}

export function chartTitle(metric: string, { messages, description }: ChartWords): string {
  return metric === 'total-volume' ? messages.chart.volume : metricWords(metric, messages, description).label;
}

/** What a reader has to know before the bars; `undefined`: they speak for themselves. */
export function hintOf({ total, reason, isUngrouped, groupBy }: ChartData, { messages }: ChartWords): string | undefined {
  const { states, chart } = messages;
  if (total === null) return reason === 'no-data' ? states.noData : reason === 'no-dimension' ? states.noDimension : states.unmeasured;
  return isUngrouped ? fillText(chart.notGrouped, { dimension: dimensionWord(groupBy, messages) }) : undefined;
}

/** In the order of the dimension's values, so that a key keeps its place in the stack; the rest comes last. */
function toSeries(answer: MetricsAnswer, metric: string, groupBy: string, words: ChartWords): Series[] {
  const { groups = [], otherIndex } = answer;
  const numbers = answer.metrics[metric]!;
  const known = words.description?.dimensions[groupBy]?.values ?? [];
  const shown = groups.map((value, index) => ({ value, index })).filter(({ index }) => index !== otherIndex).sort((a, b) => placeOf(known, a.value) - placeOf(known, b.value));
  const tokens = assignTokens(groupBy, shown.map(({ value }) => value), known);
  const series = shown.map(({ value, index }, place): Series => ({
    key: value, id: value, label: valueWord(groupBy, value, words.messages, words.formats, words.description), token: tokens[place]!,
    values: numbers.byGroupAndBucket?.[index] ?? [], total: numbers.byGroup?.[index] ?? 0,
  }));
  if (otherIndex === undefined) return series;
  const rest = { key: undefined, id: REST, label: words.messages.chart.other, token: OTHER_TOKEN } as const;
  return [...series, { ...rest, values: numbers.byGroupAndBucket?.[otherIndex] ?? [], total: numbers.byGroup?.[otherIndex] ?? 0 }];
}

function wholeSeries(values: (number | null)[], total: number | null, label: string): Series {
  return { key: undefined, id: ALL, label, token: 'series-1', values, total: total ?? 0 };
}

/** "Without a value" comes after all values. */
function placeOf(known: readonly string[], value: string): number {
  const place = known.indexOf(value);
  return place >= 0 ? place : known.length + (value === '' ? 1 : 0);
}

export interface TooltipRow {
  label: string;
  token: SeriesToken;
  value: string;
  share: string;
  isActive: boolean;
}

export interface Tooltip {
  title: string;
  note: string | undefined;
  rows: TooltipRow[];
  total: string;
}

/** The words for one bar, of the series that are shown. */
export function toTooltip(data: ChartData, shown: readonly Series[], bucket: number, active: string | undefined, { messages, formats }: ChartWords): Tooltip {
  const total = shown.reduce((sum, series) => sum + (series.values[bucket] ?? 0), 0);
  const isUnmeasured = shown.every((series) => (series.values[bucket] ?? null) === null);
  return {
    title: data.bucketNames[bucket] ?? '',
    note: data.partial[bucket] ? messages.chart.notOver : undefined,
    rows: shown.map(({ id, label, token, values }) => {
      const value = values[bucket] ?? null;
      return { label, token, isActive: id === active, value: value === null ? '–' : formats.number(value), share: value === null || total === 0 ? '' : formats.share(value / total) };
    }),
    total: isUnmeasured ? '–' : formats.number(total),
  };
}
