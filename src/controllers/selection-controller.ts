/** What a user selected in another widget, as far as a list follows it. */
import type { LitElement, ReactiveController } from 'lit';
import type { Selected } from '../context/metrics-context.js';
import { parseFilters } from '../core/filters.js';
import type { Filters } from '../core/query.js';
import { survivesFilters, toSelectedSettings, type ScopeSettings, type Selection } from '../core/selection.js';
import type { ScopeController } from './scope-controller.js';
import type { ScopeProperties } from './scope-properties.js';

interface SelectionOptions {
  /** Whether the list shows what is behind the selection. */
  follows: (selection: Selection) => boolean;
  /** Takes the selection back once the list's own filters name its dimension: the user has moved on. */
  endsByFilters?: boolean;
}

export class SelectionController implements ReactiveController {
  readonly #host: LitElement & ScopeProperties;
  readonly #scope: ScopeController;
  readonly #options: SelectionOptions;
  /** The list's own filters at the last update. */
  #filters: Filters = {};
  /** Taken back, though the provider may still have it. */
  #dropped: Selected | undefined;

  constructor(host: LitElement & ScopeProperties, scope: ScopeController, options: SelectionOptions) {
    this.#host = host;
    this.#scope = scope;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const { selected } = this;
    const filters = this.#ownFilters() ?? {};
    if (this.#options.endsByFilters && selected && !survivesFilters(selected.selection, this.#filters, filters)) {
      this.#dropped = selected;
      this.#scope.provided?.select?.(undefined);
    }
    this.#filters = filters;
  }

  get selected(): Selected | undefined {
    const { provided, source } = this.#scope;
    const selected = provided?.source === source ? provided?.selected : undefined;
    return selected && selected !== this.#dropped && this.#options.follows(selected.selection) ? selected : undefined;
  }

  get selection(): Selection | undefined {
    return this.selected?.selection;
  }

  /** What the list is about while there is a selection. */
  get settings(): ScopeSettings | undefined {
    const { selection } = this;
    const around = this.#scope.provided?.around;
    return selection && around && toSelectedSettings(selection, around, this.#ownFilters());
  }

  /** Takes the selection back; returns the control it came from, if that is still there. */
  clear(): HTMLElement | undefined {
    const origin = this.selected?.origin;
    this.#scope.provided?.select?.(undefined);
    return origin?.isConnected ? origin : undefined;
  }

  /** The list itself says which of its filters are invalid. */
  #ownFilters(): Filters | undefined {
    try {
      return this.#host.filters && parseFilters(this.#host.filters);
    } catch {
      return undefined;
    }
  }
}
