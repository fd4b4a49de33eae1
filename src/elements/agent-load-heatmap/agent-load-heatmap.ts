import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AnswerController, toBaseQuery, type MetricsAnswered } from '../../controllers/answer-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { ScopeController, type ResolvedScope } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import type { FoldedGrain, MetricsQuery } from '../../core/query.js';
import { FOLDED_GRAINS } from '../../core/time/grain.js';
import { exportNumbers } from '../shared/chart/export-chart.js';
import { type Words, metricWords, toWords } from '../shared/words.js';
import { toolStyles } from '../shared/chart/chart-styles.js';
import { toolsView } from '../shared/chart/tools-view.js';
import { chooseRange } from '../shared/announce-choice.js';
import { controlStyles } from '../shared/control-styles.js';
import { headingView, loadView, skeletonView } from '../shared/load-view.js';
import { hostStyles } from '../shared/host-styles.js';
import { type Place, gridView, movePlace } from './grid-view.js';
import { parseFoldedGrain, toHeatCsv, toHeatData, type HeatData } from './heat-data.js';
import { styles } from './styles.js';

export interface AgentLoadHeatmap extends ScopeProperties {}

/**
 * When it happens: one metric by local hour and weekday, or by hour, weekday, day of the month or month alone, as a table of coloured cells.
 *
 * @slot heading - Replaces the title.
 * @fires agent-export - The user asked for a file; `event.format` and `event.filename` say which. Cancelable.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - Numbers arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - The numbers could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @fires agent-range-change - The user asked for the last data; `event.range` holds their dates.
 * @csspart peaks - The cells with the most, in words.
 * @csspart table - The cells.
 * @csspart cell - One of them.
 * @csspart peak - One with the most.
 * @csspart words - The cell that is pointed at, in words.
 * @csspart scale - What the colours mean.
 * @csspart hint - Why there are no cells.
 * @csspart export - Makes a file of the numbers.
 * @cssproperty [--agent-heat] - Colour of the cell with the most; the page's own colour has to be readable on it.
 */
export class AgentLoadHeatmap extends LitElement {
  static override properties = scopeProperties;
  static override styles = [hostStyles, controlStyles, toolStyles, styles];

  /** What the cells count. */
  @property() metric = 'total-volume';
  /** How time is folded; the user can choose another way. */
  @property() grain: FoldedGrain = 'hour-of-week';

  @state() private place: Place = { row: 0, column: 0 };
  @state() private pointed: Place | undefined;

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #answers = new AnswerController(this, this.#scope, (scope) => this.#toQuery(scope));

  override render(): TemplateResult {
    const words = toWords(this.#locale, this.#scope);
    const { last } = this.#answers;
    const { foldBy, grains } = words.messages.heatmap;
    return html`<div class="container">
      <div class="top" dir=${this.#locale.direction}>
        ${headingView(this.heading, metricWords(this.metric, words.messages, words.description).label)}
        ${
          this.#scope.source
            ? toolsView({
                picker: {
                  label: foldBy,
                  value: this.grain,
                  options: FOLDED_GRAINS.map((value) => ({ value, label: grains[value] ?? value })),
                  onPick: (grain) => (this.grain = grain as FoldedGrain),
                },
                formats: last?.answer.metrics[this.metric]?.value == null ? [] : ['csv'],
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
        skeleton: skeletonView(24),
        content: (answered) => this.#content(answered, words),
        isEmpty: ({ answer }) => this.metric === 'total-volume' && answer.metrics[this.metric]?.value === 0,
        onLastData: (range) => chooseRange(this, this.#scope, range),
      })}
    </div>`;
  }

  #content({ answer, query, scope }: MetricsAnswered, words: Words) {
    const data = toHeatData(answer, query, words);
    if (data.hint) return html`<p class="note" part="hint"><bdi>${data.hint}</bdi></p>`;
    const way = words.messages.heatmap.grains[query.grain!] ?? '';
    const place = this.#within(data);
    return html`
      ${data.peaks ? html`<p class="peaks" part="peaks"><bdi>${data.peaks}</bdi></p>` : nothing}
      ${gridView({
        data,
        words,
        place,
        caption: `${this.heading || data.label}, ${way}, ${words.formats.range(scope.range)}`,
        corner: words.messages.grains['hour'] ?? '',
        pointed: this.pointed && data.rows[this.pointed.row]?.cells[this.pointed.column],
        onKey: (event) => this.#walk(event, place, data),
        onPoint: (pointed, isFocus) => this.#point(pointed, isFocus),
      })}
    `;
  }

  /** Another way to fold time has fewer rows. */
  #within({ rows }: HeatData): Place {
    return {
      row: Math.min(this.place.row, rows.length - 1),
      column: Math.min(this.place.column, (rows[0]?.cells.length ?? 1) - 1),
    };
  }

  #walk(event: KeyboardEvent, from: Place, { rows }: HeatData): void {
    const to = movePlace(from, event, rows.length, rows[0]?.cells.length ?? 1, this.#locale.direction);
    if (!to) return;
    event.preventDefault();
    const row = this.renderRoot.querySelectorAll('tbody tr')[to.row];
    row?.querySelectorAll<HTMLElement>('[role=gridcell]')[to.column]?.focus();
  }

  #point(pointed: Place | undefined, isFocus: boolean): void {
    this.pointed = pointed;
    if (pointed && isFocus) this.place = pointed;
  }

  #toQuery(scope: ResolvedScope): MetricsQuery {
    return {
      ...toBaseQuery({ ...scope, compare: undefined }),
      metrics: [this.metric],
      grain: parseFoldedGrain(this.grain),
    };
  }

  #export(): void {
    const { last } = this.#answers;
    if (!last) return;
    const { answer, query, scope } = last;
    const words = toWords(this.#locale, this.#scope);
    const csv = toHeatCsv(toHeatData(answer, query, words), query.grain!, words);
    exportNumbers(this, `${query.metrics[0]}-${query.grain}`, scope.range, csv);
  }
}

// Importing one element gives the types of its events.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-load-heatmap': AgentLoadHeatmap;
  }
}
