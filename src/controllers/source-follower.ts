/** Listens to the source of a host for as long as the host is in the document and the source the same. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MetricsSource } from '../sources/metrics-source.js';

export class SourceFollower implements ReactiveController {
  readonly #source: () => MetricsSource | undefined;
  readonly #follow: (source: MetricsSource) => (() => void) | undefined;
  #heard: MetricsSource | undefined;
  #stop: (() => void) | undefined;
  #isConnected = false;

  /** `follow` begins to listen and returns what ends it. */
  constructor(
    host: ReactiveControllerHost,
    source: () => MetricsSource | undefined,
    follow: (source: MetricsSource) => (() => void) | undefined,
  ) {
    this.#source = source;
    this.#follow = follow;
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
    this.#stop = source && this.#follow(source);
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stop?.();
    this.#stop = undefined;
    this.#heard = undefined;
  }
}
