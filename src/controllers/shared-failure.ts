/** What a provider announces once for all widgets inside: why none of them could be loaded. */
import type { MetricsScope, Standing } from '../context/metrics-context.js';

export class SharedFailure {
  /** Unset: at least one widget has its numbers, or none has failed yet. */
  current: MetricsScope['failure'];
  readonly #standings = new Map<HTMLElement, Standing>();
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** `undefined`: the widget has left, or asks nothing. */
  readonly report = (widget: HTMLElement, standing: Standing | undefined): void => {
    if (standing) this.#standings.set(widget, standing);
    else this.#standings.delete(widget);
    const next = this.#decide();
    if (next === this.current) return;
    this.current = next;
    this.#onChange();
  };

  /** The widgets that ask something. */
  get widgets(): HTMLElement[] {
    return [...this.#standings.keys()];
  }

  /** The numbers come from elsewhere now. */
  forget(): undefined {
    this.current = undefined;
  }

  /** While widgets ask again, it stays as it is. */
  #decide(): MetricsScope['failure'] {
    const all = [...this.#standings.values()];
    if (all.length === 0 || all.some(({ kind }) => kind === 'ready')) return undefined;
    if (!all.every(({ kind }) => kind === 'failed')) return this.current;
    const { error } = all[0]!;
    return this.current && String(this.current.error) === String(error) ? this.current : { error };
  }
}
