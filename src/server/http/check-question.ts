/** Refuses questions that are too large before an engine begins with them. */
import { isTimeZone } from '../../contract/wire-schemas.js';
import { atMost, DEFAULT_LIMITS } from '../../core/answer/limits.js';
import type { ConversationsQuery, DateRange, Filters, MetricsAnswer, MetricsQuery } from '../../core/query.js';
import { QueryError } from '../../core/query-error.js';
import { countBuckets } from '../../core/time/buckets.js';
import { daysBetween, isCalendarDate } from '../../core/time/calendar.js';
import type { ResolvedLimits } from './handler-limits.js';

type Scope = DateRange & { timeZone: string; filters?: Filters };

/** What is no date or zone is left to the engine, which says so. */
export function checkScopeSize({ from, to, filters = {} }: Scope, limits: ResolvedLimits): void {
  checkDays('from', { from, to }, limits);
  const values = Object.values(filters).reduce((sum, list) => sum + 1 + list.length, 0);
  if (values > limits.filters)
    throw new QueryError('filters', `The filters have ${values} names and values. Use up to ${limits.filters}.`);
}

/** Groups come at most so many at a time, then the rest. */
export function checkMetricsQuery(query: MetricsQuery, limits: ResolvedLimits): MetricsQuery {
  checkScopeSize(query, limits);
  const { metrics, compare, groupBy, limit } = query;
  atMost('metrics', 'metrics', metrics.length, limits.metrics);
  if (compare) checkDays('compare', compare, limits);
  for (const range of compare ? [query, compare] : [query])
    atMost('grain', 'buckets', bucketCount(query, range), limits.buckets);
  const isNarrower = groupBy !== undefined && limits.groups < DEFAULT_LIMITS.groups;
  return isNarrower ? { ...query, limit: Math.min(limit ?? limits.groups, limits.groups) } : query;
}

export function checkConversationsQuery(query: ConversationsQuery, limits: ResolvedLimits): ConversationsQuery {
  checkScopeSize(query, limits);
  const { search = '', ids = [] } = query;
  if (search.length > limits.search)
    throw new QueryError('search', `search has ${search.length} characters. Use up to ${limits.search}.`);
  if (ids.length > limits.ids)
    throw new QueryError('ids', `ids is a list of ${ids.length}. Use a list of up to ${limits.ids} texts.`);
  return query;
}

/** How many groups there are is known only with the answer. */
export function checkAnswerSize(answer: MetricsAnswer, limits: ResolvedLimits): MetricsAnswer {
  const cells = Object.keys(answer.metrics).length * (answer.groups?.length || 1) * (answer.buckets?.length || 1);
  atMost('groupBy', 'cells', cells, limits.cells);
  return answer;
}

function bucketCount({ grain, timeZone, weekStart = 1 }: MetricsQuery, { from, to }: DateRange): number {
  if (!grain || !isTimeZone(timeZone) || !isRange({ from, to })) return 0;
  return countBuckets({ from, to, timeZone, grain, weekStart });
}

function checkDays(parameter: string, range: DateRange, { days }: ResolvedLimits): void {
  const asked = isRange(range) ? daysBetween(range.from, range.to) + 1 : 0;
  if (asked > days)
    throw new QueryError(parameter, `The range ${range.from}/${range.to} has ${asked} days. Use up to ${days}.`);
}

const isRange = ({ from, to }: DateRange): boolean => isCalendarDate(from) && isCalendarDate(to) && from <= to;
