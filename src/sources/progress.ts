/** How far a source has come with reading its data. */
export interface IngestProgress {
  /** Bytes read so far; of a text, characters. */
  done: number;
  /** In all; `undefined`: not known beforehand. */
  total: number | undefined;
}

export type ProgressListener = (progress: IngestProgress | undefined) => void;

/** More often nobody can see. */
const TELL_MS = 50;

/** Tells listeners how reading goes on; `undefined`: nothing is being read. */
export class ProgressTeller {
  readonly #listeners = new Set<ProgressListener>();
  #now: IngestProgress | undefined;
  #told: IngestProgress | undefined;
  #toldAt = -Infinity;

  /** Is told at once where it stands; returns what ends it. */
  add(listener: ProgressListener): () => void {
    // A wrapper of its own, so that one who comes twice is told twice and leaves once.
    const entry: ProgressListener = (progress) => listener(progress);
    this.#listeners.add(entry);
    if (this.#now) listener(this.#now);
    return () => void this.#listeners.delete(entry);
  }

  tell(progress: IngestProgress | undefined): void {
    if (!progress) {
      // What was too soon to be told still is how far it came.
      if (this.#now && this.#now !== this.#told) this.#say(this.#now);
      if (this.#now) this.#say((this.#now = undefined));
      return;
    }
    this.#now = progress;
    if (performance.now() - this.#toldAt >= TELL_MS) this.#say(progress);
  }

  #say(progress: IngestProgress | undefined): void {
    this.#told = progress;
    this.#toldAt = performance.now();
    for (const listener of [...this.#listeners]) listener(progress);
  }
}
