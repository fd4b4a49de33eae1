import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { AnswerController, toBaseQuery, type MetricsAnswered } from '../../controllers/answer-controller.js';
import { lastGood } from '../../controllers/load.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { UserChoice } from '../../controllers/user-choice.js';
import { ScopeController, type ResolvedScope } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import type { CalendarGrain, MetricsQuery } from '../../core/query.js';
import { resolveGrain } from '../../core/time/grain.js';
import { parseCalendarGrain } from '../shared/chart/buckets.js';
import { ChartCanvas } from '../shared/chart/chart-canvas.js';
import { exportChart, type ChartFormat } from '../shared/chart/export-chart.js';
import { ChartPointer, type Target } from '../../controllers/chart-pointer.js';
import { chartStyles } from '../shared/chart/chart-styles.js';
import type { Words } from '../shared/words.js';
import { DeferredDataTable, type Twin } from '../../controllers/deferred-data-table.js';
import { bonesView, legendView, plotView, probesView, toggled, twinView } from '../shared/chart/plot-view.js';
import { checkMarks, readMarks } from '../shared/chart/marks.js';
import { groupPicker, toolsView } from '../shared/chart/tools-view.js';
import { chooseRange, selectConversations } from '../shared/announce-choice.js';
import { headingView, loadView } from '../shared/load-view.js';
import { hostStyles } from '../shared/host-styles.js';
import { listConverter } from '../shared/attribute-converters.js';
import { AgentBarSelectEvent, AgentGroupChangeEvent } from '../shared/user-events.js';
import { describeBar, toBarSelection } from './bar-detail.js';
import { toKeys, toTooltip } from './bar-words.js';
import { fileFormats, toChartCsv } from './chart-csv.js';
import { chartTitle, countsNobody, hintOf, toChartData, type ChartData, type Series } from './chart-data.js';
import { tableView } from './table-view.js';

export interface AgentVolumeChart extends ScopeProperties {}

/** Groups that get a colour of their own; the rest is put together. */
const MOST_SERIES = 7;

/**
 * Conversations over time in stacked bars, grouped as the reader chooses, with the same numbers as a table.
 *
 * @slot heading - Replaces the title.
 * @fires agent-group-change - The reader grouped by another dimension; `event.groupBy` names it.
 * @fires agent-bar-select - The reader activated a bar; the event has its bucket, instants and group. Cancelable.
 * @fires agent-export - The reader asked for a file; `event.format` and `event.filename` say which. Cancelable.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - Numbers arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - The numbers could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @fires agent-range-change - The reader asked for the last data; `event.range` holds their dates.
 * @csspart legend - The keys of the series.
 * @csspart legend-item - One of them.
 * @csspart plot - The bars.
 * @csspart hint - Why there are no bars, or why they are not grouped.
 * @csspart tooltip - The words of the bar that is pointed at.
 * @csspart table - The same numbers as a table.
 * @csspart table-toggle - Shows the table instead of the bars.
 * @csspart export - Makes a file of the chart.
 * @cssproperty [--agent-chart-height=16em] - Height of the bars.
 * @cssproperty [--agent-series-1] - Colour of the first series; further ones to `--agent-series-7` and `--agent-series-other`.
 */
export class AgentVolumeChart extends LitElement {
  static override properties = scopeProperties;
  static override styles = [hostStyles, chartStyles];

  /** What the bars count. */
  @property() metric = 'total-volume';
  /** The dimension that splits the bars. */
  @property({ attribute: 'group-by' }) groupBy = 'channel';
  /** The dimensions the reader can choose from, as an attribute separated by commas. */
  @property({ attribute: 'group-options', converter: listConverter }) groupOptions: string[] | undefined = [
    'channel',
    'status',
    'tag',
  ];
  /** How wide a bar is in time; `auto` follows the length of the range. */
  @property() grain: CalendarGrain | 'auto' = 'auto';

