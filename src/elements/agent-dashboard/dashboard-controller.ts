/** What the user does on a page: choices are kept on the host's properties, in one text and, where asked for, in the address; arranging the page is announced. */
import type { LitElement, ReactiveController } from 'lit';
import type { AgentLoadEvent } from '../../controllers/load-events.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { ScopeController } from '../../controllers/scope-controller.js';
import type { ScopeProperties } from '../../controllers/scope-properties.js';
import { UserChoice } from '../../controllers/user-choice.js';
import { fillText } from '../../core/format/formats.js';
import { formatLayout, parseLayout, type Place } from '../../core/layout.js';
import type { Filters } from '../../core/query.js';
import { formatView, parseView } from '../../core/view.js';
import { isOverriddenBelow } from '../shared/announce-choice.js';
import { AgentLayoutChangeEvent, type AgentFiltersChangeEvent } from '../shared/user-events.js';
import { arrangedLists, type ArrangedList, type ArrangedPage } from './arrangement.js';
import { DragList } from './drag-list.js';
import {
  chosenListFilters,
  INITIAL_PAGE,
  listFiltersOver,
  reducePage,
  stepPlace,
  type PageAction,
  type PageModel,
} from './page-model.js';
import { findPresetQuietly, readPage, type Page, type Preset } from './presets.js';

type DashboardHost = LitElement &
  ScopeProperties & {
    preset: string | Preset;
    sections?: string[];
    sectionHeadings?: Record<string, string>;
    metrics?: string[];
    groupBy?: string | undefined;
    view: string;
    viewParameter?: string | undefined;
  };

/** When a widget last got numbers, in epoch milliseconds, and up to when they reach. */
export interface PageLoad {
  at: number;
  asOf: string;
}

export class DashboardController implements ReactiveController {
  /** As it is drawn. */
  page: Page = { kind: 'no-source' };
  /** The lists in which the user arranges the page. */
  lists: readonly ArrangedList[] = [];
  /** What the last change of the arrangement led to, for screen readers. */
  announcement = '';
  /** Why the address's view could not be read; empty where it could. */
  viewProblem = '';
  readonly drag: DragList;
  #model: PageModel = INITIAL_PAGE;
  readonly #host: DashboardHost;
  readonly #scope: ScopeController;
  readonly #locale: LocaleController;
  readonly #loads = new Map<Element, PageLoad>();
  readonly #group: UserChoice<string | undefined>;
  readonly #listFilters: UserChoice<Filters | undefined>;
  /** Filters of a view that may have been set before the preset: whose they are is known when the page is drawn. */
  #viewFilters: { filters: Filters | undefined } | undefined;
  #focus: (() => HTMLElement | null | undefined) | undefined;

  constructor(host: DashboardHost, scope: ScopeController, locale: LocaleController) {
    this.#host = host;
    this.#scope = scope;
    this.#locale = locale;
    this.drag = new DragList(
      () => host.requestUpdate(),
      (list, id, places) => this.#move(list, id, places),
    );
    this.#group = new UserChoice(
      () => host.groupBy,
      (groupBy) => (host.groupBy = groupBy),
    );
    this.#listFilters = new UserChoice(
      () => chosenListFilters(this.#model),
      (filters) => this.#dispatch({ kind: 'filter-list', filters }),
    );
    scope.onOtherSubject(() => this.#takeBack());
    host.addController(this);
    this.#listen(host);
  }

  get isCustomising(): boolean {
    return this.#model.isCustomising;
  }

