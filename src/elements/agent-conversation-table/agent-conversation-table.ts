import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Selected } from '../../context/metrics-context.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { ScopeController, type ResolvedScope } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import type { ConversationRow, ConversationsPage } from '../../core/query.js';
import { chooseRange } from '../shared/announce-choice.js';
import { conversationBody, dialogView, returnFocus, showDialog } from '../shared/records-table/dialog.js';
import { ExportController } from '../../controllers/export-controller.js';
import { headingView, loadView } from '../shared/load-view.js';
import { hostStyles } from '../shared/host-styles.js';
import { listConverter } from '../shared/attribute-converters.js';
import { selectionView } from '../shared/records-table/view.js';
import { OpenRecordController, placeOf } from '../../controllers/open-record-controller.js';
import { PageController, toPageSize } from '../../controllers/page-controller.js';
import { AgentConversationOpenEvent } from '../shared/user-events.js';
import { toSelectionWords } from '../shared/records-table/selection-words.js';
import { DEFAULT_COLUMNS, nextSort, toColumns, type Words, type Column } from './columns.js';
import { exportRows } from './export-rows.js';
import { toListQuery, type ListQuery } from './list-query.js';
import { resultsView } from './results-view.js';
import { PointedAt } from './pointed-at.js';
import { styles } from './styles.js';
import { skeletonView } from './table-view.js';
import { toolsView } from './tools-view.js';
import { TypedSearch } from './typed-search.js';

export interface AgentConversationTable extends ScopeProperties {}

/**
 * The conversations of a range: searched, sorted, page by page, each opening its thread. Under a provider it also lists what a reader pointed
 * at in another widget, and says so.
 *
 * @slot heading - Replaces the title; an empty `heading` leaves it out.
 * @fires agent-conversation-open - The reader opened a conversation; `event.conversationId` says which. Cancelable.
 * @fires agent-export - The reader asked for the rows as a file; the event has its format and name. Cancelable.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - Conversations arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - They could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @fires agent-range-change - The reader asked for the last data; `event.range` holds their dates.
 * @csspart search - The search field.
 * @csspart clear-search - Empties it.
 * @csspart export - Downloads the rows.
 * @csspart selection - What was pointed at elsewhere, with the way back.
 * @csspart clear-selection - The way back.
 * @csspart table - The table.
 * @csspart head - The head of a column.
 * @csspart sort - The button in it.
 * @csspart row - One conversation.
 * @csspart open - The button that opens it.
 * @csspart question - Its first question.
 * @csspart found - How often the search found its phrase beyond the first question.
 * @csspart mark - What the search found.
 * @csspart status - The status.
 * @csspart pager - The pages.
 * @csspart page - Which conversations are shown, of how many.
 * @csspart dialog - The open conversation.
 * @cssproperty [--agent-sticky-offset=0px] - How far from the top of the page the head of the table stays, below a fixed header of the page.
 */
export class AgentConversationTable extends LitElement {
  static override properties = scopeProperties;
  static override styles = [hostStyles, styles];

  /** Which columns, in their order, as an attribute separated by commas. Unset: the seven that a conversation is known by. */
  @property({ converter: listConverter }) columns?: string[] | undefined;
  /** The column to sort by; `-` in front descends. */
  @property() sort = '-updated-at';
  /** What to look for in first questions and whole threads. */
  @property() search = '';
  /** Rows on a page, 1–200. */
  @property({ attribute: 'page-size', type: Number }) pageSize = 25;

