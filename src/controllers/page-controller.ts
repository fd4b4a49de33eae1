/** One page of a list: back to the first when the query changes, to the last when there are fewer pages than before. Relative times are redrawn as they age. */
import type { LitElement, ReactiveController } from 'lit';
import { lastGood } from './load.js';
import { RefreshController } from './refresh-controller.js';
import { type Answered, SourceQueryController } from './source-query-controller.js';
import type { ResolvedScope, ScopeController } from './scope-controller.js';
import type { ScopeProperties } from './scope-properties.js';
import type { ScopeSettings } from '../core/selection.js';
import type { Listed } from './open-record-controller.js';

const AGE_SECONDS = 30;
const MAX_ROWS = 200;
const DEFAULT_ROWS = 25;

export interface PageQuery<L> {
  list: L;
  /** From 1. */
  page: number;
  pageSize: number;
}

export interface RecordPage<R> {
  rows: R[];
  total: number;
}

export interface PageOptions<L, P> {
  settings: () => ScopeSettings | undefined;
  /** `undefined`: nothing to ask. */
  toList: (scope: ResolvedScope) => { list: L; pageSize: number } | undefined;
  ask: (
    source: NonNullable<ScopeProperties['source']>,
    query: L & { page: number; pageSize: number },
    signal: AbortSignal,
  ) => Promise<P>;
}

export class PageController<
  L extends object,
  R extends { id: string },
  P extends RecordPage<R>,
> implements ReactiveController {
  readonly answers: SourceQueryController<PageQuery<L>, P>;
  readonly #host: LitElement;
  readonly #rows: FirstRows<R>;
  #page = 1;
  #key: string | undefined;
  #tickedAt = 0;

  constructor(host: LitElement, scope: ScopeController, { settings, toList, ask }: PageOptions<L, P>) {
    this.#host = host;
    this.#rows = new FirstRows(host);
    this.answers = new SourceQueryController(host, scope, {
      settings,
      toQuery: (resolved) => {
        const asked = toList(resolved);
        return asked && this.#toPageQuery(asked);
      },
      ask: (source, { list, page, pageSize }, signal) => ask(source, { ...list, page, pageSize }, signal),
    });
    scope.onOtherSubject(() => (this.#page = 1));
    new RefreshController(
      host,
      () => (this.listed?.ids.length ? AGE_SECONDS : 0),
      () => {
        this.#tickedAt = Date.now();
        host.requestUpdate();
      },
    );
    // After the query, so that it sees the newest page.
    host.addController(this);
  }

  hostUpdate(): void {
    this.#rows.follow(this.last?.answer.rows ?? []);
  }

  /** The page that is shown, also while the next one loads. */
  get last(): Answered<PageQuery<L>, P> | undefined {
    return lastGood(this.answers.load)?.value;
  }

  /** The rows to draw by now. */
  get rows(): readonly R[] {
    return this.#rows.shown;
  }

  get listed(): Listed | undefined {
    const { last } = this;
    return (
      last && {
        ids: last.answer.rows.map(({ id }) => id),
        total: last.answer.total,
        page: last.query.page,
        pageSize: last.query.pageSize,
      }
    );
  }

  /** Relative times count from here, in epoch milliseconds: the answer's now, or the clock's since then. */
  get now(): number {
    const scope = this.last?.scope;
    return Math.max(scope?.now ?? 0, scope?.nowText === undefined ? this.#tickedAt : 0);
  }

  /** Also once more to the page that could not be loaded. */
  turnTo(page: number): void {
    if (page === this.#page && this.answers.load.kind === 'failed') this.answers.reload();
    this.#page = page;
    this.#host.requestUpdate();
  }

  #toPageQuery({ list, pageSize }: Omit<PageQuery<L>, 'page'>): PageQuery<L> {
    const key = JSON.stringify([list, pageSize]);
    const { listed } = this;
    if (key !== this.#key) this.#page = 1;
    else if (listed?.page === this.#page && listed.ids.length === 0)
      this.#page = Math.max(1, Math.ceil(listed.total / pageSize));
    this.#key = key;
    return { list, page: this.#page, pageSize };
  }
}

/** A number of rows that every source gives. */
export function toPageSize(rows: number): number {
  return Math.min(MAX_ROWS, Math.max(1, Math.trunc(rows) || DEFAULT_ROWS));
}

/** A page with no more rows than this is drawn at once. */
const MAX_ROWS_AT_ONCE = 30;
/** The lowest that a row can be, in pixels. */
const MIN_ROW_HEIGHT = 36;

/** Draws the rows of a long page that fit on the screen first and the others once these are painted: laying all of them out takes longer than a user notices. */
class FirstRows<R> implements ReactiveController {
  shown: readonly R[] = [];
  readonly #host: LitElement;
  #whole: readonly R[] | undefined;
  #coming: readonly R[] | undefined;
  #frame = 0;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The same list is shown whole from the second time on. */
  follow(rows: readonly R[]): void {
    const fitting = Math.ceil(innerHeight / MIN_ROW_HEIGHT);
    this.shown = rows;
    if (rows.length <= Math.max(MAX_ROWS_AT_ONCE, fitting) || rows === this.#whole) return;
    this.#coming = rows;
    this.#frame ||= requestAnimationFrame(() => setTimeout(() => this.#complete()));
    this.shown = rows.slice(0, fitting);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #complete(): void {
    this.#frame = 0;
    this.#whole = this.#coming;
    this.#host.requestUpdate();
  }
}
