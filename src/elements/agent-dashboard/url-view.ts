/** What the reader looks at, kept in one parameter of the page's address: read when the host comes, written when the reader changes it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface ViewHost extends ReactiveControllerHost {
  /** Setting it throws for a text that is no view. */
  view: string;
  /** Unset: the address stays as it is. */
  viewParameter?: string | undefined;
}

export class UrlView implements ReactiveController {
  /** Why the address's view could not be read; empty where it could. */
  problem = '';
  readonly #host: ViewHost;

  constructor(host: ViewHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const { viewParameter } = this.#host;
    const view = viewParameter ? new URLSearchParams(location.search).get(viewParameter) : null;
    if (view === null) return;
    try {
      this.#host.view = view;
      this.problem = '';
    } catch (error) {
      this.problem = (error as Error).message;
    }
  }

  /** The page's address with the view; `undefined` where the page keeps none. */
  get href(): string | undefined {
    const { view, viewParameter } = this.#host;
    if (!viewParameter) return undefined;
    const url = new URL(location.href);
    if (view) url.searchParams.set(viewParameter, view);
    else url.searchParams.delete(viewParameter);
    return url.href;
  }

  /** Leaves the history as long as it was. */
  write(): void {
    const { href } = this;
    if (href === undefined) return;
    this.problem = '';
    history.replaceState(history.state, '', href);
  }
}
