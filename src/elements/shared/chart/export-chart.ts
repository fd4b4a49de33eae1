/** A chart as a file to take along: its numbers, or a picture with title, days and legend over the plot, on the page's colour. */
import { toErrorEvent } from '../../../controllers/load-events.js';
import type { ResolvedScope } from '../../../controllers/scope-controller.js';
import type { CsvCell } from '../../../core/format/csv.js';
import { toMainUnit } from '../../../core/format/numbers.js';
import type { Unit } from '../../../core/metrics/definition.js';
import type { DateRange } from '../../../core/query.js';
import { csvBlob, exportFile } from '../export-file.js';
import type { ChartCanvas } from './chart-canvas.js';
import type { Plot } from './plot.js';
import type { LegendKey } from './plot-view.js';
import type { Words } from '../words.js';
import { STATUS_SIGNS } from '../status-pill.js';

export type ChartFormat = 'csv' | 'png';

export interface ChartFile extends Pick<PictureWords, 'title' | 'direction'> {
  format: ChartFormat;
  /** A metric, which the file is named after. */
  name: string;
  scope: ResolvedScope;
  words: Words;
  canvas: ChartCanvas;
  keys: readonly LegendKey[];
  toCsv: () => string;
}

export function exportChart(
  host: HTMLElement,
  { format, name, title, keys, direction, scope: { range, timeZone }, words, canvas, toCsv }: ChartFile,
): void {
  const legend = keys.map(({ token, kind, label, text }) => ({ token, kind, text: `${label} ${text}` }));
  const days = `${words.formats.range(range)} (${timeZone})`;
  const content = format === 'csv' ? csvBlob(toCsv()) : () => paintPicture(canvas, { title, direction, days, legend });
  exportAs(host, name, range, format, content);
}

/** The numbers alone, for a widget that draws no picture. */
export function exportNumbers(host: HTMLElement, name: string, range: DateRange, csv: string): void {
  exportAs(host, name, range, 'csv', csvBlob(csv));
}

function exportAs(
  host: HTMLElement,
  name: string,
  range: DateRange,
  format: ChartFormat,
  content: Blob | (() => Promise<Blob>),
): void {
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
  return value == null || unit !== 'money' ? (value ?? null) : toMainUnit(value, currency);
}

/** The head of a column of numbers: money by its currency. */
export function toHead(title: string, unit: Unit, currency: string | null | undefined): string {
  return `${title}${unit === 'money' && currency ? `, ${currency}` : ''}`;
}

/** conversations-2026-06-01-2026-06-07.csv */
function toFileName(metric: string, { from, to }: DateRange, format: ChartFormat): string {
  const name = metric === 'total-volume' ? 'conversations' : metric.replaceAll(/[^\w-]+/g, '-');
  return `${name}-${from}-${to}.${format}`;
}

interface PictureWords {
  title: string;
  /** Days and zone. */
  days: string;
  legend: readonly { text: string; token: string; kind?: 'line' | 'before' | undefined }[];
  direction: 'ltr' | 'rtl';
}

/** Sharp on paper and on dense screens. */
const RATIO = 2;
const PADDING = 16;
const SWATCH = 12;
const GAP = 16;

/** Rejects where the chart is not drawn or the browser makes no picture of it. */
async function paintPicture(chart: ChartCanvas, words: PictureWords): Promise<Blob> {
  const drawn = await chart.toPicture(RATIO);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!drawn || !context) throw new Error('There is no chart to make a picture of.');
  const { font, colors } = drawn.plot;
  const inner = drawn.canvas.width / RATIO;
  const line = font.size * 1.8;
  context.font = `${font.size}px ${font.family}`;
  const rows = toRows(words.legend, inner, (text) => SWATCH + 6 + context.measureText(text).width + GAP);
  const top = PADDING + line * (2 + rows.length) + PADDING / 2;
  canvas.width = (inner + PADDING * 2) * RATIO;
  canvas.height = top * RATIO + drawn.canvas.height + PADDING * RATIO;
  context.scale(RATIO, RATIO);
  context.fillStyle = colors['page']!;
  context.fillRect(0, 0, canvas.width, canvas.height);
  paintHead({ context, plot: drawn.plot, line, inner, direction: words.direction }, words, rows);
  context.drawImage(drawn.canvas, PADDING, top, inner, drawn.canvas.height / RATIO);
  return toBlob(canvas);
}

