/** What a reader did. Events bubble out of shadow roots; the cancelable ones leave the deed to the host when it calls `preventDefault()`. */
import type { Filters } from '../../core/query.js';

const OUTWARD = { bubbles: true, composed: true } as const;

/** The reader chose a range or a comparison. `from` and `to` are its dates, both included. */
export class AgentRangeChangeEvent extends Event {
  readonly range: string;
  readonly from: string;
  readonly to: string;
  readonly compare: string;
  constructor(detail: { range: string; from: string; to: string; compare: string }) {
    super('agent-range-change', OUTWARD);
    ({ range: this.range, from: this.from, to: this.to, compare: this.compare } = detail);
  }
}

/** The reader changed the filters. */
export class AgentFiltersChangeEvent extends Event {
  readonly filters: Filters;
  constructor(filters: Filters) {
    super('agent-filters-change', OUTWARD);
    this.filters = filters;
  }
}

/** The reader grouped a chart by another dimension. */
export class AgentGroupChangeEvent extends Event {
  readonly groupBy: string;
  constructor(groupBy: string) {
    super('agent-group-change', OUTWARD);
    this.groupBy = groupBy;
  }
}

/** The reader activated a tile. */
export class AgentKpiSelectEvent extends Event {
  readonly metric: string;
  constructor(metric: string) {
    super('agent-kpi-select', { ...OUTWARD, cancelable: true });
    this.metric = metric;
  }
}

/** The reader activated a bar. `from` and `to` are instants, half open; `group` is unset for a bar that is not grouped. */
export class AgentBarSelectEvent extends Event {
  readonly bucket: string;
  readonly from: string;
  readonly to: string;
  readonly groupBy: string | undefined;
  readonly group: string | undefined;
  readonly metric: string;
  /** The bar is what other groups make together; `group` is unset then. */
  readonly isRest: boolean;
  constructor(detail: { bucket: string; from: string; to: string; groupBy: string | undefined; group: string | undefined; metric: string; isRest: boolean }) {
    super('agent-bar-select', { ...OUTWARD, cancelable: true });
    ({ bucket: this.bucket, from: this.from, to: this.to, groupBy: this.groupBy, group: this.group, metric: this.metric, isRest: this.isRest } = detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'agent-range-change': AgentRangeChangeEvent;
    'agent-filters-change': AgentFiltersChangeEvent;
    'agent-group-change': AgentGroupChangeEvent;
    'agent-kpi-select': AgentKpiSelectEvent;
    'agent-bar-select': AgentBarSelectEvent;
  }
}