  @query('dialog') private dialog?: HTMLDialogElement;
  @query('.selection') private selectionLine?: HTMLElement;

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  // Before the list, which asks for what is pointed at.
  readonly #pointed = new PointedAt(this, this.#scope);
  readonly #list = new PageController<ListQuery, ConversationRow, ConversationsPage>(this, this.#scope, {
    settings: () => this.#pointed.settings,
    toList: (scope) => ({ list: this.#toQuery(scope), pageSize: toPageSize(this.pageSize) }),
    ask: (source, query, signal) => source.conversations(query, { signal }),
  });
  readonly #typed = new TypedSearch(this, (phrase) => (this.search = phrase));
  readonly #file = new ExportController(this, this.#scope);
  readonly #thread = new OpenRecordController(this, {
    mayOpen: (id) => this.dispatchEvent(new AgentConversationOpenEvent(id)),
    turnTo: (page) => this.#list.turnTo(page),
    subject: () => this.#scope.subject,
    load: () => this.#list.answers.load,
  });
  #heeded: Selected | undefined;
  #scrolledFor: string | undefined;

  constructor() {
    super();
    this.#scope.onOtherSubject(() => this.#typed.takeBack());
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { selected } = this.#pointed;
    // What was pointed at is shown whole.
    if (this.hasUpdated && selected && selected !== this.#heeded) this.#typed.find('');
    if (changed.has('search')) this.#typed.follow(this.search);
    this.#thread.follow(this.#list.listed);
  }

  override render(): TemplateResult {
    const { messages, direction } = this.#locale;
    const words = this.#words();
    const columns = toColumns(this.columns ?? DEFAULT_COLUMNS, words);
    const { selection, numbers } = this.#pointed;
    return html`<div class="container">
      ${headingView(this.heading, messages.table.heading)}
      ${
        this.#scope.source
          ? html`<div class="top" dir=${direction}>
        ${selection ? selectionView(toSelectionWords(selection, numbers, words), messages.table.heading, messages.table.clearSelection, () => this.#clearSelection()) : nothing}
        ${toolsView({
          messages,
          columns,
          typed: this.#typed.text,
          sort: this.sort,
          isExporting: this.#file.isBusy,
          exportTrouble: this.#file.trouble,
          onType: (text) => this.#typed.type(text),
          onSearch: (text) => this.#typed.find(text),
          onSort: (sort) => (this.sort = sort),
          onExport: () => this.#export(columns),
        })}
      </div>`
          : nothing
      }
      ${loadView({
        answers: this.#list.answers,
        locale: this.#locale,
        formats: words.formats,
        skeleton: skeletonView(toPageSize(this.pageSize)),
        content: (answered) =>
          resultsView({
            ...words,
            answered,
            rows: this.#list.rows,
            columns,
            now: this.#list.now,
            heading: this.heading || messages.table.heading,
            isSelected: selection !== undefined,
            onSort: (id) => (this.sort = nextSort(this.sort, id)),
            onOpen: (id) => this.#thread.open(id),
            onPage: (page) => this.#turnTo(page),
            onPageSize: (size) => (this.pageSize = size),
            onClearSearch: () => this.#typed.find(''),
            onClearSelection: () => this.#clearSelection(),
          }),
        isEmpty: ({ answer, query: { list } }) => answer.total === 0 && !list.search && !selection,
        onLastData: (range) => chooseRange(this, this.#scope, range),
      })}
      ${this.#dialogView(words)}
    </div>`;
  }

  override updated(): void {
    const { selected } = this.#pointed;
    if (selected && selected !== this.#heeded && this.#scope.described) this.#leadToSelection();
    this.#heeded = selected;
    const closed = this.#thread.takeClosed();
    if (closed) returnFocus(this.renderRoot, closed);
    const { dialog } = this;
    showDialog(dialog);
    if (dialog && this.#thread.id !== this.#scrolledFor) dialog.scrollTop = 0;
    this.#scrolledFor = this.#thread.id;
  }

  #dialogView(words: Words) {
    const { id } = this.#thread;
    const { listed } = this.#list;
    if (id === undefined || !listed) return nothing;
    return dialogView({
      title: words.messages.thread.heading,
      words: words.messages.table,
      formats: words.formats,
      place: placeOf(id, listed),
      total: listed.total,
      direction: this.#locale.direction,
      canStep: (by) => this.#thread.canStep(by, listed),
      onStep: (by) => this.#thread.step(by, listed),
      onClosed: () => this.#thread.close(),
      hasFailed: this.#thread.hasFailed,
      body: conversationBody({
        id,
        scope: this.#scope,
        timeZone: this.timeZone,
        now: this.now,
        refresh: this.refresh,
        search: this.search,
        statusBy: this.columns?.includes('outcome') && !this.columns.includes('status') ? 'outcome' : 'status',
      }),
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

  #toQuery(scope: ResolvedScope): ListQuery {
    return toListQuery(scope, this.#pointed.selection, this.search, this.sort);
  }

  #turnTo(page: number): void {
    this.#list.turnTo(page);
    if (this.getBoundingClientRect().top < 0)
      this.renderRoot.querySelector('.frame')?.scrollIntoView({ block: 'start' });
  }

  #leadToSelection(): void {
    this.scrollIntoView({ block: 'start' });
    this.selectionLine?.focus({ preventScroll: true });
  }

  #clearSelection(): void {
    (this.#pointed.clear() ?? this.renderRoot.querySelector<HTMLElement>('.frame'))?.focus();
  }

  #export(columns: Column[]): void {
    void this.#file.run(async (source, signal) => {
      const scope = this.#scope.resolve(this.#pointed.settings);
      if (scope) await exportRows(this, { source, list: this.#toQuery(scope), columns, words: this.#words(), signal });
    });
  }
}

// Whoever imports one element gets the types of what it fires.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-conversation-table': AgentConversationTable;
  }
}
