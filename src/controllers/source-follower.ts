/** Listens to the source of a host while the host is in the document and the source is the same. */
import type { LitElement, ReactiveController, ReactiveControllerHost } from 'lit';
import type { MetricsSource } from '../sources/metrics-source.js';
import { dropDescription } from './description-cache.js';
import { forgetRequests } from './request-dedupe.js';
import type { IngestProgress } from '../sources/progress.js';
import { AgentProgressEvent } from './load-events.js';

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

/** Notices when the facts behind a source change, so that its widgets ask again. */
export class SourceChanges {
  /** Rises with every change. */
  version = 0;

  constructor(host: ReactiveControllerHost, source: () => MetricsSource | undefined) {
    new SourceFollower(host, source, (followed) =>
      followed.subscribe?.(() => {
        dropDescription(followed);
        forgetRequests(followed);
        this.version++;
        host.requestUpdate();
      }),
    );
  }
}

/** How far the source of a host has come with reading its data. */
export class SourceProgress {
  /** `undefined`: nothing is being read. */
  progress: IngestProgress | undefined;

  /** `isOwn`: the source is the host's, so that the host fires the event. */
  constructor(host: LitElement, source: () => MetricsSource | undefined, isOwn: () => boolean) {
    new SourceFollower(host, source, (followed) => {
      this.progress = undefined;
      return followed.onProgress?.((progress) => {
        this.progress = progress;
        host.requestUpdate();
        if (progress && isOwn()) host.dispatchEvent(new AgentProgressEvent(progress.done, progress.total));
      });
    });
  }
}
