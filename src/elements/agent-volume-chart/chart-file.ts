/** The chart as a CSV file: pure, from chart data to text. */
import { formatCsv, type CsvCell } from '../../core/format/csv.js';
import type { DateRange } from '../../core/query.js';
import { dimensionWord } from '../shared/words.js';
import type { ChartData, ChartWords, Series } from './chart-data.js';
import { totalOf } from './tooltip.js';

/** A row per bucket under the name of its first day or hour, a column per shown series, then their total. */
export function toChartCsv(data: ChartData, shown: readonly Series[], timeZone: string, { messages, description }: ChartWords): string {
  const { unit, title, isUngrouped, groupBy, grain, buckets } = data;
  const currency = description?.currency;
  const cell = (value: number | null | undefined): CsvCell => toPlainNumber(value ?? null, unit, currency);
  const groups = isUngrouped ? [] : shown;
  const counted = `${title}${unit === 'money' && currency ? `, ${currency}` : ''}`;
  const head = [
    `${messages.grains[grain] ?? messages.chart.period} (${timeZone})`,
    ...groups.map(({ label }) => `${dimensionWord(groupBy, messages)}: ${label}`),
    isUngrouped ? counted : `${counted} (${messages.chart.total})`,
  ];
  return formatCsv(head, buckets.map((bucket, index) => [bucket, ...groups.map(({ values }) => cell(values[index])), cell(totalOf(data, shown, index))]));
}

/** Money in the currency's main unit; rates stay shares of one, durations seconds. */
function toPlainNumber(value: number | null, unit: ChartData['unit'], currency: string | null | undefined): number | null {
  if (value === null || unit !== 'money') return value;
  const digits = currency ? new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits! : 2;
  return value / 10 ** digits;
}

/** conversations-2026-06-01-2026-06-07.csv */
export function toFileName(metric: string, { from, to }: DateRange, format: 'csv' | 'png'): string {
  const name = metric === 'total-volume' ? 'conversations' : metric.replaceAll(/[^\w-]+/g, '-');
  return `${name}-${from}-${to}.${format}`;
}
