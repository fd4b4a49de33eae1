/** Listeners of a change. */
export class Listeners {
  readonly #all = new Set<() => void>();

  /** Returns a function that removes the listener. */
  add(listener: () => void): () => void {
    // A wrapper, so that a listener that was added twice is called twice and removed once.
    const entry = () => listener();
    this.#all.add(entry);
    return () => void this.#all.delete(entry);
  }

  notify(): void {
    for (const listener of [...this.#all]) listener();
  }
}
