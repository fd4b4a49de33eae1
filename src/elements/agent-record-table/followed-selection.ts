/** What a reader pointed at in another widget, as far as a list of records can follow it. */
import type { LitElement } from 'lit';
import type { Selected } from '../../context/metrics-context.js';
import type { ScopeController } from '../../controllers/scope-controller.js';
import type { ScopeProperties } from '../../controllers/scope-properties.js';
import { parseFilters } from '../../core/filters.js';
import type { Filters } from '../../core/query.js';
import { toSelectedSettings, type ScopeSettings, type Selection } from '../../core/selection.js';

export class FollowedSelection {
  readonly #host: LitElement & ScopeProperties & { followSelection: boolean };
  readonly #scope: ScopeController;

  constructor(host: LitElement & ScopeProperties & { followSelection: boolean }, scope: ScopeController) {
    this.#host = host;
    this.#scope = scope;
  }

  /** Single conversations that were named are no record's. */
  get selected(): Selected | undefined {
    const { provided, source } = this.#scope;
    const selected = this.#host.followSelection && provided?.source === source ? provided?.selected : undefined;
    return selected?.selection.only ? undefined : selected;
  }

  get selection(): Selection | undefined {
    return this.selected?.selection;
  }

  /** What the list is about while something is pointed at. */
  get settings(): ScopeSettings | undefined {
    const { selection } = this;
    const around = this.#scope.provided?.around;
    return selection && around && toSelectedSettings(selection, around, this.#ownFilters());
  }

  /** Takes it back; returns the control it came from, if it is still there. */
  clear(): HTMLElement | undefined {
    const origin = this.selected?.origin;
    this.#scope.provided?.select?.(undefined);
    return origin?.isConnected ? origin : undefined;
  }

  #ownFilters(): Filters | undefined {
    try {
      return this.#host.filters && parseFilters(this.#host.filters);
    } catch {
      // The list says what is wrong with them.
      return undefined;
    }
  }
}
