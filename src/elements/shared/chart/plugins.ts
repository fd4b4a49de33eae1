/** What Chart.js does not draw by itself: the column that is pointed at, hatching of what is not over, lone points, marked dates. */
import type { BarElement, Chart, PointElement } from 'chart.js';
import { fade, hatch } from './colors.js';
import { fitLabels } from './mark-labels.js';
import type { Plot, PlotSeries } from './plot.js';

/** Height of the line of marks above the plot, in sizes of its text. */
export const MARK_EMS = 1.7;

/** A soft column behind the bar that is pointed at. */
export function activeColumn(plot: () => Plot) {
  return {
    id: 'active-column',
    beforeDatasetsDraw(chart: Chart) {
      const { active, buckets, colors } = plot();
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
export function unfinishedBars(plot: () => Plot) {
  return {
    id: 'unfinished-bars',
    afterDatasetDraw(chart: Chart, { index }: { index: number }) {
      const { partial, series, colors } = plot();
      const { token, kind } = series[index] ?? {};
      if (kind === 'line' || token === undefined) return;
      for (const [place, isPartial] of partial.entries()) {
        const bar = isPartial ? (chart.getDatasetMeta(index).data[place] as BarElement | undefined) : undefined;
        if (bar) hatchBar(chart.ctx, bar, hatch(colors[token] ?? colors['text']!, colors['page']!));
      }
    },
  };
}

function hatchBar(context: CanvasRenderingContext2D, bar: BarElement, fill: CanvasPattern | string): void {
  const options = { ...bar.options, backgroundColor: fill };
  const hatched = Object.create(bar, { options: { value: options } }) as BarElement;
  hatched.draw(context);
}

/** Points of a line that no other one is joined to, and those of the bucket that is pointed at. */
export function linePoints(plot: () => Plot) {
  return {
    id: 'line-points',
    afterDatasetsDraw(chart: Chart) {
      for (const [index, series] of plot().series.entries())
        if (series.kind === 'line')
          paintPoints(chart.ctx, series, plot(), chart.getDatasetMeta(index).data as PointElement[]);
    },
  };
}

function paintPoints(
  context: CanvasRenderingContext2D,
  { isBefore, values, token }: PlotSeries,
  { active, partial, colors }: Plot,
  points: readonly PointElement[],
): void {
  const color = colors[token] ?? colors['text']!;
  const isKnown = (place: number) => (values[place] ?? null) !== null;
  for (const [place, point] of points.entries()) {
    const isActive = place === active;
    const isSeen = (isActive && !isBefore) || !(isKnown(place - 1) || isKnown(place + 1));
    if (!isKnown(place) || !isSeen) continue;
    const radius = isActive ? 4 : isBefore ? 1.5 : 3;
    paintPoint(context, point, radius, partial[place] && !isActive ? fade(color) : color, colors['page']!);
  }
}

function paintPoint(
  context: CanvasRenderingContext2D,
  { x, y }: PointElement,
  radius: number,
  color: string,
  page: string,
): void {
  context.save();
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fillStyle = color;
  context.fill();
  context.strokeStyle = page;
  context.lineWidth = 1.5;
  context.stroke();
  context.restore();
}

/** A line through the bucket of each marked date, its name above. */
export function marksOverPlot(plot: () => Plot) {
  return {
    id: 'marks',
    afterDatasetsDraw(chart: Chart) {
      const { marks, colors, font, direction } = plot();
      const x = chart.scales['x'];
      if (marks.length === 0 || !x) return;
      const {
        ctx: context,
        chartArea: { top, bottom, left, right },
      } = chart;
      context.save();
      context.font = `${font.size}px ${font.family}`;
      const placed = marks.map(({ bucket, label }) => ({ at: x.getPixelForValue(bucket), label }));
      const labels = fitLabels(placed, { left, right, direction, widthOf: (text) => context.measureText(text).width });
      const height = font.size * MARK_EMS;
      context.strokeStyle = colors['muted']!;
      context.fillStyle = colors['text']!;
      context.textBaseline = 'middle';
      context.direction = direction;
      for (const { at } of placed) {
        context.setLineDash([2, 2]);
        context.beginPath();
        context.moveTo(Math.round(at) + 0.5, top - height);
        context.lineTo(Math.round(at) + 0.5, bottom);
        context.stroke();
      }
      for (const { text, x: place, align } of labels) {
        context.textAlign = align;
        context.fillText(text, place, top - height / 2);
      }
      context.restore();
    },
  };
}
