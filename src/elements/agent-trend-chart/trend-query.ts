/** What the chart asks: its metrics by the grain that suits them. */
import { toBaseQuery } from '../../controllers/answer-controller.js';
import type { ResolvedScope } from '../../controllers/scope-controller.js';
import type { MetricsQuery, SourceDescription } from '../../core/query.js';
import { isBeforeData } from '../../core/time/data-span.js';
import { resolveGrain, resolveRateGrain } from '../../core/time/grain.js';
import { parseCalendarGrain } from '../shared/chart/buckets.js';
import { findDefinition, isAdditive } from '../../core/metrics/find-definition.js';

/** Throws a `RangeError` for a grain that no chart has. */
export function toTrendQuery(
  scope: ResolvedScope,
  metrics: string[],
  grain: string,
  described: SourceDescription | undefined,
): MetricsQuery {
  const compare =
    scope.compare && !isBeforeData(scope.compare, scope.timeZone, described?.first) ? scope.compare : undefined;
  const resolve = metrics.every((metric) => isAdditive(findDefinition(metric, described)))
    ? resolveGrain
    : resolveRateGrain;
  return { ...toBaseQuery({ ...scope, compare }), metrics, grain: resolve(parseCalendarGrain(grain), scope.range) };
}
