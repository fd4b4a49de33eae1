import { LitElement, type PropertyValues, type TemplateResult, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { type MetricsScope, type Selected, consumeScope, provideScope } from '../../context/metrics-context.js';
import { AlertVoice } from '../../controllers/alert-voice.js';
import { forgetDescription } from '../../controllers/description-cache.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { SourceResolver } from '../../controllers/source-resolver.js';
import { UserChoice } from '../../controllers/user-choice.js';
import { followRefusals, subjectSince } from '../../controllers/refusals.js';
import { type ScopeProperties, scopeProperties } from '../../controllers/scope-properties.js';
import { SharedFailure } from '../../controllers/shared-failure.js';
import { SourceFollower, SourceProgress } from '../../controllers/source-follower.js';
import { isInvalidQuery } from '../../controllers/source-query-controller.js';
import type { Product } from '../../core/live-state.js';
import { type ScopeSettings, type Selection, ownNames, survivesFilters } from '../../core/selection.js';
import { isOverriddenBelow } from '../shared/announce-choice.js';
import { failureNotice, failureWords } from '../shared/notices.js';
import type { AgentFiltersChangeEvent, AgentRangeChangeEvent } from '../shared/user-events.js';
import { pieceStyles, tokens } from '../shared/host-styles.js';

export interface AgentMetricsProvider extends ScopeProperties {}

const DATES = ['range', 'timeZone', 'weekStart', 'now'] as const;

const styles = css`
  :host {
    display: contents;
  }
  :host([hidden]) {
    display: none;
  }
  .frame {
    grid-column: 1 / -1;
    font-family: var(--agent-font, inherit);
    color: var(--_text);
    ${tokens}
  }
  ${pieceStyles}
`;

/**
 * Holds source, range, comparison, zone and filters for all widgets inside it. Shows nothing itself, but where none of them could be loaded it
 * says so above them, once for all.
 *
 * A range or filters that a user chooses inside it become its own, so that every widget follows; a bar, tile, skill or gap that they choose
 * leads the conversation table inside it to what is behind. Inside another provider it decides what it sets and leaves the rest to the outer
 * one; without a source of its own it leaves the choice of conversations to the outer one, too.
 *
 * @slot - The widgets, and anything else.
 * @fires agent-progress - Its data are being read; `event.done` of `event.total` bytes.
 * @csspart error - Why nothing could be loaded.
 * @csspart retry - The button that asks everything again.
 */
export class AgentMetricsProvider extends LitElement {
  static override properties = scopeProperties;
  static override styles = styles;

  /** The page around says what holds for all widgets inside (since when nothing is collected, refused records), so that they need not. */
  @property({ attribute: false }) hasPageNotices?: boolean;

  /** Whose going live decides whether there is anything to show inside. Unset: the agent's. */
  @property({ attribute: false }) product?: Product;

  /** What the numbers are about, set together with `source`: another source about the same keeps the last numbers until it answers. */
  @property({ attribute: false }) subject?: unknown;

  /** Hears what the list of conversations inside is led to; `undefined`: back to everything. */
  @property({ attribute: false }) onSelection?: (selection: Selection | undefined) => void;

  readonly #own = new SourceResolver(this);
  readonly #outer = consumeScope(this);
  readonly #provider = provideScope(this);
  readonly #locale = new LocaleController(this);
  readonly #failure = new SharedFailure(() => this.requestUpdate());
  readonly #voice = new AlertVoice(this, () => this.#failure.current !== undefined);
  readonly #chosen = new UserChoice(
    () => this.filters,
    (filters) => (this.filters = filters),
  );
  #version = 0;
  #outerVersion = 0;
  #selected: Selected | undefined;
  #subject: unknown;
  #around: ScopeSettings | undefined;
  #shared: MetricsScope | undefined;
  readonly #selectHere = (selected: Selected | undefined) => this.#select(selected);
  /** Outside, what is set here is the selection's own. */
  readonly #selectOutside = (selected: Selected | undefined) =>
    this.#outer.value?.select?.(selected && this.#passOn(selected));

  constructor() {
    super();
    new SourceProgress(
      this,
      () => this.#own.from(this),
      () => true,
    );
    new SourceFollower(
      this,
      () => this.#source,
      (source) => followRefusals(source, () => this.requestUpdate()),
    );
    this.addEventListener('agent-range-change', (event) => this.#takeRange(event));
    this.addEventListener('agent-filters-change', (event) => this.#takeFilters(event));
  }

  /** Has every widget inside ask again. Their last numbers stay until the new ones come. */
  reload(): void {
    if (this.#source) forgetDescription(this.#source);
    this.#version++;
    this.requestUpdate();
  }

  override willUpdate(): void {
    let scope = this.#scope();
    if (this.#subject !== undefined && scope.subject !== undefined && scope.subject !== this.#subject)
      if (this.#chosen.takeBack()) scope = this.#scope();
    if (this.#selected && !this.#isStillMeant(this.#selected.selection, scope)) {
      scope.selected = this.#selected = undefined;
      queueMicrotask(() => this.onSelection?.(undefined));
    }
    if (scope.report === this.#failure.report && scope.source !== this.#shared?.source)
      scope.failure = this.#failure.forget();
    this.#subject = scope.subject;
    this.#around = scope.around;
    this.#followOuterReload(scope.source);
    // A scope of its own would have every widget inside draw again.
    if (!this.#isShared(scope)) this.#provider.setValue((this.#shared = scope));
  }

  override render(): TemplateResult {
    return html`${this.#failure.current ? this.#failureView(this.#failure.current) : nothing}<slot></slot>`;
  }

  /** The button goes with what it mends, so the focus moves to the numbers that have come. */
  override update(changed: PropertyValues): void {
    const hadFocus = this.shadowRoot?.activeElement != null;
    super.update(changed);
    if (hadFocus && !this.#failure.current)
      this.#failure.widgets[0]?.shadowRoot?.querySelector<HTMLElement>('.frame')?.focus();
  }

  #failureView({ error }: { error: unknown }): TemplateResult {
    const { messages, direction } = this.#locale;
    return html`<div class="frame" dir=${direction}>${failureNotice({
      words: failureWords(error, messages),
      error,
      role: this.#voice.isSpeaking ? 'alert' : undefined,
      action: isInvalidQuery(error)
        ? nothing
        : html`<button class="button" part="retry" type="button" @click=${() => this.reload()}>${messages.states.tryAgain}</button>`,
    })}</div>`;
  }

  get #source(): MetricsScope['source'] {
    return this.#own.from(this) ?? this.#outer.value?.source;
  }

  #scope(): MetricsScope {
    const { range, compare, timeZone, weekStart, now, filters, marks, refresh, hasPageNotices, product } = this;
    const source = this.#own.from(this);
    const set = Object.entries({
      range,
      compare,
      timeZone,
      weekStart,
      now,
      filters,
      marks,
      refresh,
      hasPageNotices,
      product,
    }).filter(([, value]) => value !== undefined);
    const outer = this.#outer.value;
    const scope: MetricsScope = {
      ...NOTHING_SET,
      ...outer,
      ...Object.fromEntries(set),
      version: this.#version + (outer?.version ?? 0),
      ...((source ?? !outer) && {
        source,
        subject: this.#own.subjectOf(this),
        failure: this.#failure.current,
        report: this.#failure.report,
      }),
    };
    scope.subject = subjectSince(scope.source, scope.subject);
    if (!source && outer?.select) return { ...scope, select: this.#selectOutside };
    return { ...scope, around: scope, selected: this.#selected, select: this.#selectHere };
  }

  #isShared(scope: MetricsScope): boolean {
    const shared = this.#shared;
    // `around` of a provider that keeps the selection is made of the other fields.
    const names = (Object.keys(scope) as (keyof MetricsScope)[]).filter(
      (name) => name !== 'around' || scope.select !== this.#selectHere,
    );
    return shared !== undefined && names.every((name) => shared[name] === scope[name]);
  }

  /** A bar is of the dates it was drawn for; a tile follows them. Other data about the same keep the selection. */
  #isStillMeant(selection: Selected['selection'], { subject, around }: MetricsScope): boolean {
    const before = this.#around;
    if (subject !== this.#subject || !before || !around) return false;
    return (
      !(selection.bucket && DATES.some((name) => before[name] !== around[name])) &&
      survivesFilters(selection, before.filters ?? {}, around.filters ?? {})
    );
  }

  #select(selected: Selected | undefined): void {
    this.#selected = selected;
    this.onSelection?.(selected?.selection);
    this.requestUpdate();
  }

  #passOn({ selection, origin }: Selected): Selected {
    return { selection: { ...selection, own: [...new Set([...selection.own, ...ownNames(this)])] }, origin };
  }

  #followOuterReload(source: MetricsScope['source']): void {
    const version = this.#outer.value?.version ?? 0;
    if (version === this.#outerVersion) return;
    this.#outerVersion = version;
    if (source && source !== this.#outer.value?.source) forgetDescription(source);
  }

  #takeRange(event: AgentRangeChangeEvent): void {
    if (this.#leavesToOuter('range') || isOverriddenBelow(event, this, 'range')) return;
    this.range = event.range;
    this.compare = event.compare;
  }

  #takeFilters(event: AgentFiltersChangeEvent): void {
    if (!this.#leavesToOuter('filters') && !isOverriddenBelow(event, this, 'filters')) this.#chosen.set(event.filters);
  }

  /** What an outer provider decides is left to it. */
  #leavesToOuter(name: 'range' | 'filters'): boolean {
    return this.#outer.value !== undefined && this[name] === undefined;
  }
}

const NOTHING_SET: MetricsScope = {
  source: undefined,
  subject: undefined,
  range: undefined,
  compare: undefined,
  timeZone: undefined,
  weekStart: undefined,
  now: undefined,
  filters: undefined,
  marks: undefined,
  refresh: undefined,
  version: 0,
  hasPageNotices: false,
  failure: undefined,
  report: undefined,
  product: undefined,
  around: undefined,
  selected: undefined,
  select: undefined,
};

// Importing one element gives the types of its events.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-metrics-provider': AgentMetricsProvider;
  }
}

// What the page has inside stays in the page's own font and colours.
