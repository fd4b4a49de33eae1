/** Keeps what was asked for most recently, and forgets the rest. */
export class LruCache<T> {
  readonly #entries = new Map<string, T>();
  readonly #most: number;
  #newest: string | undefined;

  constructor(most: number) {
    this.#most = most;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  get(key: string, make: () => T): T {
    if (key === this.#newest) return this.#entries.get(key) as T;
    const value = this.#entries.has(key) ? (this.#entries.get(key) as T) : make();
    this.#newest = key;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#most) this.#entries.delete(this.#entries.keys().next().value!);
    return value;
  }
}
