import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AnswerController, toBaseQuery, type MetricsAnswered } from '../../controllers/answer-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { ScopeController, type ResolvedScope } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import type { MetricsQuery } from '../../core/query.js';
import { versusText } from '../shared/change-words.js';
import { chooseRange, selectGroup } from '../shared/announce-choice.js';
import { withSamples } from '../../core/metrics/sample-size.js';
import { headingView, loadView, skeletonView } from '../shared/load-view.js';
import { hostStyles } from '../shared/host-styles.js';
import { listConverter } from '../shared/attribute-converters.js';
import { orderView } from '../shared/records-table/view.js';
import { dimensionWord, toWords } from '../shared/words.js';
import { nextSort, toRanking, type RankingContext } from './ranking.js';
import { styles } from './styles.js';
import { tableView } from './table-view.js';

export interface AgentRankingTable extends ScopeProperties {}

const DEFAULT_METRICS = ['response-time', 'resolution-time', 'fcr-rate', 'csat'];

/**
 * Agents, segments or regions side by side: several metrics each, ranked by the one that the user sorts by, the best first.
 *
 * @slot heading - Replaces the title; an empty `heading` leaves it out.
 * @fires agent-bar-select - The user chose a name; `event.group` says which, `event.groupBy` of what, `event.metric` the ranked metric. Cancelable; else the tables under the same provider show what is behind it.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - Numbers arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - The numbers could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @fires agent-range-change - The user asked for the last data; `event.range` holds their dates.
 * @csspart table - The ranking.
 * @csspart head - The head of a column.
 * @csspart sort - The button in it.
 * @csspart row - One of those that are ranked.
 * @csspart rank - Its place by the sorted metric.
 * @csspart name - Its name, which leads to what is behind it.
 * @csspart few - That its number rests on few cases.
 * @csspart cell - One number.
 * @csspart bar - How great it is, next to the others.
 * @csspart change - The change against the compared range.
 * @csspart note - What is compared, and which metrics cannot be shown.
 * @csspart more - Shows the others, too.
 * @cssproperty [--agent-sticky-offset=0px] - How far from the top of the page the head of the table stays, below a fixed header of the page.
 */
export class AgentRankingTable extends LitElement {
  static override properties = scopeProperties;
  static override styles = [hostStyles, styles];

  /** The dimension whose values are ranked. What has no value stands at the end, without a rank. */
  @property({ attribute: 'group-by' }) groupBy = 'agent';
  /** Metric ids, as an attribute separated by commas. Unset: the four of a leaderboard. */
  @property({ converter: listConverter }) metrics?: string[] | undefined;
  /** `name` or a metric, with `-` in front to descend. Unset: the first metric, the best first. */
  @property() sort?: string | undefined;
  /** How many rows to show at first. */
  @property({ type: Number }) limit = 25;
  /** Numbers that rest on fewer rows are marked. */
  @property({ attribute: 'min-count', type: Number }) minCount = 5;

  @state() private isWhole = false;

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #answers = new AnswerController(this, this.#scope, (scope) => this.#toQuery(scope));

  override render(): TemplateResult {
    const { messages } = this.#locale;
    return html`<div class="container">
      ${headingView(this.heading, messages.ranking.heading)}
      ${loadView({
        answers: this.#answers,
        locale: this.#locale,
        formats: this.#context().formats,
        skeleton: skeletonView(5),
        content: (answered) => this.#content(answered, this.#context()),
        onLastData: (range) => chooseRange(this, this.#scope, range),
      })}
    </div>`;
  }

  #content({ answer, query, scope }: MetricsAnswered, context: RankingContext) {
    const { messages, formats } = context;
    // While other metrics are on their way, the last ones stay.
    const ranking = toRanking(
      this.#metrics.filter((metric) => query.metrics.includes(metric)),
      answer,
      query,
      context,
    );
    const { columns, sort, by } = ranking;
    const subject = dimensionWord(query.groupBy!, messages);
    const rows = this.isWhole ? ranking.rows : ranking.rows.slice(0, Math.max(1, Math.trunc(this.limit) || 1));
    const notes = [
      ...(ranking.rows.some(({ cells }) => cells.some(({ change }) => change !== undefined))
        ? [versusText(scope.compare!, scope.range.to, messages, formats)]
        : []),
      ...ranking.notes,
    ];
    return html`
      ${notes.map((note) => html`<p class="note" part="note"><bdi>${note}</bdi></p>`)}
      ${columns.length > 0 && rows.length === 0 ? html`<p class="note" part="empty"><bdi>${messages.ranking.empty}</bdi></p>` : nothing}
      ${
        rows.length === 0
          ? nothing
          : html`
        ${orderView([{ id: 'name', label: subject }, ...columns], sort, messages, (next) => (this.sort = next))}
        ${tableView({
          ranking,
          rows,
          subject,
          messages,
          formats,
          caption: `${this.heading || messages.ranking.heading}, ${formats.range(scope.range)}`,
          onSort: (id) => (this.sort = nextSort(sort, id, columns)),
          onSelect: (group) => this.#select(group, by, query.groupBy!, scope),
        })}
        ${rows.length < ranking.rows.length ? html`<button class="button" part="more" type="button" @click=${() => this.#showAll(rows.length)}>${formats.counted(messages.ranking.showAll, ranking.rows.length)}</button>` : nothing}`
      }
    `;
  }

  get #metrics(): readonly string[] {
    return this.metrics ?? DEFAULT_METRICS;
  }

  #context(): RankingContext {
    const words = toWords(this.#locale, this.#scope);
    return { ...words, language: this.#locale.language, sort: this.sort, minCount: this.minCount };
  }

  #toQuery(scope: ResolvedScope): MetricsQuery {
    return { ...toBaseQuery(scope), metrics: withSamples(this.#metrics, this.#scope.described), groupBy: this.groupBy };
  }

  /** The button goes, so the focus moves to the first of those that come. */
  #showAll(shown: number): void {
    this.isWhole = true;
    void this.updateComplete.then(() => this.renderRoot.querySelectorAll<HTMLElement>('.lead')[shown]?.focus());
  }

  #select(group: string, metric: string, groupBy: string, scope: ResolvedScope): void {
    selectGroup(this, this.#scope, { metric, dimension: groupBy, key: group, values: [group] }, scope);
  }
}

// Importing one element gives the types of its events.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-ranking-table': AgentRankingTable;
  }
}
