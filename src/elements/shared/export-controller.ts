/** One file at a time; leaving the document ends the asking. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class ExportController implements ReactiveController {
  hasFailed = false;
  readonly #host: ReactiveControllerHost;
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get isBusy(): boolean {
    return this.#abort !== undefined;
  }

  async run(make: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
    if (this.#abort) return;
    const abort = (this.#abort = new AbortController());
    this.hasFailed = false;
    this.#host.requestUpdate();
    await make(abort.signal).catch(() => (this.hasFailed = !abort.signal.aborted));
    if (abort === this.#abort) this.#abort = undefined;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.#abort = undefined;
  }
}
