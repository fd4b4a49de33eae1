import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { AgentLoadEvent } from '../../controllers/load-events.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { RefreshController } from '../../controllers/refresh-controller.js';
import { ScopeController } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import type { Selection } from '../../core/selection.js';
import { chooseRange } from '../shared/choose-range.js';
import { copyText } from '../shared/copy-text.js';
import { hostStyles } from '../shared/host-styles.js';
import { listConverter } from '../shared/list-converter.js';
import { pairsConverter } from '../shared/pairs-converter.js';
import { ownWidget, PageLoads } from './page-loads.js';
import { barrierView, noticesView, readPage, refusedOfPage } from './page-view.js';
import type { Preset } from './presets.js';
import { ReaderState } from './reader-state.js';
import { partsView, sectionView } from './sections-view.js';
import { styles } from './styles.js';
import { toolsView } from './tools-view.js';

export interface AgentDashboard extends ScopeProperties {}

/** Seconds after which "2 minutes ago" is written anew. */
const AGE_STEP = 20;

/**
 * A whole page about the agent from one tag: the widgets of a preset under one provider, with one range, one refresh and one word about
 * what holds for all of them.
 *
 * @slot heading - Replaces the title.
 * @slot start - Before all sections.
 * @slot end - After all sections.
 * @slot before-gaps - Before a section; likewise `before-overview`, `before-conversations`. `after-…` is after it, its own name replaces its widgets.
 * @fires agent-range-change - The reader chose a range or comparison; the event has `range`, `from`, `to` and `compare`.
 * @fires agent-filters-change - The reader changed the filters; `event.filters` holds them.
 * @fires agent-group-change - The reader grouped the chart by another dimension; `event.groupBy` names it.
 * @fires agent-kpi-select - The reader activated a tile; `event.metric` says which. Cancelable.
 * @fires agent-bar-select - The reader activated a bar or a skill. Cancelable.
 * @fires agent-gap-select - The reader asked for the conversations behind a knowledge gap. Cancelable.
 * @fires agent-conversation-open - The reader opened a conversation; `event.conversationId` names it. Cancelable.
 * @fires agent-knowledge-add - The reader wrote an article for a knowledge gap. Cancelable.
 * @fires agent-gap-dismiss - The reader dismissed a knowledge gap or took that back.
 * @fires agent-export - The reader asked for a file; the event has `format` and `filename`. Cancelable.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - Numbers arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - Numbers could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @csspart heading - The title.
 * @csspart section - One section.
 * @csspart section-heading - Its title.
 * @csspart card - One widget.
 * @csspart refresh - The button that asks everything again.
 * @csspart copy-link - The button that copies the link to this view.
 */
export class AgentDashboard extends LitElement {
  static override properties = scopeProperties;
  static override styles = [hostStyles, styles];

  static {
    // A provider around hears of the one inside while this renders, and tells its consumers anew, this one too.
    this.disableWarning?.('change-in-update');
  }

  /** Which page: `customer-agent` or `customer-agent-classic`. */
  @property() preset = 'customer-agent';
  /** Which sections, in which order, as an attribute `overview,conversations`. Unset: all of the preset. */
  @property({ converter: listConverter }) sections?: string[];
  /** Titles of sections, as an attribute `gaps:Open topics;overview:How it went`. */
  @property({ attribute: 'section-headings', converter: pairsConverter }) sectionHeadings?: Record<string, string>;
  /** The numbers in the tiles. Unset: the preset's. */
  @property({ converter: listConverter }) metrics?: string[];
  /** The columns of the conversations. Unset: the preset's. */
  @property({ converter: listConverter }) columns?: string[];
  /** What splits the bars. Unset: the preset's. */
  @property({ attribute: 'group-by' }) groupBy?: string | undefined;
  /** Rows of conversations a page. Unset: 25. */
  @property({ type: Number, attribute: 'page-size' }) pageSize?: number;
  /** Keeps range, comparison, filters and grouping in this parameter of the page's address. Unset: the address stays as it is. */
  @property({ attribute: 'view-parameter' }) viewParameter?: string;

