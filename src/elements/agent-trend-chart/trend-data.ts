/** What the trend says: pure, from an answer to series on two axes. */
import type { MetricsAnswered } from '../../controllers/answer-controller.js';
import { fillText } from '../../core/format/formats.js';
import type { Mark } from '../../core/marks.js';
import type { Better, Unit } from '../../core/metrics/definition.js';
import type { DateRange, Grain, MetricAnswer } from '../../core/query.js';
import { bucketEdges } from '../shared/chart/buckets.js';
import { findDefinition } from '../../core/metrics/find-definition.js';
import { type Words, metricWords } from '../shared/words.js';
import { placeMarks } from '../shared/chart/marks.js';
import type { PlacedMark, PlotSeries } from '../shared/chart/plot.js';
import { OTHER_TOKEN, SERIES_TOKENS } from '../shared/palette.js';

export interface TrendSeries extends PlotSeries {
  label: string;
  unit: Unit;
  better: Better;
  total: number | null;
  previousTotal: number | null | undefined;
  /** Of the compared range, bucket by bucket; unset: nothing is compared. */
  before: (number | null)[] | undefined;
  reason: MetricAnswer['reason'];
  /** Else it is in the table alone. */
  isDrawn: boolean;
}

export interface TrendData {
  /** The metrics in words. */
  title: string;
  grain: Grain;
  buckets: string[];
  nameOf: (bucket: number) => string;
  /** The bucket of the compared range that stands beside this one. */
  nameBefore: (bucket: number) => string | undefined;
  partial: boolean[];
  /** Whether a bucket ends after now. */
  unfinished: boolean[];
  marks: PlacedMark[];
  series: TrendSeries[];
  units: readonly [near: Unit, far?: Unit];
  compare: DateRange | undefined;
  isStacked: false;
}

/** Hides the compared range where it is among the hidden series. */
export const COMPARED = '\u0000compared';

export function toTrendData(
  { answer, query, scope }: MetricsAnswered,
  words: Words,
  marks: readonly Mark[] = [],
): TrendData {
  const { grain = 'day', compare, metrics } = query;
  const buckets = answer.buckets ?? [];
  const edges = bucketEdges(grain, scope);
  const begun = edges.slice(0, -1).filter((start) => start <= scope.now).length;
  const asked = metrics.map((metric, place) =>
    toSeries(metric, place, answer.metrics[metric], compare !== undefined, begun, words),
  );
  const units = chooseUnits(asked);
  const series = asked.map((one): TrendSeries => ({
    ...one,
    isDrawn: hasNumbers(one) && units.includes(one.unit),
    isFar: units.indexOf(one.unit) === 1,
    // What is counted stands as bars beside what is measured.
    kind: one.unit === 'count' && units.length === 2 ? undefined : 'line',
  }));
  return {
    grain,
    buckets,
    units,
    series,
    compare,
    isStacked: false,
    title: trendTitle(metrics, words),
    nameOf: (bucket) => words.formats.bucket(buckets[bucket]!, grain).long,
    nameBefore: (bucket) =>
      answer.previousBuckets?.[bucket] && words.formats.bucket(answer.previousBuckets[bucket], grain).long,
    partial: answer.partial ?? buckets.map(() => false),
    unfinished: edges.slice(1).map((end) => end > scope.now),
    marks: placeMarks(marks, buckets, grain, scope.range, words.formats),
  };
}

export function trendTitle(metrics: readonly string[], { messages, description }: Words): string {
  return metrics.map((metric) => metricWords(metric, messages, description).label).join(', ');
}

/** What has not begun is no zero. */
function toSeries(
  metric: string,
  place: number,
  numbers: MetricAnswer | undefined,
  isCompared: boolean,
  begun: number,
  { messages, description }: Words,
): TrendSeries {
  const definition = findDefinition(metric, description);
  return {
    id: metric,
    label: metricWords(metric, messages, description).label,
    token: SERIES_TOKENS[place] ?? OTHER_TOKEN,
    unit: definition?.unit ?? 'count',
    better: definition?.better ?? 'neither',
    total: numbers?.value ?? null,
    previousTotal: numbers?.previous,
    reason: numbers?.reason,
    values: (numbers?.byBucket ?? []).map((value, bucket) => (bucket < begun ? value : null)),
    before: isCompared ? (numbers?.previousByBucket ?? []) : undefined,
    isDrawn: true,
  };
}

/** The first two units that have a number; counts are on the near axis. */
function chooseUnits(series: readonly TrendSeries[]): TrendData['units'] {
  const units = [...new Set(series.filter(hasNumbers).map(({ unit }) => unit))].slice(0, 2);
  const [near = 'count', far] = units.includes('count')
    ? ['count' as const, ...units.filter((unit) => unit !== 'count')]
    : units;
  return far === undefined ? [near] : [near, far];
}

export function hasNumbers({ values, before = [] }: TrendSeries): boolean {
  return [...values, ...before].some((value) => value !== null);
}

/** What is drawn of the metrics that are shown: each, and behind it the compared range. */
export function toPlotSeries({ series }: TrendData, hidden: ReadonlySet<string>): PlotSeries[] {
  return series
    .filter(({ id, isDrawn }) => isDrawn && !hidden.has(id))
    .flatMap(({ id, token, values, before, kind, isFar }) => [
      { id, token, values, kind, isFar },
      // Over bars of its own colour nobody would see it.
      ...(before && !hidden.has(COMPARED)
        ? [
            {
              id: `${id}${COMPARED}`,
              token: kind ? token : 'text',
              values: before,
              kind: 'line' as const,
              isFar,
              isBefore: true,
            },
          ]
        : []),
    ]);
}

/** What a reader has to know before the lines. */
export function hintsOf({ series }: TrendData, { messages: { states, trend } }: Words): string[] {
  const missing = series
    .filter((one) => !hasNumbers(one))
    .map(({ label, reason }) => {
      const why =
        reason === 'no-data' ? states.noData : reason === 'no-dimension' ? states.noDimension : states.unmeasured;
      return series.length === 1 ? why : `${label}: ${why}`;
    });
  const undrawn = series.filter((one) => hasNumbers(one) && !one.isDrawn).map(({ label }) => label);
  return undrawn.length > 0 ? [...missing, fillText(trend.tableOnly, { metrics: undrawn.join(', ') })] : missing;
}
