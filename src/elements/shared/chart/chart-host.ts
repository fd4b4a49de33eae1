/** What a chart over time does around its marks, whatever it draws: canvas, table of the same numbers, pointer and keys, legend, files. */
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { AnswerController, MetricsAnswered } from '../../../controllers/answer-controller.js';
import { ChartPointer, type Target } from '../../../controllers/chart-pointer.js';
import { DeferredDataTable } from '../../../controllers/deferred-data-table.js';
import type { LocaleController } from '../../../controllers/locale-controller.js';
import type { ScopeController } from '../../../controllers/scope-controller.js';
import type { ScopeProperties } from '../../../controllers/scope-properties.js';
import type { Messages } from '../../../locales/messages.js';
import { chooseRange } from '../announce-choice.js';
import { headingView, loadView, skeletonView } from '../load-view.js';
import { toWords, type Words } from '../words.js';
import { ChartCanvas, type Drawing } from './chart-canvas.js';
import { exportChart, type ChartFile, type ChartFormat } from './export-chart.js';
import { legendView, plotView, probesView, twinView, type LegendKey, type Tooltip } from './plot-view.js';
import { toolsView, type Picker } from './tools-view.js';

/** What a chart shows, together with the answer it comes from. */
export interface ShownChart<D> {
  data: D;
  answered: MetricsAnswered;
}

interface ChartData extends Pick<Drawing, 'marks'> {
  title: string;
  buckets: Drawing['data']['buckets'];
  grain: Drawing['data']['grain'];
  partial: boolean[];
  isStacked: boolean;
  series: readonly { id: string }[];
}

interface ChartOptions<D extends ChartData> {
  toData: (answered: MetricsAnswered, words: Words) => D;
  /** Else the table stands alone. */
  isDrawn: (shown: ShownChart<D>) => boolean;
  /** What the canvas draws; the user walks through the series that are not of the compared range. */
  toPlot: (data: D, hidden: ReadonlySet<string>) => Pick<Drawing, 'series' | 'units'>;
  /** Empty for no legend. */
  toLegend: (shown: ShownChart<D>, words: Words) => readonly LegendKey[];
  toTooltip: (data: D, hidden: ReadonlySet<string>, target: Target, words: Words) => Tooltip;
  toTable: (shown: ShownChart<D>, caption: string, words: Words) => TemplateResult;
  /** Whether the answer has numbers for a file. */
  hasNumbers: (answered: MetricsAnswered) => boolean;
  toFile: (shown: ShownChart<D>, words: Words) => Pick<ChartFile, 'name' | 'keys' | 'toCsv'>;
  onSelect: (target: Target, shown: ShownChart<D>) => void;
  /** The words that differ between charts. */
  wordsOf: (messages: Messages) => { legend: string; keyboard: string };
}

interface ChartView<D> {
  title: string;
  picker?: Picker;
  /** Stands above the legend. */
  above: (shown: ShownChart<D>, words: Words) => unknown;
  isEmpty: (answered: MetricsAnswered) => boolean;
}

type Host = LitElement & ScopeProperties;

interface Around {
  locale: LocaleController;
  scope: ScopeController;
  answers: AnswerController;
}

export class ChartHost<D extends ChartData> implements ReactiveController {
  /** Whether the table stands in place of the chart. */
  isTable = false;
  /** Ids of the series that the user has hidden. */
  hidden: ReadonlySet<string> = new Set();
  readonly #host: Host;
  readonly #around: Around;
  readonly #options: ChartOptions<D>;
  readonly #canvas: ChartCanvas;
  readonly #table: DeferredDataTable<ShownChart<D> & { caption: string }>;
  readonly #pointer: ChartPointer;
  #shown: ShownChart<D> | undefined;
  #caption = '';

