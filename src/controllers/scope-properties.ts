/** The attributes and properties that every widget has, declared once. Flat text, so that a CMS can hold them. */
import type { ComplexAttributeConverter, PropertyDeclarations } from 'lit';
import { parseFilters, formatFilters } from '../core/filters.js';
import { formatMarks, parseMarks, type Mark } from '../core/marks.js';
import type { Filters, WeekStart } from '../core/query.js';
import type { AgentData } from '../core/facts/agent-data.js';
import type { MetricsSource } from '../sources/metrics-source.js';

export interface ScopeProperties {
  /** Base URL of a metrics endpoint. */
  endpoint?: string | undefined;
  /** A token for the endpoint, never in markup; asked once more after a 401. Another callback is asked at once: with another token, all that was seen is forgotten. */
  getToken?: (() => Promise<string>) | undefined;
  /** Who asks, as an account's id. Where it is set, only another one forgets what was seen; a new `getToken` does not. */
  identity?: string | undefined;
  /** URL of a JSON or NDJSON file of facts, computed in the page. */
  dataSrc?: string | undefined;
  /** What a bare list behind `data-src` holds. Default `conversations`. */
  dataFact?: string | undefined;
  /** Facts, computed in the page. */
  data?: AgentData | undefined;
  /** Any `MetricsSource`. */
  source?: MetricsSource | undefined;
  /** A preset or `2026-06-01/2026-06-07`, both days included. Unset: the provider's, else `last-7-days`. */
  range?: string | undefined;
  /** `none`, `previous-period`, `previous-unit`, `previous-year` or two dates. Unset: the provider's, else `none`. */
  compare?: string | undefined;
  /** IANA zone. Unset: the provider's, the source's, else the browser's. */
  timeZone?: string | undefined;
  /** ISO weekday 1, 6 or 7. Unset: the provider's, else 1. */
  weekStart?: WeekStart | undefined;
  /** An instant that stands for now. Unset: the provider's, else the clock. */
  now?: string | undefined;
  /** Values per dimension; as an attribute `channel:web-chat,sms;status:routed`. */
  filters?: Filters | undefined;
  /** Dates with a name for the charts over time; as an attribute `2026-05-01:Spring sale;2026-05-12:New bot`. Unset: the provider's. */
  marks?: readonly Mark[] | undefined;
  /** Seconds between refreshes while visible. Unset: the provider's, else never. */
  refresh?: number | undefined;
  /** Replaces the default title. */
  heading?: string | undefined;
}

const filtersConverter: ComplexAttributeConverter<Filters | undefined> = {
  fromAttribute: (text) => (text === null ? undefined : orAsItIs(parseFilters, text)),
  toAttribute: (filters) => (filters === undefined ? null : formatFilters(filters)),
};

const marksConverter: ComplexAttributeConverter<readonly Mark[] | undefined> = {
  fromAttribute: (text) => (text === null ? undefined : orAsItIs(parseMarks, text)),
  toAttribute: (marks) => (marks === undefined ? null : formatMarks(marks)),
};

/** Text that cannot be read stays as it is, so that the widget says so rather than showing everything. */
function orAsItIs<T>(parse: (text: string) => T, text: string): T {
  try {
    return parse(text);
  } catch {
    return text as T;
  }
}

export const scopeProperties: PropertyDeclarations = {
  endpoint: {},
  getToken: { attribute: false },
  identity: { attribute: false },
  dataSrc: { attribute: 'data-src' },
  dataFact: { attribute: 'data-fact' },
  data: { attribute: false },
  source: { attribute: false },
  range: {},
  compare: {},
  timeZone: { attribute: 'time-zone' },
  weekStart: { attribute: 'week-start', type: Number },
  now: {},
  filters: { converter: filtersConverter },
  marks: { converter: marksConverter },
  refresh: { type: Number },
  heading: {},
};
