/** Bars and lines on a canvas. Brought by dynamic import, because it brings Chart.js. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
} from 'chart.js';
import { MARK_EMS, activeColumn, linePoints, marksOverPlot, unfinishedBars } from './plugins.js';
import type { Axis, Plot, PlotSeries } from './plot.js';
import { fade } from './colors.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement);

/** What the pointer is over: a bucket, and the series if it is on a piece of the bar or near a line. */
interface PlotTarget {
  bucket: number;
  series: string | undefined;
}

export interface DrawnChart {
  update(plot: Plot): void;
  resize(width: number, height: number): void;
  isOfSize(width: number | undefined, height: number | undefined): boolean;
  targetAt(event: MouseEvent): PlotTarget | undefined;
  /** The middle of a bucket, in pixels from the canvas's left edge. */
  centerOf(bucket: number): number;
  destroy(): void;
}

export function drawChart(canvas: HTMLCanvasElement, first: Plot): DrawnChart {
  let plot = first;
  const current = () => plot;
  const chart = new Chart<'bar' | 'line', (number | null)[], string>(canvas, {
    type: 'bar',
    data: { labels: plot.buckets, datasets: toDatasets(current, []) },
    options: toOptions(current),
    plugins: [activeColumn(current), unfinishedBars(current), linePoints(current), marksOverPlot(current)],
  });
  return {
    update(next) {
      const before = plot;
      plot = next;
      // Chart.js resolves the options of every bar again once they were assigned.
      if (!hasSameLook(before, plot)) Object.assign(chart.options, toOptions(current));
      chart.data.labels = plot.buckets;
      chart.data.datasets = toDatasets(current, chart.data.datasets);
      chart.update('none');
    },
    resize(width, height) {
      if (width !== chart.width || height !== chart.height) chart.resize(width, height);
    },
    isOfSize: (width, height) => width === chart.width && height === chart.height,
    targetAt(event) {
      const [onPiece] = chart.getElementsAtEventForMode(event, 'nearest', { intersect: true }, false);
      const [inColumn] = chart.getElementsAtEventForMode(event, 'index', { intersect: false }, false);
      if (!inColumn) return undefined;
      const series = onPiece?.index === inColumn.index ? plot.series[onPiece.datasetIndex] : undefined;
      return { bucket: inColumn.index, series: series?.isBefore ? undefined : series?.id };
    },
    centerOf: (bucket) => chart.scales['x']?.getPixelForValue(bucket) ?? 0,
    destroy: () => chart.destroy(),
  };
}

function hasSameLook(one: Plot, other: Plot): boolean {
  const look = ({ colors, font, direction, isStacked, axes, marks, pixelRatio }: Plot) =>
    JSON.stringify([
      colors,
      font,
      direction,
      isStacked,
      axes.map((axis) => axis && [axis.isWhole, axis.step]),
      marks.length > 0,
      pixelRatio,
    ]);
  return look(one) === look(other);
}

type Dataset = ChartDataset<'bar' | 'line', (number | null)[]>;

/** More bars than this touch each other, since gaps and edges would take all their colour. */
const MAX_BARS_WITH_GAPS = 250;
/** How near a pointer has to come to a line, in pixels. */
const REACH = 9;

/** A series that was drawn before in the same look keeps its object, so that Chart.js only looks at its values; other options it would not see. */
function toDatasets(plot: () => Plot, drawn: readonly Dataset[]): Dataset[] {
  return plot().series.map((series) => {
    const dataset = series.kind === 'line' ? toLine(series, plot) : toBar(series, plot());
    const known = drawn.find(({ label }) => label === series.id);
    return known && hasSameOptions(known, dataset) ? Object.assign(known, { data: series.values }) : dataset;
  });
}

