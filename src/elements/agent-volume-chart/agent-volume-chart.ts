import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AnswerController, toBaseQuery } from '../../controllers/answer-controller.js';
import type { Target } from '../../controllers/chart-pointer.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { ScopeController, type ResolvedScope } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import { UserChoice } from '../../controllers/user-choice.js';
import type { CalendarGrain, MetricsQuery } from '../../core/query.js';
import { resolveGrain } from '../../core/time/grain.js';
import { selectConversations } from '../shared/announce-choice.js';
import { listConverter } from '../shared/attribute-converters.js';
import { checkMarks, parseCalendarGrain, readMarks } from '../shared/chart/buckets.js';
import { ChartHost, type ShownChart } from '../shared/chart/chart-host.js';
import { chartStyles } from '../shared/chart/chart-styles.js';
import { groupPicker } from '../shared/chart/tools-view.js';
import { hostStyles } from '../shared/host-styles.js';
import { AgentBarSelectEvent, AgentGroupChangeEvent } from '../shared/user-events.js';
import type { Words } from '../shared/words.js';
import { describeBar, toBarSelection, toChartCsv, toKeys, toTooltip } from './bar-detail.js';
import { chartTitle, countsNobody, hintOf, toChartData, visibleSeries, type ChartData } from './chart-data.js';
import { tableView } from './table-view.js';

export interface AgentVolumeChart extends ScopeProperties {}

/** Groups that get a colour of their own; the rest is put together. */
const MAX_SERIES = 7;

/**
 * Conversations over time in stacked bars, grouped as the user chooses, with the same numbers as a table.
 *
 * @slot heading - Replaces the title.
 * @fires agent-group-change - The user grouped by another dimension; `event.groupBy` names it.
 * @fires agent-bar-select - The user activated a bar; the event has its bucket, instants and group. Cancelable.
 * @fires agent-export - The user asked for a file; `event.format` and `event.filename` say which. Cancelable.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - Numbers arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - The numbers could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @fires agent-range-change - The user asked for the last data; `event.range` holds their dates.
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
  /** The dimensions the user can choose from, as an attribute separated by commas. */
  @property({ attribute: 'group-options', converter: listConverter }) groupOptions: string[] | undefined = [
    'channel',
    'status',
    'tag',
  ];
  /** How wide a bar is in time; `auto` follows the length of the range. */
  @property() grain: CalendarGrain | 'auto' = 'auto';

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #chosen = new UserChoice(
    () => this.groupBy,
    (groupBy) => (this.groupBy = groupBy),
  );
  readonly #answers = new AnswerController(this, this.#scope, (scope) => this.#toQuery(scope));
  readonly #chart: ChartHost<ChartData> = new ChartHost(
    this,
    { locale: this.#locale, scope: this.#scope, answers: this.#answers },
    {
      toData: (answered, words) => toChartData(answered, this.metric, words, readMarks(this, this.#scope)),
      isDrawn: ({ data, answered }) => data.total !== null && !countsNobody(answered.answer, this.metric),
      toPlot: (data, hidden) => ({ series: visibleSeries(data, hidden), units: [data.unit] }),
      toLegend: ({ data }, words) => (hintOf(data, words) ? [] : toKeys(data, data.series, words.formats)),
      toTooltip: (data, hidden, { bucket, series }, words) =>
        toTooltip(data, visibleSeries(data, hidden), bucket, series, words),
      toTable: tableView,
      hasNumbers: ({ answer }) => answer.metrics[this.metric]?.value != null && !countsNobody(answer, this.metric),
      toFile: (shown, words) => this.#toFile(shown, words),
      onSelect: (target, shown) => this.#select(target, shown),
      wordsOf: ({ chart }) => chart,
    },
  );

  constructor() {
    super();
    this.#scope.onOtherSubject(() => {
      this.#chosen.takeBack();
      this.#chart.showAll();
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('groupBy')) this.#chart.showAll();
  }

  override render(): TemplateResult {
    const words = this.#chart.words();
    return this.#chart.view({
      title: chartTitle(this.metric, words),
      picker: groupPicker(this.groupOptions ?? [], this.groupBy, words.messages, (by) => this.#group(by)),
      above: ({ data }) => {
        const hint = hintOf(data, words);
        return hint ? html`<p class="hint" part="hint">${hint}</p>` : nothing;
      },
      isEmpty: ({ answer }) => countsNobody(answer, this.metric),
    });
  }

  #toQuery(scope: ResolvedScope): MetricsQuery {
    checkMarks(this, this.#scope);
    return {
      ...toBaseQuery({ ...scope, compare: undefined }),
      metrics: [this.metric],
      groupBy: this.groupBy,
      limit: MAX_SERIES,
      grain: resolveGrain(parseCalendarGrain(this.grain), scope.range),
    };
  }

  #group(groupBy: string): void {
    this.#chosen.set(groupBy);
    this.dispatchEvent(new AgentGroupChangeEvent(groupBy));
  }

  /** With the table in its place, the file has the hidden series, too. */
  #toFile({ data, answered }: ShownChart<ChartData>, words: Words) {
    const series = this.#chart.isTable ? data.series : visibleSeries(data, this.#chart.hidden);
    return {
      name: data.metric,
      keys: toKeys(data, series, words.formats),
      toCsv: () => toChartCsv(data, series, answered.scope.timeZone, words),
    };
  }

  #select({ bucket, series }: Target, { data, answered: { scope } }: ShownChart<ChartData>): void {
    const bar = describeBar(data, bucket, series, scope);
    const selection = toBarSelection(data, bar, this.#chart.hidden);
    selectConversations(this, this.#scope, new AgentBarSelectEvent(bar), selection, scope);
  }
}

// Importing one element gives the types of its events.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-volume-chart': AgentVolumeChart;
  }
}
