/** Follows how far the source of a host has come with reading its data. */
import type { LitElement, ReactiveController } from 'lit';
import type { MetricsSource } from '../sources/metrics-source.js';
import { AgentProgressEvent } from './load-events.js';

type Progress = Parameters<Parameters<NonNullable<MetricsSource['onProgress']>>[0]>[0];

export class SourceProgress implements ReactiveController {
  /** `undefined`: nothing is being read. */
  progress: Progress;
  readonly #host: LitElement;
  readonly #source: () => MetricsSource | undefined;
  readonly #isOwn: () => boolean;
  #heard: MetricsSource | undefined;
  #stop: (() => void) | undefined;
  #isConnected = false;

  /** `isOwn`: the source is the host's, so that it is the host who tells the page. */
  constructor(host: LitElement, source: () => MetricsSource | undefined, isOwn: () => boolean) {
    this.#host = host;
    this.#source = source;
    this.#isOwn = isOwn;
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
    this.progress = undefined;
    this.#stop = source?.onProgress?.((progress) => this.#tell(progress));
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stop?.();
    this.#stop = undefined;
    this.#heard = undefined;
  }

  #tell(progress: Progress): void {
    this.progress = progress;
    this.#host.requestUpdate();
    if (progress && this.#isOwn()) this.#host.dispatchEvent(new AgentProgressEvent(progress.done, progress.total));
  }
}
