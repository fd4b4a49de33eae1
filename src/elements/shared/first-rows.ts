/** Of a long page the rows that are seen come first, the others once these are painted: laying all of them out takes longer than a reader notices. */
import type { LitElement, ReactiveController } from 'lit';

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