function toBar({ id, values, token, isFar }: PlotSeries, { buckets, colors }: Plot): Dataset {
  const isDense = buckets.length > MAX_BARS_WITH_GAPS;
  return {
    // One colour for all: with a list of colours every bar would have options of its own.
    type: 'bar',
    label: id,
    data: values,
    yAxisID: isFar ? 'far' : 'y',
    order: 1,
    backgroundColor: colors[token] ?? colors['text']!,
    // A hair of the page's colour tells the pieces of a bar apart, also in greyscale.
    borderColor: colors['page']!,
    borderWidth: isDense ? 0 : { top: 1 },
    borderSkipped: false,
    borderRadius: isDense ? 0 : 2,
    barPercentage: isDense ? 1 : 0.86,
    categoryPercentage: isDense ? 1 : 0.9,
    maxBarThickness: 56,
  };
}

function toLine({ id, values, token, isFar, isBefore }: PlotSeries, plot: () => Plot): Dataset {
  const color = plot().colors[token] ?? plot().colors['text']!;
  return {
    type: 'line',
    label: id,
    data: values,
    yAxisID: isFar ? 'far' : 'y',
    order: 0,
    borderColor: color,
    backgroundColor: color,
    borderWidth: isBefore ? 1.25 : 2,
    borderDash: isBefore ? [4, 3] : [],
    borderJoinStyle: 'round',
    pointRadius: 0,
    pointHitRadius: isBefore ? 0 : REACH,
    // What leads to a bucket that is not final is lighter.
    segment: { borderColor: ({ p1DataIndex }) => (!isBefore && plot().partial[p1DataIndex] ? fade(color) : undefined) },
  };
}

function hasSameOptions(one: Dataset, other: Dataset): boolean {
  const look = (dataset: Dataset) =>
    JSON.stringify({ ...dataset, data: 0, segment: 0 }, (name: string, value: unknown) =>
      name.startsWith('_') ? undefined : value,
    );
  return look(one) === look(other);
}

type Options = NonNullable<ChartConfiguration<'bar' | 'line'>['options']>;

/** Axes and room of a chart as Chart.js takes them. */
function toOptions(plot: () => Plot): Options {
  const { font, axes, marks, pixelRatio } = plot();
  return {
    responsive: false,
    maintainAspectRatio: false,
    animation: false,
    events: [],
    ...(pixelRatio !== undefined && { devicePixelRatio: pixelRatio }),
    layout: { padding: { top: 4 + (marks.length > 0 ? font.size * MARK_EMS : 0) } },
    scales: { x: bucketAxis(plot), y: numberAxis(plot, 0), ...(axes[1] && { far: numberAxis(plot, 1) }) },
  };
}

function bucketAxis(plot: () => Plot) {
  const { colors, font, direction, isStacked } = plot();
  return {
    stacked: isStacked,
    reverse: direction === 'rtl',
    grid: { display: false },
    border: { color: colors['line']! },
    afterBuildTicks(axis: { ticks: { value: number }[] }) {
      axis.ticks = plot().ticks.places.map((value) => ({ value }));
    },
    ticks: {
      autoSkip: false,
      maxRotation: 0,
      color: colors['muted']!,
      font: { family: font.family, size: font.size },
      callback: (_value: string | number, index: number) => plot().ticks.labels[index] ?? '',
    },
  };
}

function numberAxis(plot: () => Plot, index: 0 | 1) {
  const { colors, font, direction, isStacked } = plot();
  const { isWhole, step } = axisOf(plot(), index);
  return {
    stacked: isStacked,
    beginAtZero: true,
    position: (direction === 'rtl') === (index === 0) ? ('right' as const) : ('left' as const),
    grid: { color: colors['grid']!, drawTicks: false, drawOnChartArea: index === 0 },
    border: { display: false },
    ticks: {
      ...(step === undefined ? { maxTicksLimit: 5 } : { stepSize: step }),
      ...(isWhole && { precision: 0 }),
      padding: 8,
      color: colors['muted']!,
      font: { family: font.family, size: font.size },
      callback: (value: string | number, _place: number, ticks: readonly { value: number }[]) =>
        axisOf(plot(), index).formatNumber(Number(value), stepOf(ticks)),
    },
    ...(isWhole && { suggestedMax: 4 }),
  };
}

const stepOf = ([first, second]: readonly { value: number }[]): number =>
  first && second ? Math.abs(second.value - first.value) : 0;
const axisOf = ({ axes }: Plot, index: 0 | 1): Axis => axes[index] ?? axes[0];
