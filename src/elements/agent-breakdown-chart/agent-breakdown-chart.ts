import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AnswerController, toBaseQuery, type MetricsAnswered } from '../../controllers/answer-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { UserChoice } from '../../controllers/user-choice.js';
import { ScopeController, type ResolvedScope } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import { fillText } from '../../core/format/formats.js';
import type { MetricsQuery } from '../../core/query.js';
import { measuredRange } from '../../core/time/data-span.js';
import { versusText } from '../shared/change-words.js';
import { exportNumbers } from '../shared/chart/export-chart.js';
import { type Words, dimensionInText, dimensionWord, metricWords, toWords } from '../shared/words.js';
import { toolStyles } from '../shared/chart/chart-styles.js';
import { groupPicker, toolsView } from '../shared/chart/tools-view.js';
import { chooseRange, selectGroup } from '../shared/announce-choice.js';
import { controlStyles } from '../shared/control-styles.js';
import { headingView, loadView, skeletonView } from '../shared/load-view.js';
import { hostStyles } from '../shared/host-styles.js';
import { listConverter } from '../shared/attribute-converters.js';
import { paletteStyles } from '../shared/palette.js';
import { AgentGroupChangeEvent } from '../shared/user-events.js';
import {
  parseSort,
  toBreakdown,
  toBreakdownCsv,
  toBreakdownMetrics,
  type BreakdownRow,
  type BreakdownSort,
} from './breakdown-rows.js';
import { rowsView } from './rows-view.js';
import { styles } from './styles.js';

export interface AgentBreakdownChart extends ScopeProperties {}

/**
 * One metric by one dimension: a bar for each group with its number, its share where groups add up, and its change.
 *
 * @slot heading - Replaces the title.
 * @fires agent-group-change - The user grouped by another dimension; `event.groupBy` names it.
 * @fires agent-bar-select - The user activated a group; `event.group` names it, `event.from` and `event.to` are the range's instants. Cancelable.
 * @fires agent-export - The user asked for a file; `event.format` and `event.filename` say which. Cancelable.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - Numbers arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - The numbers could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @fires agent-range-change - The user asked for the last data; `event.range` holds their dates.
 * @csspart table - The groups.
 * @csspart row - One group.
 * @csspart group - Its name, which leads to what is behind it.
 * @csspart bar - Its number, next to the others.
 * @csspart hint - Why there are no groups.
 * @csspart few - That a number rests on few cases.
 * @csspart more - Shows the other groups, too.
 * @csspart note - Why the rows are more than the total.
 * @csspart export - Makes a file of the numbers.
 * @cssproperty [--agent-breakdown-height=36em] - Height from which the rows scroll.
 */
export class AgentBreakdownChart extends LitElement {
  static override properties = scopeProperties;
  static override styles = [hostStyles, paletteStyles, controlStyles, toolStyles, styles];

  /** What is broken down. */
  @property() metric = 'total-volume';
  /** The dimension that splits it. */
  @property({ attribute: 'group-by' }) groupBy = 'channel';
  /** The dimensions the user can choose from, as an attribute separated by commas. Unset: no choice. */
  @property({ attribute: 'group-options', converter: listConverter }) groupOptions?: string[];
  /** Groups that get a row of their own. Of counts and sums the rest is put together; of rates and means the first so many are shown, and all on demand. */
  @property({ type: Number }) limit = 7;
  /** `-value`, `value`, `name`, `-name`, or `worst` or `best` first, by which way the metric is better. */
  @property() sort: BreakdownSort = '-value';

