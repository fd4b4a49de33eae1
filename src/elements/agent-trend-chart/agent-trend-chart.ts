import { LitElement, type PropertyValues, type TemplateResult, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { AnswerController, toBaseQuery } from '../../controllers/answer-controller.js';
import type { Target } from '../../controllers/chart-pointer.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { type ResolvedScope, ScopeController } from '../../controllers/scope-controller.js';
import { type ScopeProperties, scopeProperties } from '../../controllers/scope-properties.js';
import { findDefinition, isAdditive } from '../../core/metrics/find-definition.js';
import type { CalendarGrain, MetricsQuery } from '../../core/query.js';
import { measuredRange } from '../../core/time/data-span.js';
import { resolveGrain, resolveRateGrain } from '../../core/time/grain.js';
import { selectConversations } from '../shared/announce-choice.js';
import { listConverter } from '../shared/attribute-converters.js';
import { chipStyles } from '../shared/change-words.js';
import { bucketAt, checkMarks, parseCalendarGrain, readMarks } from '../shared/chart/buckets.js';
import { ChartHost, type ShownChart } from '../shared/chart/chart-host.js';
import { chartStyles } from '../shared/chart/chart-styles.js';
import { hostStyles } from '../shared/host-styles.js';
import { AgentBarSelectEvent } from '../shared/user-events.js';
import { type TrendData, hasNumbers, hintsOf, toPlotSeries, toTrendData, trendTitle } from './trend-data.js';
import { toKeys, toTooltip, toTrendCsv } from './trend-words.js';
import { headlineView, tableView } from './views.js';

export interface AgentTrendChart extends ScopeProperties {}

const styles = css`
  .headline {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2);
    margin: 0 0 calc(var(--_space) * 3);
    font-size: var(--_caption);
    color: var(--_muted);
  }
  .amount {
    font-size: calc(1.75em / 0.8125);
    font-weight: 600;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
    color: var(--_text);
  }
`;

/**
 * One or more metrics over time, with the compared range behind them, and the same numbers as a table. Counts beside another unit stand as
 * bars; a third unit is in the table alone.
 *
 * @slot heading - Replaces the title.
 * @fires agent-bar-select - The user activated a point; the event has its metric, bucket and instants. Cancelable.
 * @fires agent-export - The user asked for a file; `event.format` and `event.filename` say which. Cancelable.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - Numbers arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - The numbers could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @fires agent-range-change - The user asked for the last data; `event.range` holds their dates.
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

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #answers = new AnswerController(this, this.#scope, (scope) => this.#toQuery(scope));
  readonly #chart: ChartHost<TrendData> = new ChartHost(
    this,
    { locale: this.#locale, scope: this.#scope, answers: this.#answers },
    {
      toData: (answered, words) => toTrendData(answered, words, readMarks(this, this.#scope)),
      isDrawn: ({ data }) => data.series.some(hasNumbers),
      toPlot: (data, hidden) => ({ series: toPlotSeries(data, hidden), units: data.units }),
      toLegend: ({ data, answered }, words) => {
        const keys = toKeys(data, answered.scope.range.to, words);
        return keys.length > 1 ? keys : [];
      },
      toTooltip,
      toTable: tableView,
      hasNumbers: ({ answer }) => Object.values(answer.metrics).some(({ value }) => value !== null),
      toFile: ({ data, answered: { scope } }, words) => ({
        name: this.#metrics[0]!,
        keys: toKeys(data, scope.range.to, words).filter(({ id }) => !this.#chart.hidden.has(id)),
        toCsv: () => toTrendCsv(data, scope.timeZone, words),
      }),
      onSelect: (target, shown) => this.#select(target, shown),
      wordsOf: ({ trend }) => trend,
    },
  );

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('metrics') || changed.has('metric')) this.#chart.showAll();
  }

  override render(): TemplateResult {
    return this.#chart.view({
      title: trendTitle(this.#metrics, this.#chart.words()),
      above: (shown, words) => html`
        ${this.headline ? headlineView(shown, words) : nothing}
        ${hintsOf(shown.data, words).map((hint) => html`<p class="hint" part="hint">${hint}</p>`)}
      `,
      isEmpty: ({ answer }) => this.#metrics[0] === 'total-volume' && answer.metrics['total-volume']?.value === 0,
    });
  }

  get #metrics(): string[] {
    return this.metrics ?? [this.metric ?? 'total-volume'];
  }

  #toQuery(scope: ResolvedScope): MetricsQuery {
    checkMarks(this, this.#scope);
    const { described } = this.#scope;
    const compare = measuredRange(scope.compare, scope.timeZone, described?.first);
    const resolve = this.#metrics.every((metric) => isAdditive(findDefinition(metric, described)))
      ? resolveGrain
      : resolveRateGrain;
    const grain = resolve(parseCalendarGrain(this.grain), scope.range);
    return { ...toBaseQuery({ ...scope, compare }), metrics: this.#metrics, grain };
  }

  #select({ bucket: place, series }: Target, { data, answered: { scope } }: ShownChart<TrendData>): void {
    const metric = series ?? this.#chart.visible[0];
    if (metric === undefined) return;
    const bucket = bucketAt(data, place, scope);
    const event = new AgentBarSelectEvent({
      ...bucket,
      bucket: bucket.label,
      metric,
      groupBy: undefined,
      group: undefined,
      isRest: false,
    });
    selectConversations(this, this.#scope, event, { metric, bucket }, scope);
  }
}

// Importing one element gives the types of its events.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-trend-chart': AgentTrendChart;
  }
}
