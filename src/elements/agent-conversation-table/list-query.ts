/** What the table asks: the range and filters around it, or what a reader pointed at elsewhere. */
import { toBaseQuery } from '../../controllers/answer-controller.js';
import type { ResolvedScope } from '../../controllers/scope-controller.js';
import type { ConversationsQuery, MetricsQuery } from '../../core/query.js';
import { letsNothingPass, toSelectedList, toSelectedMetric, type Selection } from '../../core/selection.js';
import type { PageQuery } from '../../controllers/page-controller.js';

export type ListQuery = Omit<ConversationsQuery, 'page' | 'pageSize'>;
export type ListPage = PageQuery<ListQuery>;

/** `scope` is the selection's own where there is one. */
export function toListQuery(
  { range, timeZone, filters, nowText }: ResolvedScope,
  selection: Selection | undefined,
  search: string,
  sort: string,
): ListQuery {
  return {
    ...range,
    timeZone,
    sort,
    ...(Object.keys(filters).length > 0 && { filters }),
    ...(search.trim() && { search: search.trim() }),
    ...(selection && toSelectedList(selection, filters)),
    ...(nowText !== undefined && { now: nowText }),
  };
}

/** The number that was pointed at, for the same moment; `undefined` where nothing can pass. */
export function toValueQuery(scope: ResolvedScope, selection: Selection): MetricsQuery | undefined {
  return letsNothingPass(scope.filters)
    ? undefined
    : { ...toBaseQuery({ ...scope, compare: undefined }), ...toSelectedMetric(selection) };
}
