/** Ticks at an interval while the page is visible and the host is connected. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const SHORTEST_SECONDS = 1;
// A timer holds 31 bits of milliseconds; beyond, it would fire at once and for ever.
const LONGEST_SECONDS = 2_147_483;

export class RefreshController implements ReactiveController {
  readonly #seconds: () => number;
  readonly #tick: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #running = 0;
  #isConnected = false;
  readonly #onVisibility = () => this.#schedule();

  /** `seconds` of 0 or less: never. */
  constructor(host: ReactiveControllerHost, seconds: () => number, tick: () => void) {
    this.#seconds = seconds;
    this.#tick = tick;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
    document.addEventListener('visibilitychange', this.#onVisibility);
  }

  hostUpdated(): void {
    // Lit also updates an element that has left the document.
    if (this.#isConnected && this.#seconds() !== this.#running) this.#schedule();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    document.removeEventListener('visibilitychange', this.#onVisibility);
    clearInterval(this.#timer);
    this.#running = 0;
  }

  #schedule(): void {
    clearInterval(this.#timer);
    this.#running = this.#seconds();
    if (this.#running > 0 && !document.hidden)
      this.#timer = setInterval(
        this.#tick,
        Math.min(Math.max(this.#running, SHORTEST_SECONDS), LONGEST_SECONDS) * 1000,
      );
  }
}
