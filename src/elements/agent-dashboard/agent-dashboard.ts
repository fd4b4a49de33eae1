import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { AlertVoice } from '../../controllers/alert-voice.js';
import type { AgentLoadEvent } from '../../controllers/load-events.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { RefreshController } from '../../controllers/refresh-controller.js';
import { ScopeController } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import type { Selection } from '../../core/selection.js';
import { chooseRange } from '../shared/announce-choice.js';
import { controlStyles } from '../shared/control-styles.js';
import { copyText } from '../shared/copy-text.js';
import { hostStyles } from '../shared/host-styles.js';
import { listConverter, pairsConverter } from '../shared/attribute-converters.js';
import { contentView } from './content-view.js';
import { DashboardController } from './dashboard-controller.js';
import { barrierView, hasFailure, noticesView, refusedOfPage, toolsView } from './page-view.js';
import type { Page, Preset } from './presets.js';
import { styles } from './styles.js';

export interface AgentDashboard extends ScopeProperties {}

/** Seconds after which "2 minutes ago" is drawn again. */
const AGE_STEP = 20;

/**
 * A whole page about the agent from one tag: the widgets of a preset under one provider, with one range, one refresh and one word about
 * what holds for all of them.
 *
 * @slot heading - Replaces the title.
 * @slot start - Before all sections.
 * @slot end - After all sections.
 * @slot before-gaps - Before a section; likewise `before-overview`, `before-conversations`. `after-…` is after it, its own name replaces its widgets.
 * @fires agent-range-change - The user chose a range or comparison; the event has `range`, `from`, `to` and `compare`.
 * @fires agent-filters-change - The user changed the filters; `event.filters` holds them.
 * @fires agent-group-change - The user grouped the chart by another dimension; `event.groupBy` names it.
 * @fires agent-kpi-select - The user activated a tile; `event.metric` says which. Cancelable.
 * @fires agent-bar-select - The user activated a bar or a skill. Cancelable.
 * @fires agent-gap-select - The user asked for the conversations behind a knowledge gap. Cancelable.
 * @fires agent-conversation-open - The user opened a conversation; `event.conversationId` names it. Cancelable.
 * @fires agent-knowledge-add - The user wrote an article for a knowledge gap. Cancelable.
 * @fires agent-gap-dismiss - The user dismissed a knowledge gap or took that back.
 * @fires agent-report-open - The user follows the link to the host's page about a number; the event has `metric`, `url`, `range`, `from`, `to` and `filters`. Cancelable.
 * @fires agent-layout-change - The user arranged the page anew; `event.layout` is the text to keep and to set again.
 * @fires agent-export - The user asked for a file; the event has `format` and `filename`. Cancelable.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - Numbers arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - Numbers could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @csspart heading - The title.
 * @csspart section - One section.
 * @csspart section-heading - Its title.
 * @csspart card - One widget.
 * @csspart group - Parts of a section under a title of their own, which the user can fold.
 * @csspart no-facts - The line in place of widgets whose facts nobody supplied.
 * @csspart customise - Where the user arranges the page.
 * @csspart customise-toggle - The button that opens it.
 * @csspart refresh - The button that asks everything again.
 * @csspart copy-link - The button that copies the link to this view.
 */
export class AgentDashboard extends LitElement {
  static override properties = scopeProperties;
  static override styles = [hostStyles, controlStyles, styles];

  static {
    // A provider around this element notices the one inside while it renders, and updates its consumers, of which this is one.
    this.disableWarning?.('change-in-update');
  }

  /** Which page: `customer-agent`, `customer-agent-classic`, `customer-hub`, `help-desk`, `chatbot`, or as a property a page of the host's own. */
  @property() preset: string | Preset = 'customer-agent';
  /** Which sections, in which order, as an attribute `overview,conversations`. Unset: all of the preset. */
  @property({ converter: listConverter }) sections?: string[];
  /** Titles of sections, as an attribute `gaps:Open topics;overview:How it went`. */
  @property({ attribute: 'section-headings', converter: pairsConverter }) sectionHeadings?: Record<string, string>;
  /** The numbers in the first tiles. Unset: the preset's. */
  @property({ converter: listConverter }) metrics?: string[];
  /** The columns of the conversations. Unset: the preset's. */
  @property({ converter: listConverter }) columns?: string[];
  /** What splits the bars. Unset: the preset's. */
  @property({ attribute: 'group-by' }) groupBy?: string | undefined;
  /** Rows of conversations a page. Unset: 25. */
  @property({ type: Number, attribute: 'page-size' }) pageSize?: number;
  /** The host's own pages about numbers, as an attribute `hub-revenue:https://shop.example/report?from={from}&to={to}&filters={filters}`. */
  @property({ converter: pairsConverter }) reports?: Record<string, string>;
  /** Targets, as an attribute `ai-resolved-rate:0.6;csat:0.9`. Unset: the preset's. Tiles show those that are no totals of the goals' period. */
  @property() goals?: string;
  /** Lets the user choose and order sections and tiles. */
  @property({ type: Boolean }) customisable = false;
  /** Keeps range, comparison, filters and grouping in this parameter of the page's address. Unset: the address stays as it is. */
  @property({ attribute: 'view-parameter' }) viewParameter?: string;

