/** Lets a long table that only screen readers read wait until its numbers have stood for a moment: laying it out costs more than the chart. */
import type { LitElement, ReactiveController } from 'lit';

/** A table with no more cells than this is drawn at once. */
const MAX_CELLS_AT_ONCE = 400;
const WAIT_MS = 300;

export class DeferredDataTable<T> implements ReactiveController {
  /** What the table shows for now: of a long one the numbers before, `undefined` at first. */
  shown: T | undefined;
  readonly #host: LitElement;
  #answer: unknown;
  #next: { table: T; answer: unknown } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The newest table, of so many cells; `answer` is what it is about. A table that is seen does not wait. */
  follow(table: T, answer: unknown, cells: number, isSeen: boolean): void {
    if (isSeen || cells <= MAX_CELLS_AT_ONCE || answer === this.#answer) return this.#show(table, answer);
    if (answer !== this.#next?.answer) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#showNext(), WAIT_MS);
    }
    this.#next = { table, answer };
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#next = undefined;
  }

  #showNext(): void {
    if (!this.#next) return;
    this.#show(this.#next.table, this.#next.answer);
    this.#host.requestUpdate();
  }

  #show(table: T, answer: unknown): void {
    this.#next = undefined;
    this.shown = table;
    this.#answer = answer;
  }
}
