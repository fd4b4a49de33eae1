/** A widget's question to its source, made from the scope and asked again whenever the scope changes. */
import type { LitElement } from 'lit';
import type { MetricsAnswer, MetricsQuery } from '../core/query.js';
import type { MetricsSource } from '../sources/metrics-source.js';
import type { Load } from './load.js';
import { AgentLoadEvent, toErrorEvent } from './load-events.js';
import { QueryController } from './query-controller.js';
import type { ResolvedScope, ScopeController } from './scope-controller.js';

/** An answer together with what it is about, since the scope may have moved on by the time it is drawn. */
export interface Answered {
  answer: MetricsAnswer;
  query: MetricsQuery;
  scope: ResolvedScope;
}

type Question = { source: MetricsSource; query: MetricsQuery; scope: ResolvedScope } | { error: unknown };

/** The part of a query that every widget takes from its scope. */
export function toBaseQuery({ range, compare, timeZone, weekStart, filters, nowText }: ResolvedScope): Omit<MetricsQuery, 'metrics'> {
  return {
    ...range, timeZone, weekStart,
    ...(compare && { compare }),
    ...(Object.keys(filters).length > 0 && { filters }),
    ...(nowText !== undefined && { now: nowText }),
  };
}

export class AnswerController {
  readonly scope: ScopeController;
  readonly #toQuery: (scope: ResolvedScope) => MetricsQuery;
  readonly #query: QueryController<Question, Answered>;

  constructor(host: LitElement, scope: ScopeController, toQuery: (scope: ResolvedScope) => MetricsQuery) {
    this.scope = scope;
    this.#toQuery = toQuery;
    this.#query = new QueryController<Question, Answered>(host, {
      question: () => this.#question(),
      keyOf: (question) => ('error' in question ? String(question.error) : `${sourceKey(question.source)} ${JSON.stringify(question.query)}`),
      // What is wrong with a question is about the same source.
      subjectOf: () => this.scope.source,
      ask: answer,
      onReady: (answered) => host.dispatchEvent(new AgentLoadEvent(answered.answer.asOf)),
      onFailed: (error) => host.dispatchEvent(toErrorEvent(error)),
    });
  }

  get load(): Load<Answered> {
    const described = this.scope.description.load;
    // Without a description there is no question; its failure is this widget's.
    return described.kind === 'failed' && !described.last ? { kind: 'failed', error: described.error } : this.#query.load;
  }

  reload(): void {
    if (this.scope.description.load.kind === 'failed') this.scope.reloadDescription();
    this.#query.reload();
  }

  #question(): Question | undefined {
    const { source } = this.scope;
    if (!source || !this.scope.described) return undefined;
    try {
      const scope = this.scope.resolve();
      return scope && { source, query: this.#toQuery(scope), scope };
    } catch (error) {
      return { error };
    }
  }
}

async function answer(question: Question, signal: AbortSignal): Promise<Answered> {
  if ('error' in question) throw question.error;
  const { source, query, scope } = question;
  return { answer: await source.query(query, { signal }), query, scope };
}

const keys = new WeakMap<MetricsSource, number>();
let lastKey = 0;

function sourceKey(source: MetricsSource): number {
  const key = keys.get(source) ?? ++lastKey;
  keys.set(source, key);
  return key;
}