  /** What the user's last action led to. */
  @state() private announcement = '';
  /** None of the widgets has had an answer yet, not even a failure. */
  @state() private isFirstLoad = true;
  /** The age of the numbers counts from here, epoch milliseconds. */
  @state() private drawnAt = Date.now();
  @query('agent-metrics-provider') private provider?: HTMLElementTagNameMap['agent-metrics-provider'];

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #page = new DashboardController(this, this.#scope, this.#locale);
  readonly #voice = new AlertVoice(
    this,
    () => hasFailure(this.#page.page, this.#page.viewProblem),
    () => this.#scope.description.load.kind === 'loading',
  );
  readonly #onSelection = (selection: Selection | undefined) => this.#page.select(selection !== undefined);

  constructor() {
    super();
    new RefreshController(
      this,
      () => AGE_STEP,
      () => (this.drawnAt = Date.now()),
    );
    this.addEventListener('agent-load', (event) => this.#noteLoad(event));
    for (const type of ['agent-error', 'agent-auth-error'] as const) this.addEventListener(type, () => this.#endLoad());
  }

  /** Range, comparison, filters and grouping as one text for links and saved views. Setting it throws a `RangeError` that names what is invalid. */
  @property({ converter: (text) => text ?? '' }) get view(): string {
    return this.#page.view;
  }

  set view(text: string) {
    this.#page.view = text;
  }

  /**
   * Which sections and tiles are shown and in which order, as one text: `sections=overview,!gaps;tiles=total-volume,ai-revenue`, `!` hides. `''` is
   * the page's own arrangement. What the text does not name follows at the end and is shown. Setting it throws a `RangeError` that names what is invalid.
   */
  @property({ converter: (text) => text ?? '' }) get layout(): string {
    return this.#page.layout;
  }

  set layout(text: string) {
    this.#page.layout = text;
  }

  /** Asks everything again; the last numbers stay until the new ones come. */
  reload(): void {
    this.announcement = this.#locale.messages.states.updating;
    this.#scope.reloadDescription();
    this.provider?.reload();
  }

  override render(): TemplateResult {
    const { messages, direction } = this.#locale;
    const { page, viewProblem } = this.#page;
    const title = messages.dashboard.titles[page.kind === 'open' ? page.preset.id : ''] ?? messages.overview;
    const view = {
      scope: this.#scope,
      locale: this.#locale,
      viewProblem,
      alertRole: this.#voice.isSpeaking ? ('alert' as const) : undefined,
      onLastData: (range: string) => chooseRange(this, this.#scope, range),
      onRetry: () => this.reload(),
    };
    return html`<div class="container">
      <div class="page" part="page" dir=${direction}>
        <header class="head">
          <slot name="heading"><h2 class="title" part="heading">${this.heading ?? title}</h2></slot>
          ${page.kind === 'open' ? this.#tools() : nothing}
        </header>
        ${page.kind === 'open' ? html`${noticesView(page, view)}${this.#content(page)}${refusedOfPage(view)}` : barrierView(page, view)}
      </div>
    </div>`;
  }

  #tools() {
    const { href } = this.#page;
    const { messages } = this.#locale;
    return toolsView({
      messages,
      formats: this.#locale.formats(this.#scope.displayZone, undefined),
      loaded: this.#page.oldestLoad,
      now: this.drawnAt,
      announcement: this.announcement || (this.isFirstLoad ? messages.states.loading : ''),
      onCustomise: this.customisable ? () => this.#page.toggleCustomising() : undefined,
      isCustomising: this.#page.isCustomising,
      onRefresh: () => this.reload(),
      onCopy: href === undefined ? undefined : () => void this.#copyLink(href),
    });
  }

  #content(page: Extract<Page, { kind: 'open' }>) {
    return contentView({
      host: this,
      messages: this.#locale.messages,
      scope: this.#scope,
      controller: this.#page,
      page,
      onSelection: this.#onSelection,
    });
  }

  #noteLoad(event: AgentLoadEvent): void {
    if (this.#page.noteLoad(event)) this.#endLoad();
  }

  #endLoad(): void {
    this.announcement = '';
    this.isFirstLoad = false;
    this.drawnAt = Date.now();
    this.requestUpdate();
  }

  async #copyLink(href: string): Promise<void> {
    const { dashboard, thread } = this.#locale.messages;
    this.announcement = (await copyText(href, this.renderRoot)) ? dashboard.linkCopied : thread.notCopied;
  }
}

// Importing one element gives the types of its events.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-dashboard': AgentDashboard;
  }
}
