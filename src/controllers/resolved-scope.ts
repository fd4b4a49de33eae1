import type { DateRange, Filters, WeekStart } from '../core/query.js';

/** The dates a widget is about, once the source has said its zone. */
export interface ResolvedScope {
  range: DateRange;
  compare: DateRange | undefined;
  timeZone: string;
  weekStart: WeekStart;
  filters: Filters;
  /** Epoch milliseconds. */
  now: number;
  /** As the query carries it: only when something other than the clock was set. */
  nowText: string | undefined;
}
