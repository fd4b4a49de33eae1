import { css, html, LitElement, type TemplateResult } from 'lit';
import { consumeScope, provideScope, type MetricsScope } from '../../context/metrics-context.js';
import { OwnSource } from '../../controllers/own-source.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import type { AgentFiltersChangeEvent, AgentRangeChangeEvent } from '../shared/reader-events.js';

export interface AgentMetricsProvider extends ScopeProperties {}

/**
 * Holds source, range, comparison, zone and filters for all widgets inside it. Shows nothing itself.
 *
 * A range or filters that a reader chooses inside it become its own, so that every widget follows. Inside another provider it decides what it
 * sets and leaves the rest to the outer one.
 *
 * @slot - The widgets, and anything else.
 */
export class AgentMetricsProvider extends LitElement {
  static override properties = scopeProperties;
  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  readonly #own = new OwnSource();
  readonly #outer = consumeScope(this);
  readonly #provider = provideScope(this);

  constructor() {
    super();
    this.addEventListener('agent-range-change', (event) => this.#takeRange(event));
    this.addEventListener('agent-filters-change', (event) => this.#takeFilters(event));
  }

  override willUpdate(): void {
    this.#provider.setValue(this.#scope());
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #scope(): MetricsScope {
    const { range, compare, timeZone, weekStart, now, filters, refresh } = this;
    const own = { source: this.#own.from(this), range, compare, timeZone, weekStart, now, filters, refresh };
    const set = Object.entries(own).filter(([, value]) => value !== undefined);
    return { ...own, ...this.#outer.value, ...Object.fromEntries(set) };
  }

  #takeRange(event: AgentRangeChangeEvent): void {
    if (this.#leavesToOuter('range') || this.#isDecidedInside(event, 'range')) return;
    this.range = event.range;
    this.compare = event.compare;
  }

  #takeFilters(event: AgentFiltersChangeEvent): void {
    if (!this.#leavesToOuter('filters') && !this.#isDecidedInside(event, 'filters')) this.filters = event.filters;
  }

  /** A widget or inner provider with a setting of its own speaks for itself alone. */
  #isDecidedInside(event: Event, name: 'range' | 'filters'): boolean {
    const path = event.composedPath();
    return path.slice(0, path.indexOf(this)).some((one) => (one as Partial<ScopeProperties>)[name] !== undefined);
  }

  /** What an outer provider decides is left to it. */
  #leavesToOuter(name: 'range' | 'filters'): boolean {
    return this.#outer.value !== undefined && this[name] === undefined;
  }
}

// Whoever imports one element gets the types of what it fires.
export type * from '../../controllers/load-events.js';
export type * from '../shared/reader-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-metrics-provider': AgentMetricsProvider;
  }
}
