/** What a bar stands for, as its event tells it. */
import type { ResolvedScope } from '../../controllers/scope-controller.js';
import type { CalendarGrain } from '../../core/query.js';
import type { Selection } from '../../core/selection.js';
import { bucketAt } from '../shared/chart/buckets.js';
import type { ChartData, Series } from './chart-data.js';

interface BarDetail {
  bucket: string;
  /** Half open instants. */
  from: string;
  to: string;
  groupBy: string | undefined;
  group: string | undefined;
  metric: string;
  isRest: boolean;
}

export function describeBar(
  data: ChartData,
  bucket: number,
  series: string | undefined,
  scope: ResolvedScope,
): BarDetail {
  const { label, from, to } = bucketAt(data, bucket, scope);
  const chosen = data.series.find(({ id }) => id === series);
  return {
    bucket: label,
    from,
    to,
    metric: data.metric,
    groupBy: chosen && !data.isUngrouped ? data.groupBy : undefined,
    group: chosen?.key,
    isRest: chosen !== undefined && !data.isUngrouped && chosen.key === undefined,
  };
}

/** The conversations behind a bar or a piece of it; `hidden` series are not part of the bar. */
export function toBarSelection(
  data: ChartData,
  bar: BarDetail,
  hidden: ReadonlySet<string>,
): Pick<Selection, 'metric' | 'bucket' | 'group'> {
  const { bucket: label, from, to, metric } = bar;
  const group =
    bar.groupBy === undefined
      ? visibleGroups(data, hidden)
      : { dimension: bar.groupBy, values: bar.isRest ? keysOf(data.series) : [bar.group!], isRest: bar.isRest };
  return { metric, bucket: { label, grain: data.grain as CalendarGrain, from, to }, ...(group && { group }) };
}

/** What a whole bar is made of while some of its series are hidden; `undefined`: everything. */
function visibleGroups(
  { series, groupBy: dimension, isUngrouped, isStacked }: ChartData,
  hidden: ReadonlySet<string>,
): Selection['group'] {
  const visible = series.filter(({ id }) => !hidden.has(id));
  if (isUngrouped || !isStacked || visible.length === series.length) return undefined;
  const isRest = visible.some(({ key }) => key === undefined);
  return { dimension, values: keysOf(isRest ? series.filter(({ id }) => hidden.has(id)) : visible), isRest };
}

const keysOf = (series: readonly Series[]): string[] => series.flatMap(({ key }) => key ?? []);
