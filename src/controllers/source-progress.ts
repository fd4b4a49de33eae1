/** Follows how far the source of a host has come with reading its data. */
import type { LitElement } from 'lit';
import type { MetricsSource } from '../sources/metrics-source.js';
import type { IngestProgress } from '../sources/progress.js';
import { AgentProgressEvent } from './load-events.js';
import { SourceFollower } from './source-follower.js';

export class SourceProgress {
  /** `undefined`: nothing is being read. */
  progress: IngestProgress | undefined;

  /** `isOwn`: the source is the host's, so that it is the host who tells the page. */
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
