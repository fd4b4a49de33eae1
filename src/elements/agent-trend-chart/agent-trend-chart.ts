import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { AnswerController, type MetricsAnswered } from '../../controllers/answer-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { ScopeController, type ResolvedScope } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import type { CalendarGrain, MetricsQuery } from '../../core/query.js';
import { chipStyles } from '../shared/change-words.js';
import { bucketAt } from '../shared/chart/buckets.js';
import { ChartCanvas } from '../shared/chart/chart-canvas.js';
import { exportChart, type ChartFormat } from '../shared/chart/export-chart.js';
import { ChartPointer, type Target } from '../../controllers/chart-pointer.js';
import { chartStyles } from '../shared/chart/chart-styles.js';
import type { Words } from '../shared/words.js';
import { DeferredDataTable, type Twin } from '../../controllers/deferred-data-table.js';
import { bonesView, legendView, plotView, probesView, toggled, twinView } from '../shared/chart/plot-view.js';
import { checkMarks, readMarks } from '../shared/chart/marks.js';
import { toolsView } from '../shared/chart/tools-view.js';
import { chooseRange, selectConversations } from '../shared/announce-choice.js';
import { headingView, loadView } from '../shared/load-view.js';
import { hostStyles } from '../shared/host-styles.js';
import { listConverter } from '../shared/attribute-converters.js';
import { AgentBarSelectEvent } from '../shared/user-events.js';
import { headlineView } from './headline-view.js';
import { styles } from './styles.js';
import { tableView } from './table-view.js';
import { hasNumbers, hintsOf, toPlotSeries, toTrendData, trendTitle, type TrendData } from './trend-data.js';
import { toTrendQuery } from './trend-query.js';
import { fileFormats, toKeys, toTooltip, toTrendCsv } from './trend-words.js';

export interface AgentTrendChart extends ScopeProperties {}

/**
 * One or more metrics over time, with the compared range behind them, and the same numbers as a table. Counts beside another unit stand as
 * bars; a third unit is in the table alone.
 *
 * @slot heading - Replaces the title.
 * @fires agent-bar-select - The reader activated a point; the event has its metric, bucket and instants. Cancelable.
 * @fires agent-export - The reader asked for a file; `event.format` and `event.filename` say which. Cancelable.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - Numbers arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - The numbers could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @fires agent-range-change - The reader asked for the last data; `event.range` holds their dates.
 * @csspart headline - The first metric over the whole range.
 * @csspart number - Its amount.
 * @csspart change - How it changed.
 * @csspart legend - The keys of the metrics and of the compared range.
 * @csspart legend-item - One of them.
 * @csspart plot - The lines.
 * @csspart hint - What is missing, or in the table alone.
 * @csspart tooltip - The words of the bucket that is pointed at.
 * @csspart table - The same numbers as a table.
 * @csspart table-toggle - Shows the table instead of the lines.
 * @csspart export - Makes a file of the chart.
 * @cssproperty [--agent-chart-height=16em] - Height of the lines.
 * @cssproperty [--agent-series-1] - Colour of the first metric; further ones to `--agent-series-7`.
 */
export class AgentTrendChart extends LitElement {
  static override properties = scopeProperties;
  static override styles = [hostStyles, chartStyles, chipStyles, styles];

  /** Metric ids, as an attribute separated by commas. Unset: `metric`, else `total-volume`. */
  @property({ converter: listConverter }) metrics?: string[];
  /** The same for one alone. */
  @property() metric?: string;
  /** How wide a bucket is; `auto` follows the length of the range. */
  @property() grain: CalendarGrain | 'auto' = 'auto';
  /** Shows the first metric's amount and change above the lines. */
  @property({ type: Boolean }) headline = false;

