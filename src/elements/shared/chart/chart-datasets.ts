/** The series as Chart.js takes them. */
import type { ChartDataset } from 'chart.js';
import { fade } from './fade.js';
import type { Plot, PlotSeries } from './plot.js';

export type Dataset = ChartDataset<'bar' | 'line', (number | null)[]>;

/** More bars than this touch each other: gaps and edges would take all their colour. */
const MOST_WITH_GAPS = 250;
/** How near a pointer has to come to a line, in pixels. */
const REACH = 9;

/** A series that was drawn before in the same look keeps its object, so that Chart.js only looks at its values; other options it would not see. */
export function toDatasets(plot: () => Plot, drawn: readonly Dataset[]): Dataset[] {
  return plot().series.map((series) => {
    const dataset = series.kind === 'line' ? toLine(series, plot) : toBar(series, plot());
    const known = drawn.find(({ label }) => label === series.id);
    return known && hasSameOptions(known, dataset) ? Object.assign(known, { data: series.values }) : dataset;
  });
}

function toBar({ id, values, token, isFar }: PlotSeries, { buckets, colors }: Plot): Dataset {
  const isDense = buckets.length > MOST_WITH_GAPS;
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
