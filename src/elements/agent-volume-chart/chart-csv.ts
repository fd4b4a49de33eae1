/** The chart as a CSV file: pure, from chart data to text. */
import { formatCsv, type CsvCell } from '../../core/format/csv.js';
import type { MetricsAnswer } from '../../core/query.js';
import { toHead, toPlainNumber, type ChartFormat } from '../shared/chart/export-chart.js';
import { type Words, dimensionWord } from '../shared/words.js';
import { countsNobody, type ChartData, type Series } from './chart-data.js';
import { totalOf } from './bar-words.js';

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

/** The files that can be made of what is shown. */
export function fileFormats(answer: MetricsAnswer | undefined, metric: string, isTable: boolean): ChartFormat[] {
  if (answer?.metrics[metric]?.value == null || countsNobody(answer, metric)) return [];
  return isTable ? ['csv'] : ['csv', 'png'];
}
