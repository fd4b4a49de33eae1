import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AnswerController, toBaseQuery } from '../../controllers/answer-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { ScopeController, type ResolvedScope } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import { parseGoals, type Goal, type Goals } from '../../core/goals/goals.js';
import { HEADLINE_METRICS } from '../../core/metrics/catalogue.js';
import type { MetricsQuery } from '../../core/query.js';
import { resolveGrain } from '../../core/time/grain.js';
import { chipStyles } from '../shared/change-words.js';
import { chooseRange, selectConversations } from '../shared/announce-choice.js';
import { headingView, loadView } from '../shared/load-view.js';
import { hostStyles } from '../shared/host-styles.js';
import { listConverter, pairsConverter } from '../shared/attribute-converters.js';
import { AgentKpiSelectEvent, AgentReportOpenEvent } from '../shared/user-events.js';
import { toWords } from '../shared/words.js';
import { toRangeText, toReportUrl } from './report-url.js';
import { styles } from './styles.js';
import { skeletonView, tileView } from './tile-view.js';
import { countsNothing, toTiles, type Tile } from './tiles.js';

export interface AgentKpiGrid extends ScopeProperties {}

/**
 * Headline numbers for one time range, each with its change, its course and, where one is set, its goal.
 *
 * @slot heading - Replaces the title.
 * @fires agent-kpi-select - The user activated a tile; `event.metric` says which. Cancelable; else the conversation table under the same provider shows what is behind it.
 * @fires agent-report-open - The user follows the link to the host's page about a number; the event has `metric`, `url`, `range`, `from`, `to` and `filters`. Cancelable.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - Numbers arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - The numbers could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @fires agent-range-change - The user asked for the last data; `event.range` holds their dates.
 * @csspart tile - One tile.
 * @csspart label - A metric's name.
 * @csspart number - Its value.
 * @csspart change - The change against the compared range.
 * @csspart sparkline - The course over time.
 * @csspart goal - What is to be reached in the range, and whether it is.
 * @csspart report - The link to the host's page about a number.
 * @cssproperty [--agent-kpi-min-width=12rem] - Narrowest a tile gets before the grid wraps.
 * @cssproperty [--agent-sparkline] - Colour of the course.
 */
export class AgentKpiGrid extends LitElement {
  static override properties = scopeProperties;
  static override styles = [hostStyles, chipStyles, styles];

  /** Metric ids, as an attribute separated by commas. Unset: the seven headline numbers. */
  @property({ converter: listConverter }) metrics?: string[];
  /** Metrics that show no change, though a range is compared. */
  @property({ attribute: 'without-change', converter: listConverter }) withoutChange?: string[];
  /**
   * The host's own page about a metric, as an attribute `ai-revenue:https://shop.example/report?from={from}&to={to}&filters={filters}`; `{metric}`
   * and `{time-zone}` are filled, too. Only web, mail and phone addresses become links.
   */
  @property({ converter: pairsConverter }) reports?: Record<string, string>;

  /**
   * Targets for the range, in the metrics' own units (shares of one, seconds, minor units), as an attribute `ai-resolved-rate:0.6;csat:0.9`; as a
   * property also a record or a list of `{ metric, target }`. Of a metric of which less is better, the target is the most it may be.
   */
  @property() goals?: string | Goals;

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #answers = new AnswerController(this, this.#scope, (scope) => this.#toQuery(scope));

  override willUpdate(): void {
    this.style.setProperty('--_columns', String(maxColumns(this.#metrics.length)));
  }

  override render(): TemplateResult {
    const { messages } = this.#locale;
    const words = toWords(this.#locale, this.#scope);
    return html`<div class="container">
      ${headingView(this.heading, messages.overview)}
      ${loadView({
        answers: this.#answers,
        locale: this.#locale,
        formats: words.formats,
        skeleton: skeletonView(this.#metrics, this.#goalsQuietly()),
        content: (answered) =>
          this.#grid(
            toTiles(answered.answer, answered.query, {
              ...words,
              now: answered.scope.now,
              withoutChange: this.withoutChange,
              goals: this.#goalsQuietly(),
            }),
            answered.scope,
          ),
        isEmpty: ({ answer }) => countsNothing(answer),
        onLastData: (range) => chooseRange(this, this.#scope, range),
      })}
    </div>`;
  }

  #grid(tiles: Tile[], scope: ResolvedScope) {
    const urls = tiles.map(({ metric }) => toReportUrl(this.reports, metric, scope));
    return html`<ul class="grid" part="grid">${tiles.map((tile, index) => html`<li class="cell">${tileView(tile, this.#select)}${this.#report(tile, urls[index], scope)}</li>`)}</ul>`;
  }

  #report({ metric, label }: Tile, url: string | undefined, { range, filters }: ResolvedScope) {
    if (url === undefined) return nothing;
    const open = (event: Event) => {
      if (
        !this.dispatchEvent(
          new AgentReportOpenEvent({ metric, url, range: toRangeText(this.#scope, range), ...range, filters }),
        )
      )
        event.preventDefault();
    };
    return html`<a class="report" part="report" href=${url} @click=${open}>${this.#locale.messages.dashboard.viewReport}<span class="spoken">: ${label}</span></a>`;
  }

  #toQuery(scope: ResolvedScope): MetricsQuery {
    parseGoals(this.goals);
    return { ...toBaseQuery(scope), metrics: [...this.#metrics], grain: resolveGrain('auto', scope.range) };
  }

  get #metrics(): readonly string[] {
    return this.metrics ?? HEADLINE_METRICS;
  }

  /** The failed query says which of them are invalid. */
  #goalsQuietly(): Goal[] {
    try {
      return parseGoals(this.goals);
    } catch {
      return [];
    }
  }

  readonly #select = (metric: string): void => {
    const { last } = this.#answers;
    if (last) selectConversations(this, this.#scope, new AgentKpiSelectEvent(metric), { metric }, last.scope);
  };
}

/** Columns of a wide grid: few enough that its last line is not left nearly empty. */
function maxColumns(tiles: number): number {
  if (tiles <= 6) return Math.max(tiles, 1);
  const holes = (columns: number) => (columns - (tiles % columns)) % columns;
  return [6, 5, 4].reduce((best, columns) => (holes(columns) < holes(best) ? columns : best));
}

// Importing one element gives the types of its events.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-kpi-grid': AgentKpiGrid;
  }
}
