/** What the heat map says: pure, from an answer about folded time to rows of cells. */
import { formatCsv } from '../../core/format/csv.js';
import { fillText, type Formats } from '../../core/format/formats.js';
import type { Unit } from '../../core/metrics/definition.js';
import type { FoldedGrain, Grain, MetricsAnswer, MetricsQuery } from '../../core/query.js';
import { FOLDED_GRAINS } from '../../core/time/grain.js';
import type { Messages } from '../../locales/messages.js';
import { toHead, toPlainNumber } from '../shared/chart/export-chart.js';
import { findDefinition, isAdditive } from '../../core/metrics/find-definition.js';
import { type Words, metricWords, missingWord } from '../shared/words.js';

export interface HeatCell {
  /** As the answer labels it: `2T10`, `07`. */
  bucket: string;
  /** Tuesday 10 – 11 AM. */
  name: string;
  /** `null`: nothing was measured. */
  value: number | null;
  /** From 1, the least, to `LEVELS`, the most; 0 where nothing was counted, `undefined` where nothing was measured. */
  level: number | undefined;
  isPeak: boolean;
}

export interface HeatData {
  label: string;
  unit: Unit;
  /** Hours down; one weekday, or the only column, across. */
  rows: { head: string; cells: HeatCell[] }[];
  /** Heads of the columns: a short and a long name; none where there is one column. */
  columns: { short: string; long: string }[];
  /** What the weakest and the strongest colour stand for. */
  lowest: number;
  highest: number;
  /** Counts begin at zero. */
  isCounted: boolean;
  /** The peaks in words. */
  peaks: string | undefined;
  /** Why there is nothing to show; `undefined`: there is. */
  hint: string | undefined;
}

/** Strengths of the colour. */
export const LEVELS = 5;
const MAX_PEAKS = 3;
const HOURS = 24;

export function toHeatData(
  answer: MetricsAnswer,
  { metrics: [metric = ''], grain = 'hour-of-week' }: MetricsQuery,
  words: Words,
): HeatData {
  const { messages, formats, description } = words;
  const definition = findDefinition(metric, description);
  const { byBucket, reason } = answer.metrics[metric] ?? {};
  const buckets = answer.buckets ?? [];
  const values = buckets.map((_, index) => byBucket?.[index] ?? null);
  const known = values.filter((value) => value !== null);
  const isCounted = isAdditive(definition);
  const [lowest, highest] = [isCounted || known.length === 0 ? 0 : Math.min(...known), Math.max(0, ...known)];
  const peaks = findPeaks(values);
  const cells = (known.length > 0 ? buckets : []).map((bucket, index): HeatCell => ({
    bucket,
    name: nameOf(bucket, grain as FoldedGrain, formats),
    value: values[index]!,
    level: levelOf(values[index]!, lowest, highest, isCounted),
    isPeak: peaks.includes(index),
  }));
  return {
    lowest,
    highest,
    isCounted,
    label: metricWords(metric, messages, description).label,
    unit: definition?.unit ?? 'count',
    ...toGrid(cells, grain, formats),
    peaks: peakWords(
      peaks.map((index) => cells[index]!.name),
      isCounted,
      messages,
    ),
    hint: known.length > 0 ? undefined : missingWord(reason, messages),
  };
}

function peakWords(names: readonly string[], isCounted: boolean, { heatmap }: Messages): string | undefined {
  if (names.length === 0) return undefined;
  return fillText(isCounted ? heatmap.busiest : heatmap.highest, { places: names.join(', ') });
}

function toGrid(cells: readonly HeatCell[], grain: Grain, formats: Formats): Pick<HeatData, 'rows' | 'columns'> {
  if (grain !== 'hour-of-week')
    return {
      columns: [],
      rows: cells.map((cell) => ({ head: formats.bucket(cell.bucket, grain).long, cells: [cell] })),
    };
  const days = cells.filter((_, index) => index % HOURS === 0);
  return {
    columns: days.map(({ bucket }) => formats.bucket(bucket[0]!, 'day-of-week')),
    rows: toHours(cells, formats),
  };
}

/** Hours down, days across. */
function toHours(cells: readonly HeatCell[], formats: Formats): HeatData['rows'] {
  return cells.slice(0, HOURS).map(({ bucket }, hour) => ({
    head: formats.bucket(bucket.slice(2), 'hour-of-day').short,
    cells: cells.filter((_, index) => index % HOURS === hour),
  }));
}

function nameOf(bucket: string, grain: FoldedGrain, formats: Formats): string {
  if (grain === 'hour-of-day') return formats.hourSpan(Number(bucket));
  return grain === 'hour-of-week'
    ? `${formats.bucket(bucket[0]!, 'day-of-week').long} ${formats.hourSpan(Number(bucket.slice(2)))}`
    : formats.bucket(bucket, grain).long;
}

/** Places of the greatest values, the greatest first. Of values that are the same either all are peaks or none. */
export function findPeaks(values: readonly (number | null)[]): number[] {
  const inOrder = values
    .flatMap((value, index) => (value !== null && value > 0 ? [{ value, index }] : []))
    .sort((a, b) => b.value - a.value || a.index - b.index);
  const next = inOrder[MAX_PEAKS]?.value;
  const known = values.filter((value) => value !== null).length;
  // Where all are the same, none stands out.
  if (known < 2 || (inOrder.length === known && inOrder.at(-1)!.value === inOrder[0]!.value)) return [];
  return inOrder
    .slice(0, MAX_PEAKS)
    .filter(({ value }) => value !== next)
    .map(({ index }) => index);
}

/** Measured values begin at the least of them, counts at zero. */
export function levelOf(value: number | null, lowest: number, highest: number, isCounted: boolean): number | undefined {
  if (value === null) return undefined;
  if (isCounted && value <= 0) return 0;
  return highest === lowest ? LEVELS : Math.max(1, Math.ceil(((value - lowest) / (highest - lowest)) * LEVELS));
}

/** Throws a `RangeError` for a grain that does not fold time. */
export function parseFoldedGrain(grain: string): FoldedGrain {
  if ((FOLDED_GRAINS as readonly string[]).includes(grain)) return grain as FoldedGrain;
  throw new RangeError(`The heat map cannot have the grain "${grain}". Use one of: ${FOLDED_GRAINS.join(', ')}.`);
}

/** A row per row of the table; money in the currency's main unit, durations in seconds. */
export function toHeatCsv(
  { label, unit, rows, columns }: HeatData,
  grain: string,
  { messages, description }: Words,
): string {
  const currency = description?.currency;
  const head = toHead(label, unit, currency);
  return formatCsv(
    [
      messages.heatmap.grains[grain] ?? grain,
      ...(columns.length > 0 ? columns.map(({ long }) => `${long}: ${head}`) : [head]),
    ],
    rows.map((row) => [row.head, ...row.cells.map(({ value }) => toPlainNumber(value, unit, currency))]),
  );
}
