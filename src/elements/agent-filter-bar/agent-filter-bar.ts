import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { AnswerController, toBaseQuery } from '../../controllers/answer-controller.js';
import { EscapeController } from '../../controllers/escape-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { LightDismissController } from '../../controllers/light-dismiss-controller.js';
import { ScopeController, type ResolvedScope } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import type { Filters, MetricsQuery } from '../../core/query.js';
import { chooseFilters, chooseRange } from '../shared/announce-choice.js';
import { headingView, loadView } from '../shared/load-view.js';
import { hostStyles } from '../shared/host-styles.js';
import { listConverter } from '../shared/attribute-converters.js';
import { dimensionWord, metricWords } from '../shared/words.js';
import {
  METRIC,
  toChips,
  toCountsQuery,
  toDimensions,
  toValues,
  valuesIn,
  withoutValue,
  withValue,
  type FilterWords,
} from './filter-values.js';
import { styles } from './styles.js';
import { chipsView, dimensionView, panelView } from './views.js';

export interface AgentFilterBar extends ScopeProperties {}

/**
 * Filters for the provider around it, or for itself: a button per dimension with its values and how many conversations each would give, and
 * what is chosen, to be taken away one by one.
 *
 * @slot heading - A title, none by default.
 * @fires agent-filters-change - The user changed the filters; `event.filters` holds them.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - Numbers arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - The numbers could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @csspart dimension - The button of a dimension.
 * @csspart panel - The values of a dimension.
 * @csspart search - Searches a long list of values.
 * @csspart value - One value.
 * @csspart total - How many conversations match.
 * @csspart chips - The filters that hold.
 * @csspart chip - One of them.
 * @csspart clear - Takes all of them away.
 */
export class AgentFilterBar extends LitElement {
  static override properties = scopeProperties;
  static override styles = [hostStyles, styles];

  /** Which dimensions, in which order, as an attribute separated by commas. Unset: all that the data have. */
  @property({ converter: listConverter }) dimensions?: string[] | undefined;
  /** What the values and all that match are counted by. */
  @property() metric = METRIC;

