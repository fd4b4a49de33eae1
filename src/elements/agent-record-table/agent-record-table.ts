import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Selected } from '../../context/metrics-context.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { ScopeController, type ResolvedScope } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import { fillText } from '../../core/format/formats.js';
import type { RecordRow, RecordsPage } from '../../core/query.js';
import { chooseRange } from '../shared/announce-choice.js';
import { returnFocus, showDialog } from '../shared/records-table/dialog.js';
import { ExportController } from '../../controllers/export-controller.js';
import { headingView, loadView } from '../shared/load-view.js';
import { hostStyles } from '../shared/host-styles.js';
import { listConverter } from '../shared/attribute-converters.js';
import { selectionView } from '../shared/records-table/view.js';
import { notice } from '../shared/notices.js';
import { OpenRecordController, placeOf } from '../../controllers/open-record-controller.js';
import { PageController, toPageSize } from '../../controllers/page-controller.js';
import { AgentConversationOpenEvent, AgentRecordOpenEvent } from '../shared/user-events.js';
import { nameSelection } from '../shared/records-table/selection-words.js';
import { findDefinition } from '../../core/metrics/find-definition.js';
import { metricWords, type Words } from '../shared/words.js';
import { exportRecords } from './export-records.js';
import { FollowedSelection } from './followed-selection.js';
import { canOpen, openRecordView } from './open-record-view.js';
import type { RecordWords } from './record-columns.js';
import { recordsView } from './records-view.js';
import { toRecordList, type RecordList } from './record-list.js';
import { skeletonView } from './rows-view.js';
import { styles } from './styles.js';

export interface AgentRecordTable extends ScopeProperties {}

/**
 * The single records behind a number: tickets, survey answers, orders, conversations and all the others, page by page. A ticket and a
 * conversation open their thread.
 *
 * @slot heading - Replaces the title; an empty `heading` leaves it out.
 * @fires agent-record-open - The reader opened a ticket; `event.fact` and `event.recordId` say which. Cancelable.
 * @fires agent-conversation-open - The reader opened a conversation; `event.conversationId` says which. Cancelable.
 * @fires agent-export - The reader asked for the records as a file; the event has its format and name. Cancelable.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - Records arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - They could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @fires agent-range-change - The reader asked for the last data; `event.range` holds their dates.
 * @csspart selection - What was pointed at elsewhere, with the way back.
 * @csspart clear-selection - The way back.
 * @csspart total - How many records there are.
 * @csspart export - Downloads them.
 * @csspart table - The table.
 * @csspart head - The head of a column.
 * @csspart sort - The button in it.
 * @csspart row - One record.
 * @csspart open - The button that opens it.
 * @csspart masked - That its texts are not for this reader.
 * @csspart pager - The pages.
 * @csspart page - Which records are shown, of how many.
 * @csspart dialog - The open record.
 * @csspart header - What an open ticket is about.
 * @csspart messages - Its thread.
 * @csspart run - Messages of one author.
 * @csspart message - One message.
 * @csspart event - An assignment, a resolution, a reopening, an escalation or a target.
 * @cssproperty [--agent-sticky-offset=0px] - How far from the top of the page the head of the table stays, below a fixed header of the page.
 */
export class AgentRecordTable extends LitElement {
  static override properties = scopeProperties;
  static override styles = [hostStyles, styles];

  /** Whose records: those that contributed to it in the range. */
  @property() metric = 'ticket-volume';
  /** Which columns, by the names of the records' fields, as an attribute separated by commas. Unset: those that such records are known by. */
  @property({ converter: listConverter }) columns?: string[] | undefined;
  /** `at` or `value`; `-` in front descends. */
  @property() sort = '-at';
  /** Rows on a page, 1–200. */
  @property({ attribute: 'page-size', type: Number }) pageSize = 25;
  /** Under a provider, shows the records behind what its reader points at in another widget. */
  @property({ attribute: 'follow-selection', type: Boolean }) followSelection = false;

