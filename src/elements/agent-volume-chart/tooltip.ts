/** The words for one bar: pure, from chart data to texts. */
import type { Formats } from '../../core/format/formats.js';
import type { Messages } from '../../locales/messages.js';
import type { SeriesToken } from '../shared/palette.js';
import type { ChartData, ChartWords, Series } from './chart-data.js';

export interface TooltipRow {
  label: string;
  token: SeriesToken;
  value: string;
  share: string;
  isActive: boolean;
}

export interface Tooltip {
  title: string;
  note: string | undefined;
  rows: TooltipRow[];
  total: string;
}

/** The words for one bar, of the series that are shown. */
export function toTooltip(data: ChartData, shown: readonly Series[], bucket: number, active: string | undefined, { messages, formats }: ChartWords): Tooltip {
  const total = totalOf(data, shown, bucket);
  const hasShares = data.isStacked && total !== null && total !== 0;
  return {
    title: bucket < data.buckets.length ? data.nameOf(bucket) : '',
    note: bucketNote(data, bucket, messages),
    rows: shown.map(({ id, label, token, values }) => {
      const value = values[bucket] ?? null;
      return { label, token, isActive: id === active, value: toText(value, data, formats), share: value !== null && hasShares ? formats.share(value / total) : '' };
    }),
    total: toText(total, data, formats),
  };
}

/** Of the series that are shown, where they add up. */
export function totalOf({ isStacked, totals }: ChartData, shown: readonly Series[], bucket: number): number | null {
  return isStacked ? sumOf(shown, bucket) : (totals[bucket] ?? null);
}

/** Why a bucket is not final; `undefined`: it is. */
export function bucketNote({ partial, unfinished }: ChartData, bucket: number, { chart }: Messages): string | undefined {
  if (unfinished[bucket]) return chart.notOver;
  return partial[bucket] ? chart.cut : undefined;
}

/** A number of the chart in full; `–` where nothing was measured. */
export function toText(value: number | null | undefined, { unit }: Pick<ChartData, 'unit'>, formats: Formats): string {
  return value === null || value === undefined ? '–' : formats.exact(value, unit);
}

/** `null` where none of the series was measured. */
function sumOf(shown: readonly Series[], bucket: number): number | null {
  const known = shown.map(({ values }) => values[bucket] ?? null).filter((value) => value !== null);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null;
}
