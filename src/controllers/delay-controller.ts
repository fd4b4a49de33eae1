/** Debounces: calls back once nothing new has come for a while. Leaving the document drops the call. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class DelayController implements ReactiveController {
  readonly #waitMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, waitMs: number) {
    this.#waitMs = waitMs;
    host.addController(this);
  }

  after(callback: () => void): void {
    this.drop();
    this.#timer = setTimeout(callback, this.#waitMs);
  }

  /** Forgets a call that is waiting. */
  drop(): void {
    clearTimeout(this.#timer);
  }

  hostDisconnected(): void {
    this.drop();
  }
}
