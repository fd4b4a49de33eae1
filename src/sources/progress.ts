/** How far a source has come with reading its data. */
export interface IngestProgress {
  /** Bytes read so far; of a text, characters. */
  done: number;
  /** In all; `undefined`: not known beforehand. */
  total: number | undefined;
}

export type ProgressListener = (progress: IngestProgress | undefined) => void;

/** Nobody can see progress more often. */
const INTERVAL_MS = 50;

/** Emits how far reading has come; `undefined`: nothing is being read. */
export class ProgressEmitter {
  readonly #listeners = new Set<ProgressListener>();
  #now: IngestProgress | undefined;
  #emitted: IngestProgress | undefined;
  #emittedAt = -Infinity;

  /** Calls the listener at once with the present state. Returns a function that removes it. */
  add(listener: ProgressListener): () => void {
    // A wrapper, so that a listener that was added twice is called twice and removed once.
    const entry: ProgressListener = (progress) => listener(progress);
    this.#listeners.add(entry);
    if (this.#now) listener(this.#now);
    return () => void this.#listeners.delete(entry);
  }

  emit(progress: IngestProgress | undefined): void {
    if (!progress) {
      // The last progress may not have been emitted yet.
      if (this.#now && this.#now !== this.#emitted) this.#send(this.#now);
      if (this.#now) this.#send((this.#now = undefined));
      return;
    }
    this.#now = progress;
    if (performance.now() - this.#emittedAt >= INTERVAL_MS) this.#send(progress);
  }

  #send(progress: IngestProgress | undefined): void {
    this.#emitted = progress;
    this.#emittedAt = performance.now();
    for (const listener of [...this.#listeners]) listener(progress);
  }
}
