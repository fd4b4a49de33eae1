/** Refuses what no engine should be asked: unknown names, impossible ranges, answers too large for a page. */
import { parseFilters } from '../filters.js';
import type { MetricsQuery } from '../query.js';
import { countBuckets, countSegments } from '../time/buckets.js';
import { parseGrain } from '../time/grain.js';
import { parseInstant } from '../time/instant.js';
import { checkRange } from '../time/range.js';
import { parseTimeZone } from '../time/zone.js';
import type { EngineFacts } from './engine.js';
import { requireDimension } from './fact-schema.js';
import { filterDimension } from './where.js';

export interface QueryLimits {
  metrics: number;
  buckets: number;
  groups: number;
  cells: number;
}

const MOST_SEGMENTS = 270_000;

export const DEFAULT_LIMITS: QueryLimits = { metrics: 40, buckets: 4000, groups: 1000, cells: 200_000 };

/** Returns the query's now. Throws a `RangeError` or `TypeError` that names the value. */
export function checkQuery(query: MetricsQuery, facts: EngineFacts, limits: QueryLimits, clock: () => number): number {
  if (!Array.isArray(query.metrics) || query.metrics.length === 0) throw new TypeError('A query names at least one metric, as in metrics: ["total-volume"].');
  atMost('metrics', query.metrics.length, limits.metrics);
  const now = checkScope(query, facts, clock);
  if (query.compare) checkRange(query.compare);
  if (query.weekStart !== undefined && ![1, 6, 7].includes(query.weekStart)) throw new RangeError(`weekStart is ${query.weekStart}. Use the ISO weekday 1, 6 or 7.`);
  if (query.groupBy !== undefined) requireDimension(query.groupBy, facts.ownDimensions);
  if (query.limit !== undefined && !(Number.isInteger(query.limit) && query.limit >= 1)) throw new RangeError(`limit is ${query.limit}. Use a whole number from 1 to ${limits.groups}.`);
  if (query.grain !== undefined) checkBuckets(query, limits);
  return now;
}

/** What every question has: a range, a zone, filters and a now. */
export function checkScope(query: Pick<MetricsQuery, 'from' | 'to' | 'timeZone' | 'filters' | 'now'>, facts: EngineFacts, clock: () => number): number {
  parseTimeZone(query.timeZone);
  checkRange(query);
  for (const name of Object.keys(parseFilters(query.filters))) requireDimension(filterDimension(name), facts.ownDimensions);
  return query.now === undefined ? clock() : parseInstant(query.now);
}

export function checkCells(query: MetricsQuery, groups: number, buckets: number, limits: QueryLimits): void {
  atMost('cells', query.metrics.length * Math.max(1, groups) * Math.max(1, buckets), limits.cells);
}

function checkBuckets(query: MetricsQuery, limits: QueryLimits): void {
  const grain = parseGrain(query.grain!);
  for (const range of [query, query.compare].filter((one) => one !== undefined)) {
    const cut = { from: range.from, to: range.to, timeZone: query.timeZone, grain, weekStart: query.weekStart ?? 1 } as const;
    atMost('buckets', countBuckets(cut), limits.buckets);
    // A folded grain has few buckets but cuts the range as finely as an unfolded one.
    if (countSegments(cut) > MOST_SEGMENTS) throw new RangeError(`The range ${range.from}/${range.to} is too long for the grain "${grain}". Use a range of up to 30 years.`);
  }
}

function atMost(what: keyof QueryLimits, asked: number, limit: number): void {
  if (asked > limit) throw new RangeError(`The query asks for ${asked} ${what}; the limit is ${limit}. Use a shorter range, a coarser grain, or fewer metrics or groups.`);
}
