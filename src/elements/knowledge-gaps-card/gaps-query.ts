/** What the card asks, from its scope. */
import type { ResolvedScope } from '../../controllers/scope-controller.js';
import type { GapsQuery } from '../../core/query.js';

/** As many as a source gives, so that dismissing and showing more ask nothing. */
const MOST = 100;
export const NARROWED = 'unresolved-or-missed';

export function toGapsQuery({ range, timeZone, filters, nowText }: ResolvedScope, only: string): GapsQuery {
  return {
    ...range,
    timeZone,
    limit: MOST,
    only: only === NARROWED ? NARROWED : 'all',
    ...(Object.keys(filters).length > 0 && { filters }),
    ...(nowText !== undefined && { now: nowText }),
  };
}
