/** The words for bars, keys and files of the chart: pure, from chart data to texts. */
import type { Formats } from '../../core/format/formats.js';
import { bucketNotes } from '../shared/chart/buckets.js';
import { dimensionWord, exactText, type Words } from '../shared/words.js';
import type { LegendKey, Tooltip } from '../shared/chart/plot-view.js';
import type { ChartData, Series } from './chart-data.js';
import { type CsvCell, formatCsv } from '../../core/format/csv.js';
import { toHead, toPlainNumber } from '../shared/chart/export-chart.js';

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
