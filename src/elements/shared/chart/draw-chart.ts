/** Bars and lines on a canvas. Brought by dynamic import, because it brings Chart.js. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import { toDatasets } from './chart-datasets.js';
import { toOptions } from './chart-options.js';
import { activeColumn, linePoints, marksOverPlot, unfinishedBars } from './chart-plugins.js';
import type { Plot } from './plot.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement);

/** What the pointer is over: a bucket, and the series if it is on a piece of the bar or near a line. */
export interface PlotTarget {
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
      // Chart.js resolves the options of every bar anew when they were touched.
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
