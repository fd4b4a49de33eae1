/** Who wants to hear of a change. */
export class Listeners {
  readonly #all = new Set<() => void>();

  /** Returns what ends it. */
  add(listener: () => void): () => void {
    // A wrapper of its own, so that one who comes twice is heard twice and leaves once.
    const entry = () => listener();
    this.#all.add(entry);
    return () => void this.#all.delete(entry);
  }

  tell(): void {
    for (const listener of [...this.#all]) listener();
  }
}
