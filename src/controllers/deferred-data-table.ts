/** Lets a long table that only screen readers read wait until its numbers have stood for a moment: laying it out costs more than the chart. */
import type { LitElement, ReactiveController } from 'lit';

/** Numbers that cost nothing to notice. */
const FEW = 400;
const STANDING_MS = 300;

interface Rows {
  buckets: readonly unknown[];
  series: readonly unknown[];
}

export interface Twin<D extends Rows> {
  /** What it is about: the same answer is drawn once. */
  answer: unknown;
  data: D;
  /** Says which range the numbers are of. */
  caption: string;
}

export class DeferredDataTable<D extends Rows> implements ReactiveController {
  readonly #host: LitElement;
  #drawn: Twin<D> | undefined;
  #next: Twin<D> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** What the table shows for now: of a long one the numbers before, `undefined` at first. */
  follow(twin: Twin<D>, isShown: boolean): Twin<D> | undefined {
    if (isShown || twin.data.buckets.length * twin.data.series.length <= FEW || twin.answer === this.#drawn?.answer)
      return this.#draw(twin);
    if (twin.answer !== this.#next?.answer) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#turn(), STANDING_MS);
    }
    this.#next = twin;
    return this.#drawn;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#next = undefined;
  }

  #turn(): void {
    if (!this.#next) return;
    this.#draw(this.#next);
    this.#host.requestUpdate();
  }

  #draw(twin: Twin<D>): Twin<D> {
    this.#next = undefined;
    return (this.#drawn = twin);
  }
}
