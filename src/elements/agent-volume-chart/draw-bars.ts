/** The bars on a canvas. Brought by dynamic import, because it brings Chart.js. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale, type ChartConfiguration, type ChartDataset } from 'chart.js';
import type { Colors } from '../shared/resolve-colors.js';
import { hatch } from './hatch.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export interface BarSeries {
  id: string;
  token: string;
  values: (number | null)[];
}

export interface Bars {
  buckets: string[];
  partial: boolean[];
  series: BarSeries[];
  /** Else the series stand side by side. */
  isStacked: boolean;
  /** Places of the named buckets and their texts. */
  ticks: { places: number[]; labels: string[] };
  formatNumber: (value: number) => string;
  /** The numbers are counts, so the axis has no fractions. */
  isWhole: boolean;
  colors: Colors;
  font: { family: string; size: number };
  direction: 'ltr' | 'rtl';
  /** The bucket to point out. */
  active: number | undefined;
  /** Unset: the screen's. */
  pixelRatio?: number;
}

/** What the pointer is over: a bucket, and the series if it is on a piece of the bar. */
export interface BarTarget {
  bucket: number;
  series: string | undefined;
}

export interface BarChart {
  update(bars: Bars): void;
  resize(width: number, height: number): void;
  isOfSize(width: number | undefined, height: number | undefined): boolean;
  targetAt(event: MouseEvent): BarTarget | undefined;
  /** Where a bucket's bar stands, in pixels from the canvas's left edge. */
  centerOf(bucket: number): number;
  destroy(): void;
}

export function drawBars(canvas: HTMLCanvasElement, first: Bars): BarChart {
  let bars = first;
  const chart = new Chart(canvas, toConfig(() => bars));
  return {
    update(next) {
      const before = bars;
      bars = next;
      // Chart.js resolves the options of every bar anew when they were touched.
      if (!hasSameLook(before, bars)) Object.assign(chart.options, toOptions(() => bars));
      chart.data.labels = bars.buckets;
      chart.data.datasets = toDatasets(bars, chart.data.datasets);
      chart.update('none');
    },
    resize(width, height) {
      if (width !== chart.width || height !== chart.height) chart.resize(width, height);
    },
    isOfSize: (width, height) => width === chart.width && height === chart.height,
    targetAt(event) {
      const [onBar] = chart.getElementsAtEventForMode(event, 'nearest', { intersect: true }, false);
      const [inColumn] = chart.getElementsAtEventForMode(event, 'index', { intersect: false }, false);
      if (!inColumn) return undefined;
      return { bucket: inColumn.index, series: onBar && bars.series[onBar.datasetIndex]?.id };
    },
    centerOf: (bucket) => chart.scales['x']?.getPixelForValue(bucket) ?? 0,
    destroy: () => chart.destroy(),
  };
}

function toConfig(bars: () => Bars): ChartConfiguration<'bar', (number | null)[], string> {
  const data = { labels: bars().buckets, datasets: toDatasets(bars(), []) };
  return { type: 'bar', data, options: toOptions(bars), plugins: [activeColumn(bars), unfinishedBars(bars)] };
}

function hasSameLook(one: Bars, other: Bars): boolean {
  const look = ({ colors, font, direction, isStacked, isWhole, pixelRatio }: Bars) => JSON.stringify([colors, font, direction, isStacked, isWhole, pixelRatio]);
  return look(one) === look(other);
}

/** More bars than this touch each other: gaps and edges would take all their colour. */
const MOST_WITH_GAPS = 250;

type Dataset = ChartDataset<'bar', (number | null)[]>;

