/** Asks a source for metrics. */
import type { LitElement } from 'lit';
import type { MetricsAnswer, MetricsQuery } from '../core/query.js';
import { SourceQueryController, type Answered } from './source-query-controller.js';
import type { ResolvedScope, ScopeController } from './scope-controller.js';

export type MetricsAnswered = Answered<MetricsQuery, MetricsAnswer>;

/** The part of a question that every widget takes from its scope. */
export function toBaseQuery({
  range,
  compare,
  timeZone,
  weekStart,
  filters,
  nowText,
}: ResolvedScope): Omit<MetricsQuery, 'metrics'> {
  return {
    ...range,
    timeZone,
    weekStart,
    ...(compare && { compare }),
    ...(Object.keys(filters).length > 0 && { filters }),
    ...(nowText !== undefined && { now: nowText }),
  };
}

export class AnswerController extends SourceQueryController<MetricsQuery, MetricsAnswer> {
  constructor(host: LitElement, scope: ScopeController, toQuery: (scope: ResolvedScope) => MetricsQuery | undefined) {
    super(host, scope, {
      toQuery,
      ask: (source, query, signal) => source.query(query, { signal }),
      asOf: ({ asOf }) => asOf,
    });
  }
}