  @query('dialog') private dialog?: HTMLDialogElement;
  @query('.selection') private selectionLine?: HTMLElement;

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #followed = new FollowedSelection(this, this.#scope);
  readonly #list = new PageController<RecordList, RecordRow, RecordsPage>(this, this.#scope, {
    settings: () => this.#followed.settings,
    toList: (scope) =>
      this.#scope.source?.records ? { list: this.#toList(scope), pageSize: toPageSize(this.pageSize) } : undefined,
    ask: (source, asked, signal) => source.records!(asked, { signal }),
  });
  readonly #file = new ExportController(this, this.#scope);
  readonly #thread = new OpenRecordController(this, {
    mayOpen: (id) => this.#mayOpen(id),
    turnTo: (page) => this.#list.turnTo(page),
    subject: () => this.#scope.subject,
    load: () => this.#list.answers.load,
  });
  #heeded: Selected | undefined;
  /** What is open, also when the list has it no more. */
  #opened: { row: RecordRow; fact: string } | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('metric') && this.hasUpdated) this.#thread.close();
    this.#thread.follow(this.#list.listed);
    const { id } = this.#thread;
    const row = this.#list.last?.answer.rows.find((one) => one.id === id);
    if (row) this.#opened = { row, fact: this.#list.last!.answer.fact };
    else if (this.#opened?.row.id !== id) this.#opened = undefined;
  }

  override render(): TemplateResult {
    const { messages, direction } = this.#locale;
    const words = this.#words();
    const { selection } = this.#followed;
    const label = (metric: string) => metricWords(metric, messages, words.description).label;
    const heading =
      this.heading ||
      fillText(messages.records.heading, {
        metric: label(selection ? (selection.metric ?? 'total-volume') : this.metric),
      });
    const { source } = this.#scope;
    return html`<div class="container">
      ${headingView(this.heading, heading)}
      ${source && selection ? html`<div dir=${direction}>${selectionView(nameSelection(selection, words), heading, fillText(messages.records.clearSelection, { metric: label(this.metric) }), () => this.#clearSelection())}</div>` : nothing}
      ${
        source && this.#scope.described && !this.#scope.isNotLive && !source.records
          ? notice('not-offered', messages.records.notOffered)
          : loadView({
              answers: this.#list.answers,
              locale: this.#locale,
              formats: words.formats,
              skeleton: skeletonView(toPageSize(this.pageSize)),
              content: (answered) =>
                recordsView({
                  answered,
                  words: this.#wordsOf(answered.query.list.metric, answered.answer.fact),
                  rows: this.#list.rows,
                  chosen: this.columns,
                  now: this.#list.now,
                  heading,
                  isExporting: this.#file.isBusy,
                  exportTrouble: this.#file.trouble,
                  onSort: (sort) => (this.sort = sort),
                  onOpen: canOpen(answered.answer.fact) ? (id) => this.#thread.open(id) : undefined,
                  onPage: (page) => this.#turnTo(page),
                  onPageSize: (size) => (this.pageSize = size),
                  onExport: () => this.#export(answered.query.list),
                }),
              onLastData: (range) => chooseRange(this, this.#scope, range),
            })
      }
      ${this.#dialogView()}
    </div>`;
  }

  override updated(): void {
    const { selected } = this.#followed;
    if (selected && selected !== this.#heeded && this.#scope.described) {
      this.scrollIntoView({ block: 'start' });
      this.selectionLine?.focus({ preventScroll: true });
    }
    this.#heeded = selected;
    const closed = this.#thread.takeClosed();
    if (closed) returnFocus(this.renderRoot, closed);
    showDialog(this.dialog);
  }

  #dialogView() {
    const { listed, last } = this.#list;
    if (!this.#opened || this.#thread.id === undefined || !listed || !last) return nothing;
    const { row, fact } = this.#opened;
    return openRecordView({
      row,
      words: this.#wordsOf(last.query.list.metric, fact),
      place: placeOf(row.id, listed),
      total: listed.total,
      direction: this.#locale.direction,
      hasFailed: this.#thread.hasFailed,
      canStep: (by) => this.#thread.canStep(by, listed),
      onStep: (by) => this.#thread.step(by, listed),
      onClosed: () => this.#thread.close(),
      scope: this.#scope,
      timeZone: this.timeZone,
      now: this.now,
      refresh: this.refresh,
      moment: last.scope.now,
      zone: last.scope.timeZone,
    });
  }

  #words(): Words {
    const description = this.#scope.described;
    return {
      messages: this.#locale.messages,
      formats: this.#locale.formats(
        this.#list.last?.query.list.timeZone ?? this.#scope.displayZone,
        description?.currency,
      ),
      description,
    };
  }

  #wordsOf(metric: string, fact: string): RecordWords {
    return { ...this.#words(), fact, unit: findDefinition(metric, this.#scope.described)?.unit ?? 'count' };
  }

  #toList(scope: ResolvedScope): RecordList {
    return toRecordList(scope, this.#followed.selection, this.metric, this.sort);
  }

  #mayOpen(id: string): boolean {
    const fact = this.#list.last?.answer.fact ?? '';
    return this.dispatchEvent(
      fact === 'conversations' ? new AgentConversationOpenEvent(id) : new AgentRecordOpenEvent(fact, id),
    );
  }

  #turnTo(page: number): void {
    this.#list.turnTo(page);
    if (this.getBoundingClientRect().top < 0)
      this.renderRoot.querySelector('.frame')?.scrollIntoView({ block: 'start' });
  }

  #clearSelection(): void {
    (this.#followed.clear() ?? this.renderRoot.querySelector<HTMLElement>('.frame'))?.focus();
  }

  #export(list: RecordList): void {
    void this.#file.run(async (source, signal) => {
      if (source.records)
        await exportRecords(this, {
          source,
          list,
          columns: this.columns,
          wordsOf: (fact) => this.#wordsOf(list.metric, fact),
          signal,
        });
    });
  }
}

// Whoever imports one element gets the types of what it fires.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-record-table': AgentRecordTable;
  }
}
