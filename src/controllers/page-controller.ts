/** One page of the list: back to the first when the question changes, to the last when there are fewer pages than before. What it says of time grows older by itself. */
import type { LitElement, ReactiveController } from 'lit';
import { lastGood } from './load.js';
import { RefreshController } from './refresh-controller.js';
import { type Answered, SourceQueryController } from './source-query-controller.js';
import type { ResolvedScope, ScopeController } from './scope-controller.js';
import type { ScopeProperties } from './scope-properties.js';
import type { ScopeSettings } from '../core/selection.js';
import type { Listed } from './open-record-controller.js';

const AGE_SECONDS = 30;
const MOST_ROWS = 200;
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

export class PageController<L extends object, R extends { id: string }, P extends RecordPage<R>> {
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
        return asked && this.#toQuestion(asked);
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
  }

  /** The page that is shown, also while the next one loads. */
  get last(): Answered<PageQuery<L>, P> | undefined {
    return lastGood(this.answers.load)?.value;
  }

  /** The rows to draw by now. */
  get rows(): readonly R[] {
    return this.#rows.of(this.last?.answer.rows ?? []);
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

  /** Epoch milliseconds that times are told from: those of the answer, or of the clock since. */
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

  #toQuestion({ list, pageSize }: Omit<PageQuery<L>, 'page'>): PageQuery<L> {
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
  return Math.min(MOST_ROWS, Math.max(1, Math.trunc(rows) || DEFAULT_ROWS));
}

/** Of a long page the rows that are seen come first, the others once these are painted: laying all of them out takes longer than a reader notices. */

/** A page of so many comes at once. */
const FEW = 30;
/** Shortest row, in pixels. */
const ROW_HEIGHT = 36;

export class FirstRows<R> implements ReactiveController {
  readonly #host: LitElement;
  #whole: readonly R[] | undefined;
  #coming: readonly R[] | undefined;
  #frame = 0;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The same list is shown whole from the second time on. */
  of(rows: readonly R[]): readonly R[] {
    const seen = Math.ceil(innerHeight / ROW_HEIGHT);
    if (rows.length <= Math.max(FEW, seen) || rows === this.#whole) return rows;
    this.#coming = rows;
    this.#frame ||= requestAnimationFrame(() => setTimeout(() => this.#complete()));
    return rows.slice(0, seen);
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