type LegendRow = (PictureWords['legend'][number] & { offset: number })[];

interface Sheet {
  context: CanvasRenderingContext2D;
  plot: Plot;
  /** Height of a line. */
  line: number;
  /** Width without the padding. */
  inner: number;
  direction: 'ltr' | 'rtl';
}

/** Title, days and legend. */
function paintHead(sheet: Sheet, { title, days, direction }: PictureWords, rows: LegendRow[]): void {
  const { context, plot, line, inner } = sheet;
  const { font, colors } = plot;
  const textFont = `${font.size}px ${font.family}`;
  context.textBaseline = 'middle';
  context.direction = direction;
  context.textAlign = 'start';
  const write = (text: string, offset: number, row: number, token: string, style = textFont) => {
    context.font = style;
    context.fillStyle = colors[token]!;
    context.fillText(text, placeOf(sheet, offset, 0), PADDING + line * (row + 0.5), inner);
  };
  write(title, 0, 0, 'text', `600 ${font.size * 1.23}px ${font.family}`);
  write(days, 0, 1, 'muted');
  for (const [index, row] of rows.entries()) {
    for (const { text, token, kind, offset } of row) {
      paintSwatch(sheet, offset, index + 2, token, kind ?? STATUS_SIGNS[token]);
      write(text, offset + SWATCH + 6, index + 2, 'text');
    }
  }
}

/** From the left edge, of something that is so wide. */
function placeOf({ direction, inner }: Sheet, offset: number, width: number): number {
  return direction === 'rtl' ? PADDING + inner - offset - width : PADDING + offset;
}

/** Keys side by side for as long as they fit. */
function toRows<K extends { text: string }>(
  keys: readonly K[],
  width: number,
  widthOf: (text: string) => number,
): (K & { offset: number })[][] {
  const rows: (K & { offset: number })[][] = [];
  let offset = Infinity;
  for (const key of keys) {
    const needed = widthOf(key.text);
    if (offset + needed > width + GAP) {
      rows.push([]);
      offset = 0;
    }
    rows.at(-1)!.push({ ...key, offset });
    offset += needed;
  }
  return rows;
}

function paintSwatch(sheet: Sheet, offset: number, row: number, token: string, mark: string | undefined): void {
  const { context, plot, line } = sheet;
  const color = plot.colors[token]!;
  context.save();
  context.translate(placeOf(sheet, offset, SWATCH), PADDING + line * (row + 0.5) - SWATCH / 2);
  context.fillStyle = color;
  context.beginPath();
  if (mark === 'line' || mark === 'before') strokeLine(context, color, mark);
  else paintSquare(context, plot.colors['page']!, mark);
  context.restore();
}

function paintSquare(context: CanvasRenderingContext2D, page: string, sign: string | undefined): void {
  context.roundRect(0, 0, SWATCH, SWATCH, 3);
  context.fill();
  context.strokeStyle = page;
  context.lineWidth = 1.6;
  context.lineCap = context.lineJoin = 'round';
  if (sign) context.stroke(new Path2D(sign));
}

function strokeLine(context: CanvasRenderingContext2D, color: string, kind: 'line' | 'before'): void {
  context.strokeStyle = color;
  context.lineWidth = kind === 'line' ? 2 : 1.25;
  context.setLineDash(kind === 'line' ? [] : [4, 3]);
  context.moveTo(0, SWATCH / 2);
  context.lineTo(SWATCH, SWATCH / 2);
  context.stroke();
}

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The browser made no picture of the chart.'))),
      'image/png',
    );
  });
}
