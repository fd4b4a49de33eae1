/** What the trend says: pure, from an answer to series on two axes. */
import type { MetricsAnswered } from '../../controllers/answer-controller.js';
import { fillText } from '../../core/format/formats.js';
import type { Mark } from '../../core/marks.js';
import type { Better, Unit } from '../../core/metrics/definition.js';
import type { DateRange, Grain, MetricAnswer } from '../../core/query.js';

import { findDefinition } from '../../core/metrics/find-definition.js';
import { type Words, metricWords, missingWord } from '../shared/words.js';
import { bucketEdges, toBucketData, type BucketData } from '../shared/chart/buckets.js';
import type { PlotSeries } from '../shared/chart/plot.js';
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

export interface TrendData extends BucketData {
  /** The metrics in words. */
  title: string;
  /** The bucket of the compared range that stands beside this one. */
  nameBefore: (bucket: number) => string | undefined;
  series: TrendSeries[];
  units: readonly [near: Unit, far?: Unit];
  compare: DateRange | undefined;
  isStacked: false;
}

/** Hides the compared range where it is among the hidden series. */
export const COMPARED = '\u0000compared';

export function toTrendData(answered: MetricsAnswered, words: Words, marks: readonly Mark[] = []): TrendData {
  const { compare, metrics } = answered.query;
  const { previousBuckets } = answered.answer;
  const data = toBucketData(answered, words, marks);
  const asked = toAllSeries(answered, data.grain, words);
  const units = chooseUnits(asked);
  const series = asked.map((one): TrendSeries => ({
    ...one,
    isDrawn: hasNumbers(one) && units.includes(one.unit),
    isFar: units.indexOf(one.unit) === 1,
    // What is counted stands as bars beside what is measured.
    kind: one.unit === 'count' && units.length === 2 ? undefined : 'line',
  }));
  return {
    ...data,
    units,
    series,
    compare,
    isStacked: false,
    title: trendTitle(metrics, words),
    nameBefore: (bucket) => previousBuckets?.[bucket] && words.formats.bucket(previousBuckets[bucket], data.grain).long,
  };
}

export function trendTitle(metrics: readonly string[], { messages, description }: Words): string {
  return metrics.map((metric) => metricWords(metric, messages, description).label).join(', ');
}

/** Buckets that have not begun have no number rather than zero. */
function toAllSeries({ answer, query, scope }: MetricsAnswered, grain: Grain, words: Words): TrendSeries[] {
  const edges = bucketEdges(grain, scope);
  const begun = edges.slice(0, -1).filter((start) => start <= scope.now).length;
  return query.metrics.map((metric, place) => {
    const { values, before, ...series } = toSeries(metric, place, answer.metrics[metric], words);
    return {
      ...series,
      values: values.map((value, bucket) => (bucket < begun ? value : null)),
      before: query.compare && before,
    };
  });
}

function toSeries(
  metric: string,
  place: number,
  numbers: MetricAnswer | undefined,
  { messages, description }: Words,
): TrendSeries {
  const { unit = 'count', better = 'neither' } = findDefinition(metric, description) ?? {};
  const { value = null, previous, byBucket = [], previousByBucket = [], reason } = numbers ?? {};
  return {
    id: metric,
    label: metricWords(metric, messages, description).label,
    token: SERIES_TOKENS[place] ?? OTHER_TOKEN,
    unit,
    better,
    total: value,
    previousTotal: previous,
    reason,
    values: byBucket,
    before: previousByBucket,
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

/** What a user has to know before the lines. */
export function hintsOf({ series }: TrendData, { messages }: Words): string[] {
  const missing = series
    .filter((one) => !hasNumbers(one))
    .map(({ label, reason }) =>
      series.length === 1 ? missingWord(reason, messages) : `${label}: ${missingWord(reason, messages)}`,
    );
  const undrawn = series.filter((one) => hasNumbers(one) && !one.isDrawn).map(({ label }) => label);
  return undrawn.length > 0
    ? [...missing, fillText(messages.trend.tableOnly, { metrics: undrawn.join(', ') })]
    : missing;
}
