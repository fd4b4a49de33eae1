/** One file at a time, of one person's data; leaving the document ends the asking. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toErrorEvent } from './load-events.js';
import { noteFailure } from './refusals.js';
import type { ScopeController } from './scope-controller.js';
import type { ScopeProperties } from './scope-properties.js';

type Source = NonNullable<ScopeProperties['source']>;

/** How an export ended without a file: `stopped` because somebody else uses the page since. */
export type ExportTrouble = 'failed' | 'stopped' | undefined;

export class ExportController implements ReactiveController {
  trouble: ExportTrouble;
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #scope: ScopeController;
  #abort: AbortController | undefined;
  #subject: unknown;

  constructor(host: ReactiveControllerHost & EventTarget, scope: ScopeController) {
    this.#host = host;
    this.#scope = scope;
    host.addController(this);
  }

  get isBusy(): boolean {
    return this.#abort !== undefined;
  }

  /** `make` asks no other source than its argument: a file is about one person's data. */
  async run(make: (source: Source, signal: AbortSignal) => Promise<unknown>): Promise<void> {
    const { source, subject } = this.#scope;
    if (this.#abort || !source) return;
    const abort = (this.#abort = new AbortController());
    this.#subject = subject;
    this.trouble = undefined;
    this.#host.requestUpdate();
    try {
      await make(source, abort.signal);
    } catch (error) {
      if (abort === this.#abort) this.#fail(source, error);
    }
    if (abort === this.#abort) this.#abort = undefined;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.#abort || this.#scope.subject === this.#subject) return;
    this.#stop();
    this.trouble = 'stopped';
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #fail(source: Source, error: unknown): void {
    this.#abort = undefined;
    this.trouble = 'failed';
    if (noteFailure(source, error, false)) this.#host.dispatchEvent(toErrorEvent(error));
  }

  #stop(): void {
    this.#abort?.abort();
    this.#abort = undefined;
  }
}
