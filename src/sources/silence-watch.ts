/** Tells when nothing has been heard for a while. */
export class SilenceWatch {
  readonly #ms: number;
  readonly #tell: () => void;
  #timer: ReturnType<typeof setTimeout>;

  constructor(ms: number, tell: () => void) {
    this.#ms = ms;
    this.#tell = tell;
    this.#timer = setTimeout(tell, ms);
  }

  heard(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#tell, this.#ms);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