  /** To be made after the controllers `around`, whose answer it draws. */
  constructor(host: Host, around: Around, options: ChartOptions<D>) {
    this.#host = host;
    this.#around = around;
    this.#options = options;
    this.#canvas = new ChartCanvas(host);
    this.#table = new DeferredDataTable(host);
    this.#pointer = new ChartPointer(host, {
      targetAt: (event) => this.#canvas.targetAt(event),
      places: () => ({
        buckets: this.#shown?.data.buckets.length ?? 0,
        series: this.visible,
        direction: around.locale.direction,
      }),
      select: (target) => this.#shown && options.onSelect(target, this.#shown),
    });
    host.addController(this);
  }

  /** Ids of the series that are drawn and that a user can walk through. */
  get visible(): string[] {
    const series = this.#shown ? this.#options.toPlot(this.#shown.data, this.hidden).series : [];
    return series.flatMap(({ id, isBefore }) => (isBefore ? [] : id));
  }

  words(timeZone?: string): Words {
    return toWords(this.#around.locale, this.#around.scope, timeZone);
  }

  showAll(): void {
    this.hidden = new Set();
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const answered = this.#around.answers.last;
    if (!answered) {
      this.#shown = undefined;
      return;
    }
    const words = this.words();
    const data = this.#options.toData(answered, words);
    this.#shown = { data, answered };
    this.#caption = `${this.#host.heading || data.title}, ${words.formats.range(answered.scope.range)}`;
    const size = data.buckets.length * data.series.length;
    this.#table.follow({ ...this.#shown, caption: this.#caption }, answered.answer, size, this.isTable);
  }

  hostUpdated(): void {
    const canvas = this.#host.renderRoot.querySelector('canvas');
    if (!canvas || !this.#shown) return this.#canvas.release();
    const { data, answered } = this.#shown;
    const drawing = {
      data,
      marks: data.marks,
      active: this.#pointer.target?.bucket,
      direction: this.#around.locale.direction,
      formats: this.words(answered.scope.timeZone).formats,
      ...this.#options.toPlot(data, this.hidden),
    };
    // Without the module that draws, the table says the same.
    this.#canvas.draw(canvas, drawing).catch(() => this.#showTable(true));
  }

  view({ title, picker, above, isEmpty }: ChartView<D>): TemplateResult {
    const { locale, scope, answers } = this.#around;
    const words = this.words();
    return html`<div class="container">
      ${probesView()}
      <div class="top" dir=${locale.direction}>
        ${headingView(this.#host.heading, title)}
        ${scope.source ? this.#toolsView(picker, words) : nothing}
      </div>
      ${loadView({
        answers,
        locale,
        formats: words.formats,
        skeleton: skeletonView(14),
        content: () => this.#contentView(this.#shown!, above, words),
        isEmpty,
        onLastData: (range) => chooseRange(this.#host, scope, range),
      })}
    </div>`;
  }

  #toolsView(picker: Picker | undefined, { messages }: Words): TemplateResult {
    const { last } = this.#around.answers;
    const files: ChartFormat[] = this.isTable ? ['csv'] : ['csv', 'png'];
    return toolsView({
      picker,
      messages,
      isTable: this.isTable,
      formats: last && this.#options.hasNumbers(last) ? files : [],
      onTable: () => this.#showTable(!this.isTable),
      onExport: (format) => this.#export(format),
    });
  }

  #contentView(shown: ShownChart<D>, above: ChartView<D>['above'], words: Words): TemplateResult {
    const isDrawn = this.#options.isDrawn(shown);
    const keys = isDrawn ? this.#options.toLegend(shown, words) : [];
    return html`
      ${above(shown, words)}
      ${keys.length > 0 ? this.#legendView(keys, words) : nothing}
      ${isDrawn && !this.isTable ? this.#plotView(shown.data, words) : nothing}
      ${this.#tableView(words)}
    `;
  }

  #legendView(keys: readonly LegendKey[], { messages }: Words): TemplateResult {
    return legendView({
      keys,
      hidden: this.hidden,
      label: this.#options.wordsOf(messages).legend,
      onToggle: (id) => this.#toggle(id),
    });
  }

  #plotView(data: D, words: Words): TemplateResult {
    const { target } = this.#pointer;
    return plotView({
      caption: this.#caption,
      keyboard: this.#options.wordsOf(words.messages).keyboard,
      messages: words.messages,
      pointer: this.#pointer,
      tooltip: target && this.#options.toTooltip(data, this.hidden, target, words),
    });
  }

  /** Drawn once for the same numbers and words: laying out a long table costs more than the chart. */
  #tableView(words: Words): unknown {
    const { shown } = this.#table;
    const { locale, scope } = this.#around;
    const marks = [this.#host.marks, scope.provided?.marks];
    return guard(
      [shown?.answered.answer, this.isTable, words.messages, locale.language, shown?.caption, ...marks],
      () =>
        shown ? twinView(this.#options.toTable(shown, shown.caption, words), shown.caption, this.isTable) : nothing,
    );
  }

  #toggle(id: string): void {
    const hidden = new Set(this.hidden);
    if (!hidden.delete(id)) hidden.add(id);
    this.hidden = hidden;
    this.#host.requestUpdate();
  }

  #showTable(isTable: boolean): void {
    this.isTable = isTable;
    this.#host.requestUpdate();
  }

  #export(format: ChartFormat): void {
    if (!this.#shown) return;
    const { data, answered } = this.#shown;
    const words = this.words(answered.scope.timeZone);
    exportChart(this.#host, {
      ...this.#options.toFile(this.#shown, words),
      format,
      words,
      scope: answered.scope,
      canvas: this.#canvas,
      title: this.#host.heading ?? data.title,
      direction: this.#around.locale.direction,
    });
  }
}
