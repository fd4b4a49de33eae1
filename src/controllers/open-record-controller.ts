/** Which conversation is open, and the way from it to its neighbours, across pages. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Load } from './load.js';

interface OpenRecordOptions {
  /** Whether the page leaves the opening to the table. */
  mayOpen: (id: string) => boolean;
  turnTo: (page: number) => void;
  /** Whom or what the list is about: what is open belongs to it. */
  subject: () => unknown;
  load: () => Load<unknown>;
}

/** Which conversation, and where it stood on its page when it was last listed. */
export interface RecordPlace {
  id: string;
  index: number;
}

export class OpenRecordController implements ReactiveController {
  /** Unset: none is open. */
  id: string | undefined;
  /** The neighbour's page could not be loaded. */
  hasFailed = false;
  #index = 0;
  /** The page that is waited for, which of its conversations comes next, and the load before it. */
  #awaited: { page: number; at: 'first' | 'last'; before: Load<unknown> } | undefined;
  #closed: RecordPlace | undefined;
  #subject: unknown;
  readonly #host: ReactiveControllerHost;
  readonly #options: OpenRecordOptions;

  constructor(host: ReactiveControllerHost, options: OpenRecordOptions) {
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
  takeClosed(): RecordPlace | undefined {
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

/** Where the open conversation stands among all that match, across pages. */
export interface Listed {
  ids: readonly string[];
  total: number;
  /** From 1. */
  page: number;
  pageSize: number;
}

/** A neighbour: on this page by its id, or the first or last of another page. */
export type Step = { id: string } | { page: number; at: 'first' | 'last' };

/** From 1; `undefined`: it is on another page, or gone. */
export function placeOf(id: string, { ids, page, pageSize }: Listed): number | undefined {
  const index = ids.indexOf(id);
  return index < 0 ? undefined : (page - 1) * pageSize + index + 1;
}

/** `lastIndex` is where the conversation stood when it was last listed: once it is gone, its neighbours are those of that place. */
export function stepFrom(id: string, lastIndex: number, by: 1 | -1, listed: Listed): Step | undefined {
  const { ids, total, page, pageSize } = listed;
  const known = ids.indexOf(id);
  const next = known >= 0 ? known + by : by === 1 ? lastIndex : lastIndex - 1;
  const found = ids[next];
  if (found !== undefined) return { id: found };
  if (next < 0) return page > 1 ? { page: page - 1, at: 'last' } : undefined;
  return page * pageSize < total ? { page: page + 1, at: 'first' } : undefined;
}
