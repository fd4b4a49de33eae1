import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import type { PageQuery } from '../../controllers/page-controller.js';
import { ScopeController, type ResolvedScope } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import { SelectionController } from '../../controllers/selection-controller.js';
import type { Answered } from '../../controllers/source-query-controller.js';
import { fillText } from '../../core/format/formats.js';
import { findDefinition } from '../../core/metrics/find-definition.js';
import type { RecordRow, RecordsPage, RecordsQuery } from '../../core/query.js';
import { listConverter } from '../shared/attribute-converters.js';
import { hostStyles } from '../shared/host-styles.js';
import { headingView } from '../shared/load-view.js';
import { notice } from '../shared/notices.js';
import { conversationBody } from '../shared/records-table/dialog.js';
import { RecordsTable } from '../shared/records-table/records-table.js';
import { nameSelection } from '../shared/records-table/selection-words.js';
import { AgentConversationOpenEvent, AgentRecordOpenEvent } from '../shared/user-events.js';
import { metricWords } from '../shared/words.js';
import { canOpen, toColumns, toCsv, type RecordWords } from './record-columns.js';
import { rowsView } from './rows-view.js';
import { styles } from './styles.js';
import { ticketDialog } from './ticket-view.js';

type RecordList = Omit<RecordsQuery, 'page' | 'pageSize'>;

export interface AgentRecordTable extends ScopeProperties {}

/**
 * The single records behind a number: tickets, survey answers, orders, conversations and all the others, page by page. A ticket and a
 * conversation open their thread.
 *
 * @slot heading - Replaces the title; an empty `heading` leaves it out.
 * @fires agent-record-open - The user opened a ticket; `event.fact` and `event.recordId` say which. Cancelable.
 * @fires agent-conversation-open - The user opened a conversation; `event.conversationId` says which. Cancelable.
 * @fires agent-export - The user asked for the records as a file; the event has its format and name. Cancelable.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - Records arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - They could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @fires agent-range-change - The user asked for the last data; `event.range` holds their dates.
 * @csspart selection - What was pointed at elsewhere, with the way back.
 * @csspart clear-selection - The way back.
 * @csspart total - How many records there are.
 * @csspart export - Downloads them.
 * @csspart table - The table.
 * @csspart head - The head of a column.
 * @csspart sort - The button in it.
 * @csspart row - One record.
 * @csspart open - The button that opens it.
 * @csspart masked - That its texts are not for this user.
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
  /** Under a provider, shows the records behind what its user points at in another widget. */
  @property({ attribute: 'follow-selection', type: Boolean }) followSelection = false;

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #selection = new SelectionController(this, this.#scope, {
    // No record is of single conversations that were named.
    follows: ({ only }) => this.followSelection && !only,
  });
  readonly #table = new RecordsTable<RecordList, RecordRow, RecordsPage>(
    this,
    { locale: this.#locale, scope: this.#scope, selection: this.#selection },
    {
      toList: (scope) => (this.#scope.source?.records ? this.#toList(scope) : undefined),
      ask: (source, query, signal) => source.records!(query, { signal }),
      mayOpen: (id) => this.#mayOpen(id),
    },
  );

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('metric') && this.hasUpdated) this.#table.record.close();
  }

  override render(): TemplateResult {
    const { words } = this.#table;
    const { source, described, isNotLive } = this.#scope;
    const { selection } = this.#selection;
    const { clearSelection, notOffered, heading: headingWords } = words.messages.records;
    const label = (metric: string) => metricWords(metric, words.messages, words.description).label;
    const metric = selection ? (selection.metric ?? 'total-volume') : this.metric;
    const heading = this.heading || fillText(headingWords, { metric: label(metric) });
    const back = fillText(clearSelection, { metric: label(this.metric) });
    return html`<div class="container">
      ${headingView(this.heading, heading)}
      ${source && selection ? html`<div dir=${this.#locale.direction}>${this.#table.selectionView(nameSelection(selection, words), heading, back)}</div>` : nothing}
      ${
        source && described && !isNotLive && !source.records
          ? notice('not-offered', notOffered)
          : this.#table.loadView((answered) => this.#rowsView(answered, heading))
      }
      ${this.#dialogView()}
    </div>`;
  }

  #rowsView(answered: Answered<PageQuery<RecordList>, RecordsPage>, heading: string): TemplateResult {
    const {
      answer,
      query: { list },
    } = answered;
    const { list: pages, record } = this.#table;
    return rowsView({
      list,
      answer,
      heading,
      words: this.#wordsOf(list.metric, answer.fact),
      rows: pages.rows,
      chosen: this.columns,
      now: pages.now,
      exporter: this.#table.exportView(() => this.#export(list)),
      pager: this.#table.pagerView(answered),
      onSort: (sort) => (this.sort = sort),
      onOpen: canOpen(answer.fact) ? (id) => record.open(id) : undefined,
    });
  }

  #dialogView() {
    const { opened, record, list } = this.#table;
    const { last } = list;
    if (!opened || record.id === undefined || !last) return nothing;
    const words = this.#wordsOf(last.query.list.metric, opened.page.fact);
    const { timeZone, now, refresh } = this;
    const dialog =
      opened.page.fact === 'conversations'
        ? {
            title: words.messages.thread.heading,
            words: words.messages.table,
            body: conversationBody({ id: opened.row.id, scope: this.#scope, timeZone, now, refresh }),
          }
        : ticketDialog({ row: opened.row, words, timeZone: last.scope.timeZone, now: last.scope.now });
    return this.#table.dialogView(opened.row.id, dialog);
  }

  #wordsOf(metric: string, fact: string): RecordWords {
    return { ...this.#table.words, fact, unit: findDefinition(metric, this.#scope.described)?.unit ?? 'count' };
  }

  /** A selection without a metric is of conversations; `scope` is the selection's own where there is one. */
  #toList({ range, timeZone, filters, nowText }: ResolvedScope): RecordList {
    const { selection } = this.#selection;
    const bucket = selection?.bucket;
    return {
      ...range,
      timeZone,
      sort: this.sort,
      metric: selection ? (selection.metric ?? 'total-volume') : this.metric,
      ...(Object.keys(filters).length > 0 && { filters }),
      ...(bucket && { fromInstant: bucket.from, toInstant: bucket.to }),
      ...(nowText !== undefined && { now: nowText }),
    };
  }

  #mayOpen(id: string): boolean {
    const fact = this.#table.list.last?.answer.fact ?? '';
    return this.dispatchEvent(
      fact === 'conversations' ? new AgentConversationOpenEvent(id) : new AgentRecordOpenEvent(fact, id),
    );
  }

  #export(list: RecordList): void {
    this.#table.export({
      name: `${list.metric.replaceAll(/[^\w-]+/g, '-')}-records`,
      list: () => list,
      toCsv: (rows, timeZone, { fact }) => {
        const words = this.#wordsOf(list.metric, fact);
        return toCsv(rows, toColumns(this.columns, { rows: [...rows], fact }, words), timeZone, words);
      },
    });
  }
}

// Importing one element gives the types of its events.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-record-table': AgentRecordTable;
  }
}
