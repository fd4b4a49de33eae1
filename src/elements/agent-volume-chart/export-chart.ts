/** The chart as it is shown, as a file for the reader. */
import type { MetricsAnswer } from '../../core/query.js';
import { toErrorEvent } from '../../controllers/load-events.js';
import type { ResolvedScope } from '../../controllers/scope-controller.js';
import { csvBlob, exportFile } from '../shared/export-file.js';
import type { BarCanvas } from './bar-canvas.js';
import { countsNobody, type ChartData, type ChartWords, type Series } from './chart-data.js';
import { toChartCsv, toFileName } from './chart-file.js';
import { paintPicture } from './chart-picture.js';
import { toText } from './tooltip.js';

export interface ShownChart {
  data: ChartData;
  series: readonly Series[];
  scope: ResolvedScope;
  title: string;
  words: ChartWords;
  bars: BarCanvas;
  direction: 'ltr' | 'rtl';
}

export function exportChart(host: HTMLElement, format: 'csv' | 'png', { data, series, scope, title, words, bars, direction }: ShownChart): void {
  const { range, timeZone } = scope;
  const { formats } = words;
  const content = format === 'csv' ? csvBlob(toChartCsv(data, series, timeZone, words)) : () => paintPicture(bars, {
    title, direction, days: `${formats.range(range)} (${timeZone})`,
    legend: series.map(({ label, token, total }) => ({ token, text: `${label} ${toText(total, data, formats)}` })),
  });
  exportFile(host, { format, filename: toFileName(data.metric, range, format), content }).catch((error: unknown) => host.dispatchEvent(toErrorEvent(error)));
}

/** The files that can be made of what is shown. */
export function fileFormats(answer: MetricsAnswer | undefined, metric: string, isTable: boolean): ('csv' | 'png')[] {
  if (answer?.metrics[metric]?.value == null || countsNobody(answer, metric)) return [];
  return isTable ? ['csv'] : ['csv', 'png'];
}
