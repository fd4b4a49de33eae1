/** Keeps what was asked for most recently, and forgets the rest. */
export class Recent<T> {
  readonly #entries = new Map<string, T>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  get(key: string, make: () => T): T {
    const known = this.#entries.get(key);
    const value = known === undefined && !this.#entries.has(key) ? make() : known as T;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#most) this.#entries.delete(this.#entries.keys().next().value!);
    return value;
  }
}