  @state() private hiddenSeries: ReadonlySet<string> = new Set();
  @state() private isTable = false;
  @query('canvas') private canvas?: HTMLCanvasElement;

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #answers = new AnswerController(this, this.#scope, (scope) => this.#toQuery(scope));
  readonly #chart = new ChartCanvas(this);
  readonly #twin = new DeferredDataTable<TrendData>(this);
  readonly #pointer = new ChartPointer(this, {
    targetAt: (event) => this.#chart.targetAt(event),
    places: () => ({
      buckets: this.#shown?.data.buckets.length ?? 0,
      series: this.#drawn(),
      direction: this.#locale.direction,
    }),
    select: (target) => this.#select(target),
  });
  #shown: { data: TrendData; answered: MetricsAnswered } | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('metrics') || changed.has('metric')) this.hiddenSeries = new Set();
  }

  override render(): TemplateResult {
    const words = this.#words();
    const formats = fileFormats(this.#answers.last?.answer, this.isTable);
    return html`<div class="container">
      ${probesView()}
      <div class="top" dir=${this.#locale.direction}>
        ${headingView(this.heading, trendTitle(this.#metrics, words))}
        ${this.#scope.source ? toolsView({ isTable: this.isTable, messages: words.messages, formats, onTable: () => (this.isTable = !this.isTable), onExport: (format) => this.#export(format) }) : nothing}
      </div>
      ${loadView({
        answers: this.#answers,
        locale: this.#locale,
        formats: words.formats,
        skeleton: bonesView(),
        content: (answered) => this.#content(answered, words),
        isEmpty: ({ answer }) => this.#metrics[0] === 'total-volume' && answer.metrics['total-volume']?.value === 0,
        onLastData: (range) => chooseRange(this, this.#scope, range),
      })}
    </div>`;
  }

  override updated(): void {
    const shown = this.canvas && this.#shown;
    if (!shown) return this.#chart.release();
    const { data, answered } = shown;
    // Without the module that draws, the table says the same.
    this.#chart
      .draw(this.canvas, {
        ...data,
        data,
        series: toPlotSeries(data, this.hiddenSeries),
        active: this.#pointer.target?.bucket,
        direction: this.#locale.direction,
        formats: this.#words(answered.scope.timeZone).formats,
      })
      .catch(() => (this.isTable = true));
  }

  #content(answered: MetricsAnswered, words: Words) {
    const data = toTrendData(answered, words, readMarks(this, this.#scope));
    this.#shown = { data, answered };
    const { range } = answered.scope;
    const caption = `${this.heading || data.title}, ${words.formats.range(range)}`;
    const keys = toKeys(data, range.to, words);
    const hasLines = data.series.some(hasNumbers);
    return html`
      ${this.headline ? headlineView(data, range.to, words) : nothing}
      ${hintsOf(data, words).map((hint) => html`<p class="hint" part="hint">${hint}</p>`)}
      ${hasLines && keys.length > 1 ? legendView({ keys, hidden: this.hiddenSeries, label: words.messages.trend.legend, onToggle: (id) => (this.hiddenSeries = toggled(this.hiddenSeries, id)) }) : nothing}
      ${this.isTable || !hasLines ? nothing : this.#plot(data, caption, words)}
      ${this.#table({ answer: answered.answer, data, caption }, range.to, words)}
    `;
  }

  #table(newest: Twin<TrendData>, to: string, words: Words) {
    const { answer, data, caption = '' } = this.#twin.follow(newest, this.isTable) ?? {};
    return guard(
      [answer, this.isTable, words.messages, this.#locale.language, caption, this.marks, this.#scope.provided?.marks],
      () => (data ? twinView(tableView(data, caption, to, words), caption, this.isTable) : nothing),
    );
  }

  #plot(data: TrendData, caption: string, words: Words) {
    const { target } = this.#pointer;
    const tooltip = target && toTooltip(data, this.hiddenSeries, target, words);
    return plotView({
      caption,
      keyboard: words.messages.trend.keyboard,
      messages: words.messages,
      pointer: this.#pointer,
      tooltip,
    });
  }

  get #metrics(): string[] {
    return this.metrics ?? [this.metric ?? 'total-volume'];
  }

  #words(timeZone = this.#scope.displayZone): Words {
    const { described: description } = this.#scope;
    return {
      messages: this.#locale.messages,
      formats: this.#locale.formats(timeZone, description?.currency),
      description,
    };
  }

  #toQuery(scope: ResolvedScope): MetricsQuery {
    checkMarks(this, this.#scope);
    return toTrendQuery(scope, this.#metrics, this.grain, this.#scope.described);
  }

  /** The metrics that the reader can walk through. */
  #drawn(): string[] {
    return (
      this.#shown?.data.series.flatMap(({ id, isDrawn }) => (isDrawn && !this.hiddenSeries.has(id) ? id : [])) ?? []
    );
  }

  #export(format: ChartFormat): void {
    if (!this.#shown) return;
    const {
      data,
      answered: { scope },
    } = this.#shown;
    const words = this.#words(scope.timeZone);
    exportChart(this, {
      format,
      name: this.#metrics[0]!,
      scope,
      words,
      canvas: this.#chart,
      title: this.heading ?? data.title,
      direction: this.#locale.direction,
      keys: toKeys(data, scope.range.to, words).filter(({ id }) => !this.hiddenSeries.has(id)),
      toCsv: () => toTrendCsv(data, scope.timeZone, words),
    });
  }

  #select({ bucket: place, series }: Target): void {
    const metric = series ?? this.#drawn()[0];
    if (!this.#shown || metric === undefined) return;
    const {
      data,
      answered: { scope },
    } = this.#shown;
    const bucket = bucketAt(data, place, scope);
    selectConversations(
      this,
      this.#scope,
      new AgentBarSelectEvent({
        ...bucket,
        bucket: bucket.label,
        metric,
        groupBy: undefined,
        group: undefined,
        isRest: false,
      }),
      { metric, bucket },
      scope,
    );
  }
}

// Whoever imports one element gets the types of what it fires.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-trend-chart': AgentTrendChart;
  }
}
