/** What the table asks: the range and filters around it, or what a reader pointed at elsewhere. */
import type { ResolvedScope } from '../../controllers/scope-controller.js';
import type { ConversationsQuery, MetricsQuery } from '../../core/query.js';
import { toSelectedList, toSelectedMetric, toSelectedScope, type Selection } from '../../core/selection.js';

export type ListQuery = Omit<ConversationsQuery, 'page' | 'pageSize'>;

const MOST_ROWS = 200;
const DEFAULT_ROWS = 25;

export function toListQuery(scope: ResolvedScope, selection: Selection | undefined, search: string, sort: string): ListQuery {
  const { range, timeZone, filters } = selection ? toSelectedScope(scope, selection) : scope;
  return {
    ...range, timeZone, sort,
    ...(Object.keys(filters).length > 0 && { filters }),
    ...(search.trim() && { search: search.trim() }),
    ...(selection && toSelectedList(selection)),
    ...(scope.nowText !== undefined && { now: scope.nowText }),
  };
}

/** The number that was pointed at, for the same moment. */
export function toValueQuery(scope: ResolvedScope, selection: Selection): MetricsQuery {
  return { ...toSelectedMetric(selection, toSelectedScope(scope, selection), scope.weekStart), ...(scope.nowText !== undefined && { now: scope.nowText }) };
}

/** A number of rows that every source gives. */
export function toPageSize(rows: number): number {
  return Math.min(MOST_ROWS, Math.max(1, Math.trunc(rows) || DEFAULT_ROWS));
}
