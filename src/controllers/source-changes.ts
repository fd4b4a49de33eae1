/** Hears when the facts behind a source change, so that its widgets ask again. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MetricsSource } from '../sources/metrics-source.js';
import { dropDescription } from './description-cache.js';
import { dropQuestions } from './shared-questions.js';

export class SourceChanges implements ReactiveController {
  /** Rises with every change. */
  version = 0;
  readonly #host: ReactiveControllerHost;
  readonly #source: () => MetricsSource | undefined;
  #heard: MetricsSource | undefined;
  #stop: (() => void) | undefined;
  #isConnected = false;

  constructor(host: ReactiveControllerHost, source: () => MetricsSource | undefined) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
  }

  hostUpdate(): void {
    const source = this.#isConnected ? this.#source() : undefined;
    if (source === this.#heard) return;
    this.#stop?.();
    this.#heard = source;
    this.#stop = source?.subscribe?.(() => {
      dropDescription(source);
      dropQuestions(source);
      this.version++;
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stop?.();
    this.#stop = undefined;
    this.#heard = undefined;
  }
}
