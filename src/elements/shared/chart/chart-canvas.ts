/** Keeps the canvas in step with the element: brings Chart.js when first needed, follows size and theme, leaves nothing behind. */
import type { LitElement, ReactiveController } from 'lit';
import { ResizeController } from '../../../controllers/resize-controller.js';
import { ThemeController } from '../../../controllers/theme-controller.js';
import type { Formats } from '../../../core/format/formats.js';
import type { Unit } from '../../../core/metrics/definition.js';
import type { Grain } from '../../../core/query.js';
import { resolveColors } from './colors.js';
import { durationStep, pickTicks, shareDigits, tickLabels } from './axis.js';
import type { Target } from '../../../controllers/chart-pointer.js';
import type { DrawnChart } from './draw-chart.js';
import type { Axis, PlacedMark, Plot, PlotSeries } from './plot.js';

export interface Drawing {
  data: { buckets: string[]; grain: Grain; partial: boolean[]; isStacked: boolean };
  series: PlotSeries[];
  /** What the axes measure. */
  units: readonly [near: Unit, far?: Unit];
  marks: readonly PlacedMark[];
  active: number | undefined;
  direction: 'ltr' | 'rtl';
  formats: Formats;
}

/** Room for the numbers of an upright axis, in pixels. */
const AXIS_WIDTH = 44;
/** Between a bar and its tooltip, in pixels. */
const TIP_GAP = 6;
/** Widest name of a bucket on the axis, in sizes of its text. */
const LABEL_EMS: Readonly<Record<string, number>> = { hour: 4.5, day: 4.2, week: 4.8, month: 5.2, quarter: 8, year: 4 };

export class ChartCanvas implements ReactiveController {
  readonly #host: LitElement;
  readonly #resize: ResizeController;
  #canvas: HTMLCanvasElement | undefined;
  #chart: DrawnChart | undefined;
  #drawing: Drawing | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    this.#resize = new ResizeController(host, () => this.#follow());
    new ThemeController(host, () => this.#paint());
    host.addController(this);
  }

  async draw(canvas: HTMLCanvasElement | undefined, drawing: Drawing): Promise<void> {
    if (canvas !== this.#canvas) this.release();
    this.#canvas = canvas;
    this.#drawing = drawing;
    const { drawChart } = await import('./draw-chart.js');
    // The element may have left the page, or drawn something newer, while the module came.
    if (this.#canvas !== canvas || !canvas?.isConnected || this.#drawing !== drawing) return;
    if (this.#chart) this.#paint();
    else this.#begin(canvas, drawChart);
    this.#resize.observe(canvas.parentElement ?? undefined);
  }

  /** With its size from the start, so that it is drawn once. */
  #begin(canvas: HTMLCanvasElement, drawChart: (canvas: HTMLCanvasElement, plot: Plot) => DrawnChart): void {
    const { clientWidth, clientHeight } = canvas.parentElement!;
    canvas.width = clientWidth;
    canvas.height = clientHeight;
    this.#chart = drawChart(canvas, this.#toPlot(this.#drawing!, canvas));
    this.#placeTip();
  }

  /** The chart as it stands, at another resolution and with nothing pointed at; `undefined` before it is drawn. */
  async toPicture(pixelRatio: number): Promise<{ canvas: HTMLCanvasElement; plot: Plot } | undefined> {
    const { parentElement } = this.#canvas ?? {};
    if (!this.#drawing || !parentElement) return undefined;
    const plot = { ...this.#toPlot(this.#drawing, this.#canvas!), active: undefined, pixelRatio };
    const { drawChart } = await import('./draw-chart.js');
    const canvas = document.createElement('canvas');
    const chart = drawChart(canvas, plot);
    chart.resize(parentElement.clientWidth, parentElement.clientHeight);
    const copy = copyOf(canvas);
    // Chart.js takes the size of its canvas along when it leaves.
    chart.destroy();
    return { canvas: copy, plot };
  }

  targetAt(event: MouseEvent): Target | undefined {
    return this.#chart?.targetAt(event);
  }

  release(): void {
    this.#chart?.destroy();
    this.#chart = undefined;
    this.#canvas = undefined;
    this.#resize.observe(undefined);
  }

  hostDisconnected(): void {
    this.release();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** An observer speaks up once without any change. */
  #follow(): void {
    const { clientWidth, clientHeight } = this.#canvas?.parentElement ?? {};
    if (this.#chart && !this.#chart.isOfSize(clientWidth, clientHeight)) this.#paint();
  }

  #paint(): void {
    const { parentElement } = this.#canvas ?? {};
    if (!this.#chart || !this.#drawing || !parentElement) return;
    this.#chart.resize(parentElement.clientWidth, parentElement.clientHeight);
    this.#chart.update(this.#toPlot(this.#drawing, this.#canvas!));
    this.#placeTip();
  }

  /** Beside the bar, where there is room, so that it does not cover what it speaks of. */
  #placeTip(): void {
    const { active, data } = this.#drawing ?? {};
    const plot = this.#canvas?.parentElement;
    const tip = plot?.querySelector<HTMLElement>('.tip');
    if (active === undefined || !data || !plot || !tip || !this.#chart) return;
    const center = this.#chart.centerOf(active);
    const clearance = (plot.clientWidth - AXIS_WIDTH * this.#drawing!.units.length) / data.buckets.length / 2 + TIP_GAP;
    const after = center + clearance;
    const before = center - clearance - tip.offsetWidth;
    const left = after + tip.offsetWidth <= plot.clientWidth ? after : Math.max(before, 0);
    tip.style.setProperty('--_tip-x', `${Math.min(left, Math.max(0, plot.clientWidth - tip.offsetWidth))}px`);
  }

  #toPlot({ data, series, units, marks, active, direction, formats }: Drawing, canvas: HTMLCanvasElement): Plot {
    const style = getComputedStyle(canvas);
    const size = parseFloat(style.fontSize) * 0.8125;
    const width = (canvas.parentElement?.clientWidth ?? canvas.width) - AXIS_WIDTH * units.length;
    const places = pickTicks(data.buckets.length, data.grain, width, size * (LABEL_EMS[data.grain] ?? 6));
    const axis = (unit: Unit, isFar: boolean): Axis => ({
      formatNumber: (value, step) =>
        unit === 'percent' ? formats.share(value, shareDigits(step)) : formats.compact(value, unit),
      isWhole: unit === 'count',
      step:
        unit === 'duration' ? durationStep(highestOf(series.filter((one) => Boolean(one.isFar) === isFar))) : undefined,
    });
    return {
      ...data,
      series,
      marks,
      active,
      direction,
      ticks: { places, labels: tickLabels(data.buckets, places, data.grain, formats) },
      axes: units[1] === undefined ? [axis(units[0], false)] : [axis(units[0], false), axis(units[1], true)],
      colors: resolveColors(this.#host.renderRoot),
      font: { family: style.fontFamily, size },
    };
  }
}

/** Of series that stand side by side. */
function highestOf(series: readonly PlotSeries[]): number {
  return series.reduce(
    (highest, { values }) => values.reduce<number>((most, value) => Math.max(most, value ?? 0), highest),
    0,
  );
}

function copyOf(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height });
  copy.getContext('2d')?.drawImage(canvas, 0, 0);
  return copy;
}
