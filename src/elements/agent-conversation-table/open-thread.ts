/** Which conversation is open, and the way from it to its neighbours, across pages. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { stepFrom, type Listed } from './row-place.js';

export interface OpenThreadOptions {
  /** Whether the page leaves the opening to the table. */
  mayOpen: (id: string) => boolean;
  turnTo: (page: number) => void;
}

export class OpenThread implements ReactiveController {
  /** Unset: none is open. */
  id: string | undefined;
  /** Where it stood on its page when it was last listed. */
  index = 0;
  /** The page that is waited for, and which of its conversations comes next. */
  #awaited: { page: number; at: 'first' | 'last' } | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #options: OpenThreadOptions;

  constructor(host: ReactiveControllerHost, options: OpenThreadOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  open(id: string): void {
    if (!this.#options.mayOpen(id)) return;
    this.id = id;
    this.#host.requestUpdate();
  }

  close(): void {
    this.id = undefined;
    this.#awaited = undefined;
    this.#host.requestUpdate();
  }

  canStep(by: 1 | -1, listed: Listed): boolean {
    return this.id !== undefined && !this.#awaited && stepFrom(this.id, this.index, by, listed) !== undefined;
  }

  step(by: 1 | -1, listed: Listed): void {
    if (!this.canStep(by, listed)) return;
    const step = stepFrom(this.id!, this.index, by, listed)!;
    if ('id' in step) return this.open(step.id);
    this.#awaited = step;
    this.#options.turnTo(step.page);
  }

  /** Takes note of what is listed now. */
  follow({ ids, page }: Listed): void {
    if (this.#awaited?.page === page) {
      const next = this.#awaited.at === 'first' ? ids[0] : ids.at(-1);
      this.#awaited = undefined;
      if (next !== undefined) this.open(next);
    }
    const known = this.id === undefined ? -1 : ids.indexOf(this.id);
    if (known >= 0) this.index = known;
  }

  hostDisconnected(): void {
    this.id = undefined;
    this.#awaited = undefined;
  }
}
