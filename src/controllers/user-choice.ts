/** What the user chose in place of what the page had set, until another user takes over. */
export class UserChoice<T> {
  readonly #read: () => T;
  readonly #write: (value: T) => void;
  #chosen: { value: T; instead: T } | undefined;

  constructor(read: () => T, write: (value: T) => void) {
    this.#read = read;
    this.#write = write;
  }

  set(value: T): void {
    const current = this.#read();
    const before = this.#chosen;
    const instead = before && before.value === current ? before.instead : current;
    this.#chosen = { value, instead };
    this.#write(value);
  }

  /** Returns whether anything was taken back: what the page has set since stays. */
  takeBack(): boolean {
    const chosen = this.#chosen;
    this.#chosen = undefined;
    if (!chosen || this.#read() !== chosen.value) return false;
    this.#write(chosen.instead);
    return true;
  }
}