  /** What the reader's last deed led to. */
  @state() private said = '';
  @query('agent-metrics-provider') private provider?: HTMLElementTagNameMap['agent-metrics-provider'];

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #reader = new ReaderState(this, this.#scope);
  readonly #loads = new PageLoads();
  readonly #onSelection = (selection: Selection | undefined) => this.#reader.follow(selection !== undefined);

  constructor() {
    super();
    new RefreshController(this, () => AGE_STEP, () => this.requestUpdate());
    this.addEventListener('agent-load', (event) => this.#noteLoad(event));
  }

  /** Range, comparison, filters and grouping as one text for links and saved views. Setting it throws a `RangeError` that names what cannot be. */
  get view(): string {
    return this.#reader.view;
  }

  set view(text: string) {
    this.#reader.view = text;
  }

  /** Asks everything again; the last numbers stay until the new ones come. */
  reload(): void {
    this.said = this.#locale.messages.states.updating;
    this.#scope.reloadDescription();
    this.provider?.reload();
  }

  override render(): TemplateResult {
    const { messages, direction } = this.#locale;
    const page = readPage(this.#scope, this.preset, this.sections);
    const view = {
      scope: this.#scope, locale: this.#locale, viewProblem: this.#reader.url.problem,
      onLastData: (range: string) => chooseRange(this, this.#scope, range), onRetry: () => this.reload(),
    };
    return html`
      <div class="page" part="page" dir=${direction}>
        <header class="head">
          <slot name="heading"><h2 class="title" part="heading">${this.heading ?? messages.dashboard.titles[this.preset] ?? messages.overview}</h2></slot>
          ${page.kind === 'open' ? this.#tools() : nothing}
        </header>
        ${page.kind === 'open' ? html`${noticesView(page.problem, view)}${this.#sections(page)}${refusedOfPage(view)}` : barrierView(page, view)}
      </div>
    `;
  }

  #tools() {
    const { messages } = this.#locale;
    const { href } = this.#reader.url;
    return toolsView({
      messages, formats: this.#locale.formats(this.#scope.displayZone, undefined), loaded: this.#loads.oldest, now: Date.now(), said: this.said,
      onRefresh: () => this.reload(), onCopy: href === undefined ? undefined : () => void this.#copyLink(href),
    });
  }

  #sections({ preset, sections }: { preset: Preset; sections: Preset['sections'] }) {
    const { range, compare, timeZone, weekStart, now, filters, refresh } = this;
    const settings = {
      messages: this.#locale.messages, groupBy: this.groupBy, metrics: this.metrics, columns: this.columns, pageSize: this.pageSize,
      titles: this.sectionHeadings ?? {}, filters: this.#reader.listFilters,
    };
    return html`
      <agent-metrics-provider .source=${this.#scope.source} .subject=${this.#scope.subject} .range=${range} .compare=${compare} .timeZone=${timeZone}
        .weekStart=${weekStart} .now=${now} .filters=${filters} .refresh=${refresh} .hasPageNotices=${true} .onSelection=${this.#onSelection}>
        <slot name="start"></slot>
        ${preset.top.length > 0 ? html`<div class="top">${partsView(preset.top, settings)}</div>` : nothing}
        ${sections.map((section) => sectionView(section, settings))}
        <slot name="end"></slot>
      </agent-metrics-provider>
    `;
  }

  #noteLoad(event: AgentLoadEvent): void {
    const widget = ownWidget(event, this.renderRoot);
    if (!widget) return;
    this.#loads.note(widget, event);
    this.said = '';
    this.requestUpdate();
  }

  async #copyLink(href: string): Promise<void> {
    const { dashboard, thread } = this.#locale.messages;
    this.said = (await copyText(href, this.renderRoot)) ? dashboard.linkCopied : thread.notCopied;
  }
}

// Whoever imports one element gets the types of what it fires.
export type * from '../../controllers/load-events.js';
export type * from '../shared/reader-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-dashboard': AgentDashboard;
  }
}
