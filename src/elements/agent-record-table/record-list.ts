/** What the table asks: the records behind its metric, or behind what a reader pointed at elsewhere. */
import type { ResolvedScope } from '../../controllers/scope-controller.js';
import type { RecordsQuery } from '../../core/query.js';
import type { Selection } from '../../core/selection.js';

export type RecordList = Omit<RecordsQuery, 'page' | 'pageSize'>;

/** `scope` is the selection's own where there is one; one without a metric is of conversations. */
export function toRecordList(
  { range, timeZone, filters, nowText }: ResolvedScope,
  selection: Selection | undefined,
  metric: string,
  sort: string,
): RecordList {
  const bucket = selection?.bucket;
  return {
    ...range,
    timeZone,
    sort,
    metric: selection ? (selection.metric ?? 'total-volume') : metric,
    ...(Object.keys(filters).length > 0 && { filters }),
    ...(bucket && { fromInstant: bucket.from, toInstant: bucket.to }),
    ...(nowText !== undefined && { now: nowText }),
  };
}