  @state() private opened: string | undefined;
  @state() private phrase = '';
  @query('.dimension:has(.panel)') private open!: HTMLElement | null;
  @query('.panel') private panel!: HTMLElement | null;

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #total = new AnswerController(this, this.#scope, (scope) => ({ ...toBase(scope), metrics: [this.metric] }));
  /** By the values of the dimension that is open; closed, nothing is asked. */
  readonly #counts = new AnswerController(this, this.#scope, (scope) =>
    this.opened === undefined ? undefined : toCountsQuery(toBase(scope), this.opened, this.metric),
  );
  /** The control that the user removed had the focus. */
  #isFocusOpen = false;

  constructor() {
    super();
    new EscapeController(
      this,
      () => this.opened !== undefined,
      () => this.#close(),
    );
    new LightDismissController(
      this,
      () => this.open,
      () => (this.opened = undefined),
    );
    this.#scope.onOtherSubject(() => Object.assign(this, { opened: undefined, phrase: '' }));
  }

  override render(): TemplateResult {
    const { messages } = this.#locale;
    const formats = this.#locale.formats(this.#scope.displayZone, undefined);
    const description = this.#scope.source && this.#scope.described;
    const words =
      description && !this.#scope.isNotLive
        ? { messages, formats, description, offered: toDimensions(description, this.dimensions) }
        : undefined;
    return html`<div class="container">
      ${headingView(this.heading, undefined)}
      <div class="bar" dir=${this.#locale.direction} role="group" aria-label=${messages.filters.label}>
        ${words ? this.#dimensions(words) : nothing}
        ${loadView({
          answers: this.#total,
          locale: this.#locale,
          formats,
          isTimeless: true,
          skeleton: html`<div class="bones" part="skeleton" aria-hidden="true">${description ? nothing : [1, 2, 3].map(() => html`<span class="bone"></span>`)}</div>`,
          content: ({ answer }) => this.#matching(answer.metrics[this.metric]?.value ?? null, { messages, formats }),
          onLastData: (range) => chooseRange(this, this.#scope, range),
        })}
      </div>
      ${words ? this.#chips(words) : nothing}
    </div>`;
  }

  override updated(changed: PropertyValues): void {
    // The sticky heads of tables further down have layers too.
    if (changed.has('opened' as never)) this.style.setProperty('--_layer', this.opened === undefined ? 'auto' : '10');
    this.#placePanel();
    if (!this.#isFocusOpen || this.shadowRoot?.activeElement) return;
    this.#isFocusOpen = false;
    const places = this.renderRoot.querySelectorAll<HTMLElement>('.chip, .dimension .button');
    const chips = [...places].filter((place) => place.matches('.chip'));
    (chips.at(-1) ?? places[0])?.focus();
  }

  #dimensions(words: FilterWords) {
    const filters = this.#filters() ?? {};
    return html`<div class="dimensions">${words.offered.map((name) =>
      dimensionView(
        {
          name,
          label: dimensionWord(name, words.messages, words.offered),
          chosen: valuesIn(filters, name).length,
          isOpen: name === this.opened,
          onOpen: () => this.#toggle(name),
          panel: () => this.#panel(name, filters, words),
        },
        words,
      ),
    )}</div>`;
  }

  #panel(name: string, filters: Filters, words: FilterWords) {
    const { last } = this.#counts;
    const counts = last?.query.groupBy === name ? last.answer : undefined;
    return panelView(
      {
        label: dimensionWord(name, words.messages, words.offered),
        values: toValues(name, filters, counts, words),
        phrase: this.phrase,
        isTruncated: words.description.dimensions[name]?.truncated === true,
        isUncounted: counts?.metrics[this.metric]?.reason === 'no-dimension',
        onSearch: (phrase) => (this.phrase = phrase),
        onToggle: (value, isChosen) => this.#choose((isChosen ? withValue : withoutValue)(filters, name, value)),
      },
      words,
    );
  }

  #matching(value: number | null, { messages, formats }: Pick<FilterWords, 'messages' | 'formats'>) {
    const matching = (count: number) =>
      this.metric === METRIC
        ? formats.counted(messages.filters.matching, count)
        : `${metricWords(this.metric, messages, this.#scope.described).label}: ${formats.exact(count, 'count')}`;
    return html`<p class="total" part="total" role="status"><bdi>${value === null ? messages.states.noDimension : matching(value)}</bdi></p>`;
  }

  #chips(words: FilterWords) {
    const filters = this.#filters();
    return html`<div dir=${this.#locale.direction}>${chipsView(
      toChips(filters ?? {}, words),
      filters === undefined,
      ({ name, value }) => this.#take(withoutValue(filters!, name, value)),
      () => this.#take({}),
      words,
    )}</div>`;
  }

  /** `undefined` if the filters that were set are invalid. */
  #filters(): Filters | undefined {
    try {
      return this.#scope.filters;
    } catch {
      return undefined;
    }
  }

  #toggle(name: string): void {
    this.opened = this.opened === name ? undefined : name;
    this.phrase = '';
  }

  #close(): void {
    if (this.open?.contains(this.shadowRoot!.activeElement)) this.open.querySelector('button')!.focus();
    this.opened = undefined;
  }

  #take(filters: Filters): void {
    this.#isFocusOpen = true;
    this.#choose(filters);
  }

  #choose(filters: Filters): void {
    chooseFilters(this, this.#scope, filters);
  }

  /** Under its button, but inside the bar. */
  #placePanel(): void {
    if (!this.panel || !this.open) return;
    const [bar, button] = [this.getBoundingClientRect(), this.open.getBoundingClientRect()];
    const before = this.#locale.direction === 'rtl' ? bar.right - button.right : button.left - bar.left;
    const shift = Math.min(0, bar.width - before - this.panel.offsetWidth);
    this.panel.style.setProperty('--_shift', `${Math.max(shift, -before)}px`);
  }
}

function toBase(scope: ResolvedScope): Omit<MetricsQuery, 'metrics'> {
  return toBaseQuery({ ...scope, compare: undefined });
}

// Importing one element gives the types of its events.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-filter-bar': AgentFilterBar;
  }
}