/** A series that was drawn before in the same look keeps its object, so that Chart.js only looks at its values; other options it would not see. */
function toDatasets({ buckets, series, colors }: Bars, drawn: readonly Dataset[]): Dataset[] {
  const isDense = buckets.length > MOST_WITH_GAPS;
  return series.map(({ id, values, token }) => {
    // One colour for all: with a list of colours every bar would have options of its own.
    const dataset: Dataset = {
      label: id, data: values, backgroundColor: colors[token] ?? colors['text']!,
      // A hair of the page's colour tells the pieces of a bar apart, also in greyscale.
      borderColor: colors['page']!, borderWidth: isDense ? 0 : { top: 1 }, borderSkipped: false, borderRadius: isDense ? 0 : 2,
      barPercentage: isDense ? 1 : 0.86, categoryPercentage: isDense ? 1 : 0.9, maxBarThickness: 56,
    };
    const known = drawn.find(({ label }) => label === id);
    return known && hasSameOptions(known, dataset) ? Object.assign(known, { data: values }) : dataset;
  });
}

const hasSameOptions = (one: Dataset, other: Dataset): boolean =>
  one.backgroundColor === other.backgroundColor && one.borderColor === other.borderColor && one.barPercentage === other.barPercentage;

function toOptions(bars: () => Bars): NonNullable<ChartConfiguration<'bar'>['options']> {
  const { colors, font, direction, isStacked, isWhole, pixelRatio } = bars();
  const text = { family: font.family, size: font.size };
  return {
    responsive: false, maintainAspectRatio: false, animation: false, events: [], ...(pixelRatio !== undefined && { devicePixelRatio: pixelRatio }),
    layout: { padding: { top: 4 } },
    scales: {
      x: {
        stacked: isStacked, reverse: direction === 'rtl', grid: { display: false }, border: { color: colors['line']! },
        afterBuildTicks(axis) {
          axis.ticks = bars().ticks.places.map((value) => ({ value }));
        },
        ticks: { autoSkip: false, maxRotation: 0, color: colors['muted']!, font: text, callback: (_value, index) => bars().ticks.labels[index] ?? '' },
      },
      y: {
        stacked: isStacked, beginAtZero: true, position: direction === 'rtl' ? 'right' : 'left', grid: { color: colors['grid']!, drawTicks: false }, border: { display: false },
        ticks: { maxTicksLimit: 5, ...(isWhole && { precision: 0 }), padding: 8, color: colors['muted']!, font: text, callback: (value) => bars().formatNumber(Number(value)) },
        ...(isWhole && { suggestedMax: 4 }),
      },
    },
  };
}

/** A soft column behind the bar that is pointed at. */
function activeColumn(bars: () => Bars) {
  return {
    id: 'active-column',
    beforeDatasetsDraw(chart: Chart) {
      const { active, buckets, colors } = bars();
      const x = chart.scales['x'];
      if (active === undefined || !x || buckets.length === 0) return;
      const width = chart.chartArea.width / buckets.length;
      chart.ctx.save();
      chart.ctx.globalAlpha = 0.08;
      chart.ctx.fillStyle = colors['text']!;
      chart.ctx.fillRect(x.getPixelForValue(active) - width / 2, chart.chartArea.top, width, chart.chartArea.height);
      chart.ctx.restore();
    },
  };
}

/** Bars that are not final are hatched over. */
function unfinishedBars(bars: () => Bars) {
  return {
    id: 'unfinished-bars',
    afterDatasetsDraw(chart: Chart) {
      const { partial, series, colors } = bars();
      for (const [place, isPartial] of partial.entries()) {
        if (!isPartial) continue;
        series.forEach(({ token }, index) => {
          const bar = chart.getDatasetMeta(index).data[place] as BarElement | undefined;
          if (bar) hatchBar(chart.ctx, bar, hatch(colors[token] ?? colors['text']!, colors['page']!));
        });
      }
    },
  };
}

function hatchBar(context: CanvasRenderingContext2D, bar: BarElement, fill: CanvasPattern | string): void {
  const options = { ...bar.options, backgroundColor: fill };
  const hatched = Object.create(bar, { options: { value: options } }) as BarElement;
  hatched.draw(context);
}
