/** The words for one bar: pure, from chart data to texts. */
import type { Formats } from '../../core/format/formats.js';
import { bucketNote } from '../shared/chart/buckets.js';
import { type Words, NO_VALUE } from '../shared/words.js';
import type { LegendKey, Tooltip } from '../shared/chart/plot-view.js';
import { markTexts } from '../shared/chart/marks.js';
import type { PlacedMark } from '../shared/chart/plot.js';
import type { Messages } from '../../locales/messages.js';
import type { ChartData, Series } from './chart-data.js';

/** The words for one bar, of the series that are shown. */
export function toTooltip(
  data: ChartData,
  shown: readonly Series[],
  bucket: number,
  active: string | undefined,
  { messages, formats }: Words,
): Tooltip {
  const total = totalOf(data, shown, bucket);
  const hasShares = data.isStacked && total !== null && total !== 0;
  return {
    title: bucket < data.buckets.length ? data.nameOf(bucket) : '',
    notes: notesOf(data, bucket, messages),
    rows: shown.map(({ id, label, token, values }) => {
      const value = values[bucket] ?? null;
      return {
        label,
        token,
        isActive: id === active,
        value: toText(value, data, formats),
        detail: value !== null && hasShares ? formats.share(value / total) : '',
      };
    }),
    total: toText(total, data, formats),
  };
}

/** The series with their totals. */
export function toKeys(data: ChartData, shown: readonly Series[], formats: Formats): LegendKey[] {
  return shown.map(({ id, label, token, total }) => ({ id, label, token, text: toText(total, data, formats) }));
}

/** Why a bucket is not final, and what it is marked with. */
export function notesOf(
  data: Pick<ChartData, 'partial' | 'unfinished'> & { marks: readonly PlacedMark[] },
  bucket: number,
  messages: Messages,
): string[] {
  return [bucketNote(data, bucket, messages) ?? [], markTexts(data.marks, bucket)].flat();
}

/** Of the series that are shown, where they add up. */
export function totalOf({ isStacked, totals }: ChartData, shown: readonly Series[], bucket: number): number | null {
  return isStacked ? sumOf(shown, bucket) : (totals[bucket] ?? null);
}

/** A number of the chart in full; `–` where nothing was measured. */
export function toText(value: number | null | undefined, { unit }: Pick<ChartData, 'unit'>, formats: Formats): string {
  return value === null || value === undefined ? NO_VALUE : formats.exact(value, unit);
}

/** `null` where none of the series was measured. */
function sumOf(shown: readonly Series[], bucket: number): number | null {
  const known = shown.map(({ values }) => values[bucket] ?? null).filter((value) => value !== null);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null;
}