  /** The page as it is arranged; `undefined` while there is none. */
  get arranged(): ArrangedPage | undefined {
    if (this.page.kind !== 'open') return undefined;
    const { sections } = this.page;
    return { sections, layout: this.#model.layout, metrics: this.#host.metrics, description: this.#scope.described };
  }

  get layout(): string {
    return formatLayout(this.#model.layout);
  }

  /** Throws a `RangeError` that names what is invalid. */
  set layout(text: string) {
    this.#dispatch({ kind: 'set-layout', layout: parseLayout(text) });
  }

  get view(): string {
    const { range, compare, filters, groupBy } = this.#host;
    const own = this.#isListFiltered ? chosenListFilters(this.#model) : filters;
    return formatView({ range, compare, groupBy, filters: this.#viewFilters ? this.#viewFilters.filters : own });
  }

  /** Throws a `RangeError` that names what is invalid. */
  set view(text: string) {
    const { range, compare, filters, groupBy } = parseView(text);
    Object.assign(this.#host, { range, compare, groupBy });
    this.#viewFilters = { filters };
    if (!this.#isListFiltered) this.#host.filters = filters;
    this.#host.requestUpdate();
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

  /** The widgets say which filters are invalid. */
  get pageFilters(): Filters {
    try {
      return this.#scope.filters;
    } catch {
      return {};
    }
  }

  /** Filters of the list of conversations; `undefined` if it follows the page's. */
  get listFilters(): Filters | undefined {
    return this.#isListFiltered ? listFiltersOver(this.#model, this.pageFilters) : undefined;
  }

  /** The page is as old as the oldest numbers of its widgets. */
  get oldestLoad(): PageLoad | undefined {
    for (const widget of this.#loads.keys()) if (!widget.isConnected) this.#loads.delete(widget);
    const loads = [...this.#loads.values()];
    if (loads.length === 0) return undefined;
    return { at: Math.min(...loads.map(({ at }) => at)), asOf: loads.map(({ asOf }) => asOf).sort()[0]! };
  }

  /** Reads the view from the address. */
  hostConnected(): void {
    const { viewParameter } = this.#host;
    const view = viewParameter ? new URLSearchParams(location.search).get(viewParameter) : null;
    if (view === null) return;
    try {
      this.#host.view = view;
      this.viewProblem = '';
    } catch (error) {
      this.viewProblem = (error as Error).message;
    }
  }

  hostUpdate(): void {
    this.#assignViewFilters();
    this.page = readPage(this.#scope, this.#host.preset, this.#host.sections);
    const { arranged } = this;
    this.lists =
      arranged && this.isCustomising
        ? arrangedLists(arranged, { messages: this.#locale.messages, titles: this.#host.sectionHeadings ?? {} })
        : [];
  }

  hostUpdated(): void {
    const focus = this.#focus;
    this.#focus = undefined;
    focus?.()?.focus();
  }

  hostDisconnected(): void {
    this.drag.stop();
  }

  /** The list of conversations shows a selection, or everything again. */
  select(isSelected: boolean): void {
    this.#keep(() => this.#dispatch({ kind: 'select', isSelected }));
  }

  /** Returns whether the event is of one of the page's own widgets. */
  noteLoad(event: AgentLoadEvent): boolean {
    const widget = ownWidget(event, this.#host.renderRoot);
    if (widget) this.#loads.set(widget, { at: Date.now(), asOf: event.asOf });
    return widget !== undefined;
  }

  toggleCustomising(): void {
    this.drag.stop();
    this.announcement = '';
    this.#dispatch({ kind: 'toggle-customising' });
    const part = this.isCustomising ? 'customise' : 'customise-toggle';
    this.#focus = () => this.#host.renderRoot.querySelector<HTMLElement>(`[part~="${part}"]`);
  }

  /** One step up or down; the focus stays on the button. */
  step(list: string, id: string, by: 1 | -1): void {
    const places = stepPlace(this.#list(list).places, id, by);
    if (!places) return;
    this.#move(list, id, places);
    this.#focus = () => this.#row(list, id)?.querySelector(by < 0 ? '[part~="move-up"]' : '[part~="move-down"]');
  }

  setShown(list: string, id: string, isShown: boolean): void {
    const { shown, hidden } = this.#words;
    const places = this.#list(list).places.map((place) => (place.id === id ? { id, isHidden: !isShown } : place));
    this.#arrange(list, places, this.#sentence(isShown ? shown : hidden, list, id));
  }

  add(list: string, id: string): void {
    const places = [...this.#list(list).places, { id, isHidden: false }];
    this.#arrange(list, places, this.#sentence(this.#words.added, list, id));
  }

  reset(): void {
    this.drag.stop();
    this.#dispatch({ kind: 'set-layout', layout: {} });
    this.#announce(this.#words.wasReset);
  }

  get #words() {
    return this.#locale.messages.dashboard.customise;
  }

  get #provider(): Element | undefined {
    return this.#host.renderRoot.querySelector('agent-metrics-provider') ?? undefined;
  }

  /** Whether the page's filters are for the list of conversations alone. */
  get #isListFiltered(): boolean {
    return findPresetQuietly(this.#host.preset)?.top.every(({ kind }) => kind !== 'filters') ?? false;
  }

  #dispatch(action: PageAction): void {
    this.#model = reducePage(this.#model, action);
    this.#host.requestUpdate();
  }

  #listen(host: DashboardHost): void {
    host.addEventListener('agent-range-change', (event) => {
      if (!isOverriddenBelow(event, host, 'range', this.#provider))
        this.#keep(() => this.#scope.keepRange(event.range, event.compare));
    });
    host.addEventListener('agent-filters-change', (event) => this.#keepFilters(event));
    host.addEventListener('agent-group-change', (event) => {
      if (ownWidget(event, host.renderRoot)?.localName === 'agent-volume-chart')
        this.#keep(() => this.#group.set(event.groupBy));
    });
  }

  #assignViewFilters(): void {
    if (!this.#viewFilters) return;
    const { filters } = this.#viewFilters;
    this.#viewFilters = undefined;
    if (this.#isListFiltered) this.#dispatch({ kind: 'filter-list', filters });
    else this.#host.filters = filters;
  }

  #keepFilters(event: AgentFiltersChangeEvent): void {
    if (this.#isListFiltered && ownWidget(event, this.#host.renderRoot))
      this.#keep(() => this.#listFilters.set(event.filters));
    else if (!isOverriddenBelow(event, this.#host, 'filters', this.#provider))
      this.#keep(() => this.#scope.keepFilters(event.filters));
  }

  /** Somebody else's values are not for the address either; the scope has taken back the page's filters. */
  #takeBack(): void {
    this.#listFilters.takeBack();
    this.#group.takeBack();
    this.#writeAddress();
  }

  #keep(change: () => void): void {
    change();
    this.#writeAddress();
    this.#host.requestUpdate();
  }

  /** Leaves the history as long as it was. */
  #writeAddress(): void {
    const { href } = this;
    if (href === undefined) return;
    this.viewProblem = '';
    history.replaceState(history.state, '', href);
  }

  #move(list: string, id: string, places: Place[]): void {
    const n = places.findIndex((one) => one.id === id) + 1;
    const counts = { n: String(n), total: String(places.length) };
    this.#arrange(list, places, this.#sentence(this.#words.moved, list, id, counts));
  }

  #arrange(list: string, places: Place[], announcement: string): void {
    this.#dispatch({ kind: 'arrange', list, places });
    this.#announce(announcement);
  }

  #announce(announcement: string): void {
    this.announcement = announcement;
    this.#host.dispatchEvent(new AgentLayoutChangeEvent(this.layout));
  }

  #sentence(text: string, list: string, id: string, values: Record<string, string> = {}): string {
    return fillText(text, { name: this.#list(list).nameOf(id), ...values });
  }

  #list(key: string): ArrangedList {
    return this.lists.find((list) => list.key === key)!;
  }

  #row(list: string, id: string): HTMLElement | undefined {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-list] [data-id]')].find(
      (row) => row.dataset['id'] === id && row.closest<HTMLElement>('[data-list]')?.dataset['list'] === list,
    );
  }
}

/** The page's own widget behind an event; not one in a slot, nor one inside another, as an open conversation. */
function ownWidget(event: Event, root: Node): Element | undefined {
  const [origin] = event.composedPath();
  return origin instanceof Element && origin.getRootNode() === root ? origin : undefined;
}