  @state() private isWhole = false;

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #chosen = new UserChoice(
    () => this.groupBy,
    (groupBy) => (this.groupBy = groupBy),
  );
  readonly #answers = new AnswerController(this, this.#scope, (scope) => this.#toQuery(scope));

  constructor() {
    super();
    this.#scope.onOtherSubject(() => this.#chosen.takeBack());
  }

  override render(): TemplateResult {
    const words = toWords(this.#locale, this.#scope);
    const hasRows = (this.#answers.last?.answer.metrics[this.metric]?.byGroup?.length ?? 0) > 0;
    return html`<div class="container">
      <div class="top" dir=${this.#locale.direction}>
        ${headingView(this.heading, this.#title(words))}
        ${
          this.#scope.source && (hasRows || this.groupOptions)
            ? toolsView({
                picker:
                  this.groupOptions &&
                  groupPicker(this.groupOptions, this.groupBy, words.messages, (dimension) => this.#group(dimension)),
                formats: hasRows ? ['csv'] : [],
                messages: words.messages,
                onExport: () => this.#export(),
              })
            : nothing
        }
      </div>
      ${loadView({
        answers: this.#answers,
        locale: this.#locale,
        formats: words.formats,
        skeleton: skeletonView(5),
        content: (answered) => this.#content(answered, words),
        isEmpty: ({ answer }) => this.metric === 'total-volume' && answer.metrics[this.metric]?.value === 0,
        onLastData: (range) => chooseRange(this, this.#scope, range),
      })}
    </div>`;
  }

  #content({ answer, query, scope }: MetricsAnswered, words: Words) {
    const { messages, formats } = words;
    const breakdown = toBreakdown(answer, query, this.sort, this.#locale.language, words);
    if (breakdown.hint) return html`<p class="note" part="hint"><bdi>${breakdown.hint}</bdi></p>`;
    const { rows } = breakdown;
    const shown =
      query.limit === undefined && !this.isWhole ? rows.slice(0, Math.max(1, Math.trunc(this.limit) || 1)) : rows;
    return html`
      ${rowsView({
        breakdown,
        rows: shown,
        words,
        dimension: dimensionWord(query.groupBy ?? '', messages),
        caption: `${this.heading || this.#title(words, query)}, ${formats.range(scope.range)}`,
        versus: query.compare && versusText(query.compare, query.to, messages, formats),
        onSelect: (row) => this.#select(row, rows, query, scope),
      })}
      ${shown.length < rows.length ? html`<button class="button" part="more" type="button" @click=${() => this.#showAll(shown.length)}>${formats.counted(messages.ranking.showAll, rows.length)}</button>` : nothing}
      ${breakdown.hasSeveral ? html`<p class="note" part="note"><bdi>${messages.breakdown.several}</bdi></p>` : nothing}
    `;
  }

  #title(
    { messages, description }: Words,
    { metrics: [metric = this.metric] = [], groupBy = this.groupBy }: Partial<MetricsQuery> = {},
  ): string {
    return fillText(messages.breakdown.heading, {
      metric: metricWords(metric, messages, description).label,
      dimension: dimensionInText(groupBy, messages),
    });
  }

  #toQuery(scope: ResolvedScope): MetricsQuery {
    parseSort(this.sort);
    const compare = measuredRange(scope.compare, scope.timeZone, this.#scope.described?.first);
    return {
      ...toBaseQuery({ ...scope, compare }),
      ...toBreakdownMetrics(this.metric, this.limit, this.#scope.described),
      groupBy: this.groupBy,
    };
  }

  /** The button goes, so the focus moves to the first of those that come that leads somewhere. */
  #showAll(shown: number): void {
    this.isWhole = true;
    void this.updateComplete.then(() => {
      const [first] = [...this.renderRoot.querySelectorAll('[part="row"]')]
        .slice(shown)
        .flatMap((row) => row.querySelector<HTMLElement>('.lead') ?? []);
      (first ?? this.renderRoot.querySelector<HTMLElement>('.frame'))?.focus();
    });
  }

  #group(groupBy: string): void {
    this.#chosen.set(groupBy);
    this.isWhole = false;
    this.dispatchEvent(new AgentGroupChangeEvent(groupBy));
  }

  #export(): void {
    const { last } = this.#answers;
    if (!last) return;
    const { answer, query, scope } = last;
    const words = toWords(this.#locale, this.#scope);
    const csv = toBreakdownCsv(toBreakdown(answer, query, this.sort, this.#locale.language, words), query, words);
    exportNumbers(this, `${query.metrics[0]}-${query.groupBy}`, scope.range, csv);
  }

  #select(
    { key }: BreakdownRow,
    rows: readonly BreakdownRow[],
    { metrics: [metric = ''], groupBy = '' }: MetricsQuery,
    scope: ResolvedScope,
  ): void {
    const values = key === undefined ? rows.flatMap((row) => row.key ?? []) : [key];
    selectGroup(this, this.#scope, { metric, dimension: groupBy, key, values }, scope);
  }
}

// Importing one element gives the types of its events.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-breakdown-chart': AgentBreakdownChart;
  }
}
