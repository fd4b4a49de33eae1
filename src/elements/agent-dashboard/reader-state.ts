/** What the reader has chosen on a page: range, comparison, filters, grouping. It stands on the host's properties, in one text and, where asked for, in the address. */
import type { LitElement, ReactiveController } from 'lit';
import { UserChoice } from '../../controllers/user-choice.js';
import type { ScopeController } from '../../controllers/scope-controller.js';
import type { ScopeProperties } from '../../controllers/scope-properties.js';
import type { Filters } from '../../core/query.js';
import { formatView, parseView } from '../../core/view.js';
import { isOverriddenBelow } from '../shared/announce-choice.js';
import type { AgentFiltersChangeEvent } from '../shared/user-events.js';
import { ListFilters } from './list-filters.js';
import { ownWidget } from './page-loads.js';
import { findPresetQuietly, type Preset } from './presets.js';
import { UrlView } from './url-view.js';

export type PageHost = LitElement &
  ScopeProperties & {
    preset: string | Preset;
    groupBy?: string | undefined;
    view: string;
    viewParameter?: string | undefined;
  };

export class ReaderState implements ReactiveController {
  readonly url: UrlView;
  readonly #host: PageHost;
  readonly #scope: ScopeController;
  readonly #list = new ListFilters();
  readonly #listChoice = new UserChoice<Filters | undefined>(
    () => this.#list.kept,
    (filters) => this.#list.choose(filters),
  );
  readonly #group: UserChoice<string | undefined>;
  /** Of a view that may have been set before the preset: which filters these are is known when the page is drawn. */
  #viewed: { filters: Filters | undefined } | undefined;

  constructor(host: PageHost, scope: ScopeController) {
    this.#host = host;
    this.#scope = scope;
    this.url = new UrlView(host);
    this.#group = new UserChoice(
      () => host.groupBy,
      (groupBy) => (host.groupBy = groupBy),
    );
    scope.onOtherSubject(() => this.#takeBack());
    host.addController(this);
    host.addEventListener('agent-range-change', (event) => {
      if (!isOverriddenBelow(event, host, 'range', this.#provider))
        this.#keep(() => scope.keepRange(event.range, event.compare));
    });
    host.addEventListener('agent-filters-change', (event) => this.#keepFilters(event));
    host.addEventListener('agent-group-change', (event) => {
      if (ownWidget(event, host.renderRoot)?.localName === 'agent-volume-chart')
        this.#keep(() => this.#group.set(event.groupBy));
    });
  }

  hostUpdate(): void {
    if (!this.#viewed) return;
    const { filters } = this.#viewed;
    this.#viewed = undefined;
    if (this.#isListFiltered) this.#list.choose(filters);
    else this.#host.filters = filters;
  }

  get view(): string {
    const { range, compare, filters, groupBy } = this.#host;
    return formatView({
      range,
      compare,
      groupBy,
      filters: this.#viewed ? this.#viewed.filters : this.#isListFiltered ? this.#list.kept : filters,
    });
  }

  /** Throws a `RangeError` that names what cannot be. */
  set view(text: string) {
    const { range, compare, filters, groupBy } = parseView(text);
    Object.assign(this.#host, { range, compare, groupBy });
    this.#viewed = { filters };
    if (!this.#isListFiltered) this.#host.filters = filters;
    this.#host.requestUpdate();
  }

  /** Filters that cannot be are said by the widgets. */
  get pageFilters(): Filters {
    try {
      return this.#scope.filters;
    } catch {
      return {};
    }
  }

  /** Filters of the list of conversations; `undefined`: it follows the page's. */
  get listFilters(): Filters | undefined {
    return this.#isListFiltered ? this.#list.over(this.pageFilters) : undefined;
  }

  /** The list of conversations shows what the reader pointed at, or everything again. */
  follow(isPointedAt: boolean): void {
    this.#keep(() => this.#list.follow(isPointedAt));
  }

  get #provider(): Element | undefined {
    return this.#host.renderRoot.querySelector('agent-metrics-provider') ?? undefined;
  }

  /** Whether the page's filters are for the list of conversations alone. */
  get #isListFiltered(): boolean {
    return findPresetQuietly(this.#host.preset)?.top.every(({ kind }) => kind !== 'filters') ?? false;
  }

  #keepFilters(event: AgentFiltersChangeEvent): void {
    if (this.#isListFiltered && ownWidget(event, this.#host.renderRoot))
      this.#keep(() => this.#listChoice.set(event.filters));
    else if (!isOverriddenBelow(event, this.#host, 'filters', this.#provider))
      this.#keep(() => this.#scope.keepFilters(event.filters));
  }

  /** Somebody else's values are not for the address either; the scope has taken back the page's filters. */
  #takeBack(): void {
    this.#listChoice.takeBack();
    this.#group.takeBack();
    this.url.write();
  }

  #keep(change: () => void): void {
    change();
    this.url.write();
    this.#host.requestUpdate();
  }
}
