/** What a bar stands for, as its event tells it. */
import type { ResolvedScope } from '../../controllers/scope-controller.js';
import type { CalendarGrain } from '../../core/query.js';
import type { Selection } from '../../core/selection.js';
import { toBuckets } from '../../core/time/buckets.js';
import { formatInstant } from '../../core/time/instant.js';
import type { ChartData } from './chart-data.js';

export interface BarDetail {
  bucket: string;
  /** Half open instants. */
  from: string;
  to: string;
  groupBy: string | undefined;
  group: string | undefined;
  metric: string;
  isRest: boolean;
}

export function describeBar(data: ChartData, bucket: number, series: string | undefined, { range, timeZone, weekStart, now }: ResolvedScope): BarDetail {
  const { edges } = toBuckets({ ...range, timeZone, weekStart, grain: data.grain, now });
  const chosen = data.series.find(({ id }) => id === series);
  return {
    bucket: data.buckets[bucket]!, from: formatInstant(edges[bucket]!), to: formatInstant(edges[bucket + 1]!), metric: data.metric,
    groupBy: chosen && !data.isUngrouped ? data.groupBy : undefined, group: chosen?.key, isRest: chosen !== undefined && !data.isUngrouped && chosen.key === undefined,
  };
}

/** The conversations behind a bar or a piece of it. */
export function toBarSelection({ series, grain }: ChartData, { bucket: label, from, to, metric, groupBy, group, isRest }: BarDetail): Pick<Selection, 'metric' | 'bucket' | 'group'> {
  const keys = series.flatMap(({ key }) => key ?? []);
  return {
    metric, bucket: { label, grain: grain as CalendarGrain, from, to },
    ...(groupBy !== undefined && { group: { dimension: groupBy, values: isRest ? keys : [group!], isRest } }),
  };
}
