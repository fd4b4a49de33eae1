/** Does something once a reader has paused: each new deed puts off the one before, leaving the document drops it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class DelayController implements ReactiveController {
  readonly #waitMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, waitMs: number) {
    this.#waitMs = waitMs;
    host.addController(this);
  }

  after(deed: () => void): void {
    this.drop();
    this.#timer = setTimeout(deed, this.#waitMs);
  }

  /** Puts off for good. */
  drop(): void {
    clearTimeout(this.#timer);
  }

  hostDisconnected(): void {
    this.drop();
  }
}
