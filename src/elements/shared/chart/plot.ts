/** What is drawn on the canvas of a chart, whichever widget asks for it. */
import type { Colors } from './colors.js';

export interface PlotSeries {
  id: string;
  token: string;
  values: (number | null)[];
  /** Unset: bars. */
  kind?: 'line' | undefined;
  /** Measured on the axis at the far side. */
  isFar?: boolean | undefined;
  /** Of the compared range: a thin dashed line that nobody points at. */
  isBefore?: boolean | undefined;
}

export interface Axis {
  /** `step` is how far apart the numbers of the axis stand. */
  formatNumber: (value: number, step: number) => string;
  /** The numbers are counts, so the axis has no fractions. */
  isWhole: boolean;
  /** Distance of two numbers on the axis. Unset: a round one. */
  step?: number | undefined;
}

/** A date with a name, at the bucket it lies in. */
export interface PlacedMark {
  bucket: number;
  label: string;
  /** With its day, where the bucket is more than one. */
  text: string;
}

export interface Plot {
  buckets: string[];
  partial: boolean[];
  series: PlotSeries[];
  /** Else the bars of a bucket stand side by side. */
  isStacked: boolean;
  /** Places of the named buckets and their texts. */
  ticks: { places: number[]; labels: string[] };
  axes: readonly [near: Axis, far?: Axis];
  marks: readonly PlacedMark[];
  colors: Colors;
  font: { family: string; size: number };
  direction: 'ltr' | 'rtl';
  /** The bucket to point out. */
  active: number | undefined;
  /** Unset: the screen's. */
  pixelRatio?: number;
}