  @state() private hiddenSeries: ReadonlySet<string> = new Set();
  @state() private isTable = false;
  @query('canvas') private canvas?: HTMLCanvasElement;

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #chosen = new UserChoice(
    () => this.groupBy,
    (groupBy) => (this.groupBy = groupBy),
  );
  readonly #answers = new AnswerController(this, this.#scope, (scope) => this.#toQuery(scope));
  readonly #bars = new ChartCanvas(this);
  readonly #twin = new DeferredDataTable<ChartData>(this);
  readonly #pointer = new ChartPointer(this, {
    targetAt: (event) => this.#bars.targetAt(event),
    places: () => ({
      buckets: this.#shown?.data.buckets.length ?? 0,
      series: this.#visible().map(({ id }) => id),
      direction: this.#locale.direction,
    }),
    select: (target) => this.#select(target),
  });
  #shown: { data: ChartData; answered: MetricsAnswered } | undefined;

  constructor() {
    super();
    this.#scope.onOtherSubject(() => {
      this.#chosen.takeBack();
      this.hiddenSeries = new Set();
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('groupBy')) this.hiddenSeries = new Set();
  }

  override render(): TemplateResult {
    const words = this.#words();
    return html`<div class="container">
      ${probesView()}
      <div class="top" dir=${this.#locale.direction}>
        ${headingView(this.heading, chartTitle(this.metric, words))}
        ${
          this.#scope.source
            ? toolsView({
                picker: groupPicker(this.groupOptions ?? [], this.groupBy, words.messages, (dimension) =>
                  this.#group(dimension),
                ),
                isTable: this.isTable,
                messages: words.messages,
                formats: fileFormats(lastGood(this.#answers.load)?.value.answer, this.metric, this.isTable),
                onTable: () => (this.isTable = !this.isTable),
                onExport: (format) => this.#export(format),
              })
            : nothing
        }
      </div>
      ${loadView({
        answers: this.#answers,
        locale: this.#locale,
        formats: words.formats,
        skeleton: bonesView(),
        content: (answered) => this.#content(answered, words),
        isEmpty: ({ answer }) => countsNobody(answer, this.metric),
        onLastData: (range) => chooseRange(this, this.#scope, range),
      })}
    </div>`;
  }

  override updated(): void {
    const shown = this.canvas && this.#shown;
    if (!shown) return this.#bars.release();
    const { data, answered } = shown;
    // Without the module that draws, the table says the same.
    this.#bars
      .draw(this.canvas, {
        data,
        series: this.#visible(),
        units: [data.unit],
        marks: data.marks,
        active: this.#pointer.target?.bucket,
        direction: this.#locale.direction,
        formats: this.#words(answered.scope.timeZone).formats,
      })
      .catch(() => (this.isTable = true));
  }

  #content(answered: MetricsAnswered, words: Words) {
    const data = toChartData(answered, this.metric, words, readMarks(this, this.#scope));
    this.#shown = { data, answered };
    const caption = `${this.heading || data.title}, ${words.formats.range(answered.scope.range)}`;
    const hint = hintOf(data, words);
    const hasBars = data.total !== null && !countsNobody(answered.answer, this.metric);
    return html`
      ${
        hint
          ? html`<p class="hint" part="hint">${hint}</p>`
          : hasBars
            ? legendView({
                keys: toKeys(data, data.series, words.formats),
                hidden: this.hiddenSeries,
                label: words.messages.chart.legend,
                onToggle: (id) => (this.hiddenSeries = toggled(this.hiddenSeries, id)),
              })
            : nothing
      }
      ${this.isTable || !hasBars ? nothing : this.#plot(data, caption, words)}
      ${this.#table({ answer: answered.answer, data, caption }, words)}
    `;
  }

  #table(newest: Twin<ChartData>, words: Words) {
    const twin = this.#twin.follow(newest, this.isTable);
    const { answer, data, caption = '' } = twin ?? {};
    return guard(
      [answer, this.isTable, words.messages, this.#locale.language, caption, this.marks, this.#scope.provided?.marks],
      () => (data ? twinView(tableView(data, caption, words), caption, this.isTable) : nothing),
    );
  }

  #plot(data: ChartData, caption: string, words: Words) {
    const { target } = this.#pointer;
    const tooltip = target && toTooltip(data, this.#visible(), target.bucket, target.series, words);
    return plotView({
      caption,
      keyboard: words.messages.chart.keyboard,
      messages: words.messages,
      pointer: this.#pointer,
      tooltip,
    });
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
    return {
      ...toBaseQuery({ ...scope, compare: undefined }),
      metrics: [this.metric],
      groupBy: this.groupBy,
      limit: MOST_SERIES,
      grain: resolveGrain(parseCalendarGrain(this.grain), scope.range),
    };
  }

  #visible(): Series[] {
    return this.#shown?.data.series.filter(({ id }) => !this.hiddenSeries.has(id)) ?? [];
  }

  #group(groupBy: string): void {
    this.#chosen.set(groupBy);
    this.dispatchEvent(new AgentGroupChangeEvent(groupBy));
  }

  #export(format: ChartFormat): void {
    if (!this.#shown) return;
    const {
      data,
      answered: { scope },
    } = this.#shown;
    const [words, series] = [this.#words(scope.timeZone), this.isTable ? data.series : this.#visible()];
    exportChart(this, {
      format,
      name: data.metric,
      scope,
      words,
      canvas: this.#bars,
      title: this.heading ?? data.title,
      direction: this.#locale.direction,
      keys: toKeys(data, series, words.formats),
      toCsv: () => toChartCsv(data, series, scope.timeZone, words),
    });
  }

  #select({ bucket, series }: Target): void {
    if (!this.#shown) return;
    const { data, answered } = this.#shown;
    const bar = describeBar(data, bucket, series, answered.scope);
    selectConversations(
      this,
      this.#scope,
      new AgentBarSelectEvent(bar),
      toBarSelection(data, bar, this.hiddenSeries),
      answered.scope,
    );
  }
}

// Whoever imports one element gets the types of what it fires.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-volume-chart': AgentVolumeChart;
  }
}
