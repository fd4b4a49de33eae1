/** A chart as a file for the reader. */
import { toErrorEvent } from '../../../controllers/load-events.js';
import type { ResolvedScope } from '../../../controllers/scope-controller.js';
import type { CsvCell } from '../../../core/format/csv.js';
import type { Unit } from '../../../core/metrics/definition.js';
import type { DateRange } from '../../../core/query.js';
import { csvBlob, exportFile } from '../export-file.js';
import type { ChartCanvas } from './chart-canvas.js';
import { paintPicture, type PictureWords } from './chart-picture.js';
import type { LegendKey } from './legend-view.js';
import type { ChartWords } from './chart-words.js';

export type ChartFormat = 'csv' | 'png';

export interface ShownChart extends Pick<PictureWords, 'title' | 'direction'> {
  format: ChartFormat;
  name: string;
  scope: ResolvedScope;
  words: ChartWords;
  canvas: ChartCanvas;
  keys: readonly LegendKey[];
  toCsv: () => string;
}

export function exportChart(
  host: HTMLElement,
  { format, name, title, keys, direction, scope: { range, timeZone }, words, canvas, toCsv }: ShownChart,
): void {
  const legend = keys.map(({ token, kind, label, text }) => ({ token, kind, text: `${label} ${text}` }));
  const days = `${words.formats.range(range)} (${timeZone})`;
  const content = format === 'csv' ? csvBlob(toCsv()) : () => paintPicture(canvas, { title, direction, days, legend });
  exportFile(host, { format, filename: toFileName(name, range, format), content }).catch((error: unknown) =>
    host.dispatchEvent(toErrorEvent(error)),
  );
}

/** Money in the currency's main unit; rates stay shares of one, durations seconds. */
export function toPlainNumber(
  value: number | null | undefined,
  unit: Unit,
  currency: string | null | undefined,
): CsvCell {
  if (value === null || value === undefined || unit !== 'money') return value ?? null;
  const digits = currency
    ? new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits!
    : 2;
  return value / 10 ** digits;
}

/** The head of a column of numbers: money by its currency. */
export function toHead(title: string, unit: Unit, currency: string | null | undefined): string {
  return `${title}${unit === 'money' && currency ? `, ${currency}` : ''}`;
}

/** conversations-2026-06-01-2026-06-07.csv */
export function toFileName(metric: string, { from, to }: DateRange, format: ChartFormat): string {
  const name = metric === 'total-volume' ? 'conversations' : metric.replaceAll(/[^\w-]+/g, '-');
  return `${name}-${from}-${to}.${format}`;
}
