/** Hears when the facts behind a source change, so that its widgets ask again. */
import type { ReactiveControllerHost } from 'lit';
import type { MetricsSource } from '../sources/metrics-source.js';
import { dropDescription } from './description-cache.js';
import { dropQuestions } from './shared-questions.js';
import { SourceFollower } from './source-follower.js';

export class SourceChanges {
  /** Rises with every change. */
  version = 0;

  constructor(host: ReactiveControllerHost, source: () => MetricsSource | undefined) {
    new SourceFollower(host, source, (followed) =>
      followed.subscribe?.(() => {
        dropDescription(followed);
        dropQuestions(followed);
        this.version++;
        host.requestUpdate();
      }),
    );
  }
}
