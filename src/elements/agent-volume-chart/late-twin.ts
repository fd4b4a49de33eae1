/** Lets a long table that only screen readers read wait until its numbers have stood for a moment: laying it out costs more than the bars. */
import type { LitElement, ReactiveController } from 'lit';
import type { ChartData } from './chart-data.js';

/** Numbers that cost nothing to notice. */
const FEW = 400;
const STANDING_MS = 300;

export interface Twin {
  /** What it is about: the same answer is drawn once. */
  answer: unknown;
  data: ChartData;
  /** Says which range the numbers are of. */
  caption: string;
}

export class LateTwin implements ReactiveController {
  readonly #host: LitElement;
  #drawn: Twin | undefined;
  #next: Twin | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** What the table shows for now: of a long one the numbers before, `undefined` at first. */
  follow(twin: Twin, isShown: boolean): Twin | undefined {
    if (isShown || twin.data.buckets.length * twin.data.series.length <= FEW || twin.answer === this.#drawn?.answer) return this.#draw(twin);
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

  #draw(twin: Twin): Twin {
    this.#next = undefined;
    return (this.#drawn = twin);
  }
}
