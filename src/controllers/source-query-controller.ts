/** A widget's query to its source, made from the scope and asked again whenever the scope changes. */
import type { LitElement } from 'lit';
import type { ScopeSettings } from '../core/selection.js';
import { formatInstant, parseInstant } from '../core/time/instant.js';
import type { MetricsSource } from '../sources/metrics-source.js';
import { type Load, type Loaded, lastGood } from './load.js';
import { AgentLoadEvent, toErrorEvent } from './load-events.js';
import { QueryController } from './query-controller.js';
import { isRefusal, noteFailure } from './refusals.js';
import type { ResolvedScope, ScopeController } from './scope-controller.js';
import { dedupe, sourceKey } from './request-dedupe.js';

/** An answer together with what it is about, since the scope may have moved on by the time it is drawn. */
export interface Answered<Q, A> {
  answer: A;
  query: Q;
  scope: ResolvedScope;
}

interface SourceQueryOptions<Q, A> {
  /** Takes the place of the widget's settings and those around it. */
  settings?: () => ScopeSettings | undefined;
  /** Plain data: equal data are the same query. `undefined`: nothing to ask. An error thrown is shown as the answer's failure. */
  toQuery: (scope: ResolvedScope) => Q | undefined;
  ask: (source: MetricsSource, query: Q, signal: AbortSignal) => Promise<A>;
  /** The instant up to which an answer reaches. Unset: the last fact in the source's description. */
  asOf?: (answer: A) => string;
  /** The query is about a single record: that it is refused says nothing about the others. */
  isAboutOne?: boolean;
}

type Question<Q> = { source: MetricsSource; query: Q; scope: ResolvedScope; version: string } | { error: unknown };

export class SourceQueryController<Q, A> {
  readonly scope: ScopeController;
  readonly #options: SourceQueryOptions<Q, A>;
  readonly #query: QueryController<Question<Q>, Answered<Q, A>>;
  /** Why this query alone was refused. */
  #refusal: unknown;

  constructor(host: LitElement, scope: ScopeController, options: SourceQueryOptions<Q, A>) {
    this.scope = scope;
    this.#options = options;
    this.#query = new QueryController<Question<Q>, Answered<Q, A>>(host, {
      question: () => this.#question(),
      keyOf: (question) =>
        'error' in question
          ? String(question.error)
          : `${question.version} ${sourceKey(question.source)} ${JSON.stringify(question.query)}`,
      // An invalid query is about the same subject.
      subjectOf: () => this.scope.subject,
      ask: (question, signal) => this.#answer(question, signal),
      onReady: ({ answer, scope: { now } }) =>
        host.dispatchEvent(new AgentLoadEvent(options.asOf?.(answer) ?? lastUpTo(this.scope.described?.last, now))),
      onFailed: (error, last, question) => {
        host.dispatchEvent(toErrorEvent(error));
        const isForgotten = scope.source && noteFailure(scope.source, error, this.#wasAnswered(question, last));
        this.#refusal = !isForgotten && isRefusal(error) ? error : undefined;
      },
    });
    scope.queries.add(this);
  }

  get load(): Load<Answered<Q, A>> {
    const described = this.scope.description.load;
    // Without a description there is no query; its failure is this widget's.
    return described.kind === 'failed' && !described.last
      ? { kind: 'failed', error: described.error }
      : this.#query.load;
  }

  /** The user may not see this answer, whatever else they may see: asking again does not help. */
  get isRefused(): boolean {
    const { load } = this.#query;
    return load.kind === 'failed' && this.#refusal !== undefined && load.error === this.#refusal;
  }

  /** The newest good answer. */
  get last(): Answered<Q, A> | undefined {
    return lastGood(this.load)?.value;
  }

  reload(): void {
    if (this.scope.description.load.kind === 'failed') this.scope.reloadDescription();
    this.#query.reload();
  }

  /** Asks the same again, unless it is being asked or was refused. */
  refresh(): void {
    if (!this.isRefused) this.#query.refresh();
  }

  /** Drops what is known. */
  forget(error: unknown): void {
    this.#refusal = undefined;
    this.#query.forget(error);
  }

  /** An answer to another query says nothing about who may see this one. */
  #wasAnswered(question: Question<Q>, last: Loaded<Answered<Q, A>> | undefined): boolean {
    if (!last || 'error' in question || this.#options.isAboutOne) return false;
    return JSON.stringify(last.value.query) === JSON.stringify(question.query);
  }

  #question(): Question<Q> | undefined {
    const { source } = this.scope;
    if (!source || !this.scope.described) return undefined;
    try {
      const scope = this.scope.resolve(this.#options.settings?.());
      const query = scope && this.#options.toQuery(scope);
      return scope && query && { source, query, scope, version: this.scope.version };
    } catch (error) {
      return { error };
    }
  }

  async #answer(question: Question<Q>, signal: AbortSignal): Promise<Answered<Q, A>> {
    if ('error' in question) throw markInvalidQuery(question.error);
    const { source, query, scope } = question;
    return {
      answer: await this.#options.ask(dedupe(source, this.scope.provided?.version ?? 0), query, signal),
      query,
      scope,
    };
  }
}

/** The last fact in a source's description, but not after now; empty if there is none. */
function lastUpTo(last: string | null | undefined, now: number): string {
  return last == null ? '' : formatInstant(Math.min(parseInstant(last), now));
}

/** Errors of invalid queries, as one about a range that does not exist: asking again does not help. */
const invalidQueries = new WeakSet<Error>();

/** Returns the error. */
function markInvalidQuery(error: unknown): unknown {
  if (error instanceof Error) invalidQueries.add(error);
  return error;
}

export function isInvalidQuery(error: unknown): boolean {
  return error instanceof Error && invalidQueries.has(error);
}
