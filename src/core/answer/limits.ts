/** Refuses what no engine should be asked: unknown names, impossible ranges, answers too large for a page. */
import { parseFilters } from '../filters.js';
import { customDimensions } from '../custom-columns.js';
import type { DateRange, MetricsQuery } from '../query.js';
import { inParameter, QueryError } from '../query-error.js';
import { parseCalendarDate } from '../time/calendar.js';
import { countBuckets, countSegments } from '../time/buckets.js';
import { parseGrain } from '../time/grain.js';
import { parseInstant } from '../time/instant.js';
import { checkRange } from '../time/range.js';
import { parseTimeZone } from '../time/zone.js';
import type { EngineFacts } from './engine.js';
import { requireDimension } from '../tables/all-tables.js';
import { filterDimension } from './where.js';

export interface QueryLimits {
  metrics: number;
  buckets: number;
  groups: number;
  cells: number;
}

export const DEFAULT_LIMITS: QueryLimits = { metrics: 40, buckets: 4000, groups: 1000, cells: 200_000 };

/** Maximum number of segments, about 30 years of hours. */
const MAX_SEGMENTS = 270_000;

type Scope = DateRange & Pick<MetricsQuery, 'timeZone' | 'filters' | 'now'>;

/** Returns now, epoch milliseconds. Throws a `QueryError` that names the field and the value. */
export function checkQuery(query: MetricsQuery, facts: EngineFacts, limits: QueryLimits, clock: () => number): number {
  if (!Array.isArray(query.metrics) || query.metrics.length === 0)
    throw new QueryError('metrics', 'A query names at least one metric, as in metrics: ["total-volume"].');
  atMost('metrics', 'metrics', query.metrics.length, limits.metrics);
  const now = checkScope(query, facts, clock);
  const { compare, weekStart, groupBy, limit } = query;
  if (compare) inParameter('compare', () => checkRange(compare));
  if (weekStart !== undefined && ![1, 6, 7].includes(weekStart))
    throw new QueryError('weekStart', `weekStart is ${weekStart}. Use the ISO weekday 1, 6 or 7.`);
  if (groupBy !== undefined) inParameter('groupBy', () => requireDimension(groupBy, customDimensions(facts.columns)));
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1))
    throw new QueryError('limit', `limit is ${limit}. Use a whole number from 1 to ${limits.groups}.`);
  if (query.grain !== undefined) checkBuckets(query, query.grain, limits);
  return now;
}

/** What every question has: a range, a zone, filters and a now. */
export function checkScope(query: Scope, facts: EngineFacts, clock: () => number): number {
  if (typeof query !== 'object' || query === null)
    throw new QueryError(
      'from',
      `${String(query)} is no question. Name a range and a zone, as in { from: "2026-06-01", to: "2026-06-30", timeZone: "Europe/Berlin" }.`,
    );
  const { timeZone, now } = query;
  inParameter('timeZone', () => parseTimeZone(timeZone));
  inParameter('from', () => parseCalendarDate(query.from));
  inParameter('to', () => parseCalendarDate(query.to));
  inParameter('from', () => checkRange(query));
  inParameter('filters', () => {
    for (const name of Object.keys(parseFilters(query.filters)))
      requireDimension(filterDimension(name), customDimensions(facts.columns));
  });
  return now === undefined ? clock() : inParameter('now', () => parseInstant(now));
}

export function checkCells(query: MetricsQuery, groups: number, buckets: number, limits: QueryLimits): void {
  atMost('groupBy', 'cells', query.metrics.length * Math.max(1, groups) * Math.max(1, buckets), limits.cells);
}

function checkBuckets(query: MetricsQuery, asked: string, limits: QueryLimits): void {
  const grain = inParameter('grain', () => parseGrain(asked));
  for (const { from, to } of [query, query.compare].filter((range) => range !== undefined)) {
    const cut = { from, to, timeZone: query.timeZone, grain, weekStart: query.weekStart ?? 1 } as const;
    atMost('grain', 'buckets', countBuckets(cut), limits.buckets);
    // A folded grain has few buckets but cuts the range as finely as an unfolded one.
    if (countSegments(cut) > MAX_SEGMENTS)
      throw new QueryError(
        'grain',
        `The range ${from}/${to} is too long for the grain "${grain}". Use a range of up to 30 years.`,
      );
  }
}

/** Throws a `QueryError` that names the parameter. */
export function atMost(parameter: string, what: keyof QueryLimits, asked: number, limit: number): void {
  if (asked > limit)
    throw new QueryError(
      parameter,
      `The query asks for ${asked} ${what}; the limit is ${limit}. Use a shorter range, a coarser grain, or fewer metrics or groups.`,
    );
}
