import { html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AnswerController, toBaseQuery } from '../../controllers/answer-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { ScopeController, type ResolvedScope } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import { HEADLINE_METRICS } from '../../core/metrics/catalogue.js';
import type { MetricsQuery } from '../../core/query.js';
import { resolveGrain } from '../../core/time/grain.js';
import { chooseRange } from '../shared/choose-range.js';
import { headingView } from '../shared/heading-view.js';
import { hostStyles } from '../shared/host-styles.js';
import { icon } from '../shared/icons.js';
import { listConverter } from '../shared/list-converter.js';
import { loadView } from '../shared/load-view.js';
import { AgentKpiSelectEvent } from '../shared/reader-events.js';
import { selectConversations } from '../shared/select-conversations.js';
import type { Sparkline } from './sparkline.js';
import { styles } from './styles.js';
import { countsNothing, toTiles, type Tile } from './tiles.js';

export interface AgentKpiGrid extends ScopeProperties {}

/**
 * Headline numbers for one time range, each with its change and its course.
 *
 * @slot heading - Replaces the title.
 * @fires agent-kpi-select - The reader activated a tile; `event.metric` says which. Cancelable; else the conversation table under the same provider shows what is behind it.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - Numbers arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - The numbers could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @fires agent-range-change - The reader asked for the last data; `event.range` holds their dates.
 * @csspart tile - One tile.
 * @csspart label - A metric's name.
 * @csspart number - Its value.
 * @csspart change - The change against the compared range.
 * @csspart sparkline - The course over time.
 * @cssproperty [--agent-kpi-min-width=12rem] - Narrowest a tile gets before the grid wraps.
 * @cssproperty [--agent-sparkline] - Colour of the course.
 */
export class AgentKpiGrid extends LitElement {
  static override properties = scopeProperties;
  static override styles = [hostStyles, styles];

  /** Metric ids, as an attribute separated by commas. Unset: the seven headline numbers. */
  @property({ converter: listConverter }) metrics?: string[];

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this, () => this.#answers.reload());
  readonly #answers = new AnswerController(this, this.#scope, (scope) => this.#toQuery(scope));

  override render(): TemplateResult {
    const { messages } = this.#locale;
    const formats = this.#locale.formats(this.#scope.displayZone, this.#scope.described?.currency);
    return html`
      ${headingView(this.heading, messages.overview)}
      ${loadView({
        answers: this.#answers, locale: this.#locale, formats,
        skeleton: this.#skeleton(),
        content: (answered) => this.#grid(toTiles(answered.answer, answered.query, { messages, formats, description: this.#scope.described, now: answered.scope.now })),
        isEmpty: ({ answer }) => countsNothing(answer),
        onLastData: (range) => chooseRange(this, this.#scope, range),
      })}
    `;
  }

  #grid(tiles: Tile[]) {
    return html`<ul class="grid" part="grid">${tiles.map((tile) => html`<li class="cell">${this.#tile(tile)}</li>`)}</ul>`;
  }

  #tile({ metric, label, description, value, exact, note, change, versus, spoken, sparkline }: Tile) {
    return html`
      <button class="tile" part="tile" type="button" data-metric=${metric} title=${description || nothing} @click=${() => this.#select(metric)}>
        <span class="label" part="label"><bdi>${label}</bdi></span>
        <span class="value" part="number" ?data-short=${value !== exact} ?data-empty=${note !== undefined && value === '–'}>
          <bdi class="compact" aria-hidden="true">${value}</bdi><bdi class="exact" aria-hidden="true">${exact}</bdi><span class="spoken">${exact}</span>
        </span>
        <span class="meta">
          ${change ? html`<span class="chip" part="change" data-verdict=${change.verdict} aria-hidden="true">${icon(change.direction)}<bdi>${change.text}</bdi></span>` : nothing}
          ${change === null && !note ? html`<span class="chip" part="change" aria-hidden="true">–</span>` : nothing}
          ${versus && !(note && value === '–') ? html`<bdi class="versus" aria-hidden="true">${versus}</bdi><span class="spoken">${spoken}</span>` : nothing}
          ${note ? html`<span class="note">${note}</span>` : nothing}
        </span>
        ${sparkline ? sparklineView(sparkline) : nothing}
      </button>
    `;
  }

  #skeleton() {
    const count = (this.metrics ?? HEADLINE_METRICS).length;
    return html`
      <ul class="grid" aria-hidden="true">
        ${Array.from({ length: count }, () => html`
          <li class="cell"><div class="tile" part="skeleton"><span class="label"><span class="bone">Total volume</span></span><span class="value"><span class="bone">1,234</span></span><span class="meta"></span><span></span></div></li>`)}
      </ul>
    `;
  }

  #toQuery(scope: ResolvedScope): MetricsQuery {
    return { ...toBaseQuery(scope), metrics: this.metrics ?? [...HEADLINE_METRICS], grain: resolveGrain('auto', scope.range) };
  }

  #select(metric: string): void {
    const { last } = this.#answers;
    if (last) selectConversations(this, this.#scope, new AgentKpiSelectEvent(metric), { metric }, last.scope);
  }
}

function sparklineView({ line, previous, last, isPartial }: Sparkline) {
  return html`
    <svg class="spark" part="sparkline" viewBox="0 0 100 32" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      ${previous ? svg`<path class="previous" d=${previous}></path>` : nothing}
      <path d=${line}></path>
      <path class="last" d=${last} ?data-partial=${isPartial}></path>
    </svg>
  `;
}

// Whoever imports one element gets the types of what it fires.
export type * from '../../controllers/load-events.js';
export type * from '../shared/reader-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-kpi-grid': AgentKpiGrid;
  }
}
