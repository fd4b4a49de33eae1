/** Keeps the canvas in step with the element: brings Chart.js when first needed, follows size and theme, leaves nothing behind. */
import type { LitElement, ReactiveController } from 'lit';
import { ResizeController } from '../../controllers/resize-controller.js';
import { ThemeController } from '../../controllers/theme-controller.js';
import type { Formats } from '../../core/format/formats.js';
import { resolveColors } from '../shared/resolve-colors.js';
import { pickTicks, tickLabels } from './axis-ticks.js';
import type { Target } from './bar-keys.js';
import type { ChartData, Series } from './chart-data.js';
import type { BarChart, Bars } from './draw-bars.js';

export interface Drawing {
  data: ChartData;
  series: Series[];
  active: number | undefined;
  direction: 'ltr' | 'rtl';
  formats: Formats;
}

/** Room for the numbers of the upright axis, in pixels. */
const AXIS_WIDTH = 44;
/** Between a bar and its tooltip, in pixels. */
const TIP_GAP = 6;
/** Widest name of a bucket on the axis, in sizes of its text. */
const LABEL_EMS: Readonly<Record<string, number>> = { hour: 4.5, day: 4.2, week: 4.8, month: 5.2, quarter: 8, year: 4 };

export class BarCanvas implements ReactiveController {
  readonly #host: LitElement;
  readonly #resize: ResizeController;
  #canvas: HTMLCanvasElement | undefined;
  #chart: BarChart | undefined;
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
    const { drawBars } = await import('./draw-bars.js');
    // The element may have left the page, or drawn something newer, while the module came.
    if (this.#canvas !== canvas || !canvas?.isConnected || this.#drawing !== drawing) return;
    if (this.#chart) this.#paint();
    else this.#begin(canvas, drawBars);
    this.#resize.observe(canvas.parentElement ?? undefined);
  }

  /** With its size from the start, so that it is drawn once. */
  #begin(canvas: HTMLCanvasElement, drawBars: (canvas: HTMLCanvasElement, bars: Bars) => BarChart): void {
    const { clientWidth, clientHeight } = canvas.parentElement!;
    canvas.width = clientWidth;
    canvas.height = clientHeight;
    this.#chart = drawBars(canvas, this.#toBars(this.#drawing!, canvas));
    this.#placeTip();
  }

  /** The bars as they stand, at another resolution and with nothing pointed at; `undefined` before they are drawn. */
  async toPicture(pixelRatio: number): Promise<{ canvas: HTMLCanvasElement; bars: Bars } | undefined> {
    const { parentElement } = this.#canvas ?? {};
    if (!this.#drawing || !parentElement) return undefined;
    const bars = { ...this.#toBars(this.#drawing, this.#canvas!), active: undefined, pixelRatio };
    const { drawBars } = await import('./draw-bars.js');
    const canvas = document.createElement('canvas');
    const chart = drawBars(canvas, bars);
    chart.resize(parentElement.clientWidth, parentElement.clientHeight);
    const copy = copyOf(canvas);
    // Chart.js takes the size of its canvas along when it leaves.
    chart.destroy();
    return { canvas: copy, bars };
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
    this.#chart.update(this.#toBars(this.#drawing, this.#canvas!));
    this.#placeTip();
  }

  /** Beside the bar, where there is room, so that it does not cover what it speaks of. */
  #placeTip(): void {
    const { active, data } = this.#drawing ?? {};
    const plot = this.#canvas?.parentElement;
    const tip = plot?.querySelector<HTMLElement>('.tip');
    if (active === undefined || !data || !plot || !tip || !this.#chart) return;
    const center = this.#chart.centerOf(active);
    const clearance = (plot.clientWidth - AXIS_WIDTH) / data.buckets.length / 2 + TIP_GAP;
    const after = center + clearance;
    const before = center - clearance - tip.offsetWidth;
    const left = after + tip.offsetWidth <= plot.clientWidth ? after : Math.max(before, 0);
    tip.style.setProperty('--_tip-x', `${Math.min(left, Math.max(0, plot.clientWidth - tip.offsetWidth))}px`);
  }

  #toBars({ data, series, active, direction, formats }: Drawing, canvas: HTMLCanvasElement): Bars {
    const style = getComputedStyle(canvas);
    const size = parseFloat(style.fontSize) * 0.8125;
    const width = (canvas.parentElement?.clientWidth ?? canvas.width) - AXIS_WIDTH;
    const places = pickTicks(data.buckets.length, data.grain, width, size * (LABEL_EMS[data.grain] ?? 6));
    return {
      buckets: data.buckets, partial: data.partial, isStacked: data.isStacked, series, active, direction,
      ticks: { places, labels: tickLabels(data.buckets, places, data.grain, formats) },
      formatNumber: (value) => formats.compact(value, data.unit),
      isWhole: data.unit === 'count',
      colors: resolveColors(this.#host.renderRoot),
      font: { family: style.fontFamily, size },
    };
  }
}

function copyOf(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height });
  copy.getContext('2d')?.drawImage(canvas, 0, 0);
  return copy;
}
