/** Which conversation is open, and the way from it to its neighbours, across pages. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Load } from '../../controllers/load.js';
import { stepFrom, type Listed } from './row-place.js';

export interface OpenThreadOptions {
  /** Whether the page leaves the opening to the table. */
  mayOpen: (id: string) => boolean;
  turnTo: (page: number) => void;
  /** Whom or what the list is about: what is open belongs to it. */
  subject: () => unknown;
  load: () => Load<unknown>;
}

/** Which conversation, and where it stood on its page when it was last listed. */
export interface ThreadPlace {
  id: string;
  index: number;
}

export class OpenThread implements ReactiveController {
  /** Unset: none is open. */
  id: string | undefined;
  /** The neighbour's page could not be loaded. */
  hasFailed = false;
  #index = 0;
  /** The page that is waited for, which of its conversations comes next, and the load before it. */
  #awaited: { page: number; at: 'first' | 'last'; before: Load<unknown> } | undefined;
  #closed: ThreadPlace | undefined;
  #subject: unknown;
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
    this.hasFailed = false;
    this.#host.requestUpdate();
  }

  close(): void {
    if (this.id !== undefined) this.#closed = { id: this.id, index: this.#index };
    this.#forget();
    this.#host.requestUpdate();
  }

  /** What was closed since the last call. */
  takeClosed(): ThreadPlace | undefined {
    const closed = this.#closed;
    this.#closed = undefined;
    return closed;
  }

  canStep(by: 1 | -1, listed: Listed): boolean {
    return this.id !== undefined && !this.#awaited && stepFrom(this.id, this.#index, by, listed) !== undefined;
  }

  step(by: 1 | -1, listed: Listed): void {
    if (!this.canStep(by, listed)) return;
    const step = stepFrom(this.id!, this.#index, by, listed)!;
    if ('id' in step) return this.open(step.id);
    this.hasFailed = false;
    this.#awaited = { ...step, before: this.#options.load() };
    this.#options.turnTo(step.page);
  }

  /** Takes note of what is listed now. */
  follow(listed: Listed | undefined): void {
    const subject = this.#options.subject();
    if (subject !== this.#subject) this.close();
    this.#subject = subject;
    if (!listed) return;
    this.#arrive(listed);
    const known = this.id === undefined ? -1 : listed.ids.indexOf(this.id);
    if (known >= 0) this.#index = known;
  }

  hostDisconnected(): void {
    this.#forget();
  }

  /** The awaited page has come, or another one in its stead; after a failure the list goes back to the one it shows. */
  #arrive({ ids, page }: Listed): void {
    const load = this.#options.load();
    const awaited = this.#awaited;
    if (!awaited || load === awaited.before || (load.kind !== 'ready' && load.kind !== 'failed')) return;
    this.#awaited = undefined;
    this.hasFailed = load.kind === 'failed';
    const next = awaited.at === 'first' ? ids[0] : ids.at(-1);
    if (this.hasFailed) this.#options.turnTo(page);
    else if (awaited.page === page && next !== undefined) this.open(next);
  }

  #forget(): void {
    this.id = undefined;
    this.hasFailed = false;
    this.#awaited = undefined;
  }
}
