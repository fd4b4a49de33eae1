/** What a bar stands for, as its event tells it. */
import type { ResolvedScope } from '../../controllers/scope-controller.js';
import type { CalendarGrain } from '../../core/query.js';
import type { Selection } from '../../core/selection.js';
import { bucketAt, bucketNotes } from '../shared/chart/buckets.js';
import type { ChartData, Series } from './chart-data.js';
import type { Formats } from '../../core/format/formats.js';
import { type Words, dimensionWord, exactText } from '../shared/words.js';
import type { LegendKey, Tooltip } from '../shared/chart/plot-view.js';
import { type CsvCell, formatCsv } from '../../core/format/csv.js';
import { toHead, toPlainNumber } from '../shared/chart/export-chart.js';

interface BarDetail {
  bucket: string;
  /** Half open instants. */
  from: string;
  to: string;
  groupBy: string | undefined;
  group: string | undefined;
  metric: string;
  isRest: boolean;
}

export function describeBar(
  data: ChartData,
  bucket: number,
  series: string | undefined,
  scope: ResolvedScope,
): BarDetail {
  const { label, from, to } = bucketAt(data, bucket, scope);
  const chosen = data.series.find(({ id }) => id === series);
  return {
    bucket: label,
    from,
    to,
    metric: data.metric,
    groupBy: chosen && !data.isUngrouped ? data.groupBy : undefined,
    group: chosen?.key,
    isRest: chosen !== undefined && !data.isUngrouped && chosen.key === undefined,
  };
}

/** The conversations behind a bar or a piece of it; `hidden` series are not part of the bar. */
export function toBarSelection(
  data: ChartData,
  bar: BarDetail,
  hidden: ReadonlySet<string>,
): Pick<Selection, 'metric' | 'bucket' | 'group'> {
  const { bucket: label, from, to, metric } = bar;
  const group =
    bar.groupBy === undefined
      ? visibleGroups(data, hidden)
      : { dimension: bar.groupBy, values: bar.isRest ? keysOf(data.series) : [bar.group!], isRest: bar.isRest };
  return { metric, bucket: { label, grain: data.grain as CalendarGrain, from, to }, ...(group && { group }) };
}

/** What a whole bar is made of while some of its series are hidden; `undefined`: everything. */
function visibleGroups(
  { series, groupBy: dimension, isUngrouped, isStacked }: ChartData,
  hidden: ReadonlySet<string>,
): Selection['group'] {
  const visible = series.filter(({ id }) => !hidden.has(id));
  if (isUngrouped || !isStacked || visible.length === series.length) return undefined;
  const isRest = visible.some(({ key }) => key === undefined);
  return { dimension, values: keysOf(isRest ? series.filter(({ id }) => hidden.has(id)) : visible), isRest };
}

const keysOf = (series: readonly Series[]): string[] => series.flatMap(({ key }) => key ?? []);

/** The words for one bar, of the series that are shown. */
export function toTooltip(
  data: ChartData,
  shown: readonly Series[],
  bucket: number,
  active: string | undefined,
  { messages, formats }: Words,
): Tooltip {
  const total = totalOf(data, shown, bucket);
  const hasShares = data.isStacked && total !== null && total !== 0;
  return {
    title: bucket < data.buckets.length ? data.nameOf(bucket) : '',
    notes: bucketNotes(data, bucket, messages),
    rows: shown.map(({ id, label, token, values }) => {
      const value = values[bucket] ?? null;
      return {
        label,
        token,
        isActive: id === active,
        value: exactText(value, data.unit, formats),
        detail: value !== null && hasShares ? formats.share(value / total) : '',
      };
    }),
    total: exactText(total, data.unit, formats),
  };
}

/** The series with their totals. */
export function toKeys(data: ChartData, shown: readonly Series[], formats: Formats): LegendKey[] {
  return shown.map(({ id, label, token, total }) => ({ id, label, token, text: exactText(total, data.unit, formats) }));
}

/** Of the series that are shown, where they add up. */
function totalOf({ isStacked, totals }: ChartData, shown: readonly Series[], bucket: number): number | null {
  return isStacked ? sumOf(shown, bucket) : (totals[bucket] ?? null);
}

/** `null` where none of the series was measured. */
function sumOf(shown: readonly Series[], bucket: number): number | null {
  const known = shown.map(({ values }) => values[bucket] ?? null).filter((value) => value !== null);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null;
}

/** A row per bucket under the name of its first day or hour, a column per shown series, then their total. */
export function toChartCsv(
  data: ChartData,
  shown: readonly Series[],
  timeZone: string,
  { messages, description }: Words,
): string {
  const { unit, title, isUngrouped, groupBy, grain, buckets } = data;
  const currency = description?.currency;
  const cell = (value: number | null | undefined): CsvCell => toPlainNumber(value, unit, currency);
  const groups = isUngrouped ? [] : shown;
  const counted = toHead(title, unit, currency);
  const head = [
    `${messages.grains[grain] ?? messages.chart.period} (${timeZone})`,
    ...groups.map(({ label }) => `${dimensionWord(groupBy, messages)}: ${label}`),
    isUngrouped ? counted : `${counted} (${messages.chart.total})`,
  ];
  return formatCsv(
    head,
    buckets.map((bucket, index) => [
      bucket,
      ...groups.map(({ values }) => cell(values[index])),
      cell(totalOf(data, shown, index)),
    ]),
  );
}
