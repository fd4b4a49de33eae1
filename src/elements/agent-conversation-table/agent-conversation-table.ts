import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import type { PageQuery } from '../../controllers/page-controller.js';
import { ScopeController, type ResolvedScope } from '../../controllers/scope-controller.js';
import { scopeProperties, type ScopeProperties } from '../../controllers/scope-properties.js';
import { SelectionController } from '../../controllers/selection-controller.js';
import type { Answered } from '../../controllers/source-query-controller.js';
import { isRecordTable } from '../../core/tables/all-tables.js';
import { findDefinition } from '../../core/metrics/find-definition.js';
import type { ConversationRow, ConversationsPage } from '../../core/query.js';
import type { Selection } from '../../core/selection.js';
import { listConverter } from '../shared/attribute-converters.js';
import { hostStyles } from '../shared/host-styles.js';
import { headingView } from '../shared/load-view.js';
import { conversationBody } from '../shared/records-table/dialog.js';
import { RecordsTable } from '../shared/records-table/records-table.js';
import { toSelectionWords } from '../shared/records-table/selection-words.js';
import { orderView, type TableColumn } from '../shared/records-table/view.js';
import { AgentConversationOpenEvent } from '../shared/user-events.js';
import type { Words } from '../shared/words.js';
import { DEFAULT_COLUMNS, nextSort, toColumns, toCsv } from './columns.js';
import { SelectedNumbersController, toListQuery, type ListQuery } from './list-query.js';
import { rowsView } from './rows-view.js';
import { SearchField } from './search-field.js';
import { styles } from './styles.js';

type ConversationsAnswered = Answered<PageQuery<ListQuery>, ConversationsPage>;

export interface AgentConversationTable extends ScopeProperties {}

/**
 * The conversations of a range: searched, sorted, page by page, each opening its thread. Under a provider it also lists what a user pointed
 * at in another widget, and says so.
 *
 * @slot heading - Replaces the title; an empty `heading` leaves it out.
 * @fires agent-conversation-open - The user opened a conversation; `event.conversationId` says which. Cancelable.
 * @fires agent-export - The user asked for the rows as a file; the event has its format and name. Cancelable.
 * @fires agent-progress - Its own data are being read; `event.done` of `event.total` bytes.
 * @fires agent-load - Conversations arrived; `event.asOf` says how far the facts reach.
 * @fires agent-error - They could not be loaded; `event.error` says why.
 * @fires agent-auth-error - The endpoint refused the token, also a fresh one; `event.error` says so.
 * @fires agent-range-change - The user asked for the last data; `event.range` holds their dates.
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

  readonly #locale = new LocaleController(this);
  readonly #scope = new ScopeController(this);
  readonly #selection = new SelectionController(this, this.#scope, {
    follows: (selection) => this.#isOfConversations(selection),
    endsByFilters: true,
  });
  readonly #numbers = new SelectedNumbersController(this, this.#scope, this.#selection);
  readonly #table = new RecordsTable<ListQuery, ConversationRow, ConversationsPage>(
    this,
    { locale: this.#locale, scope: this.#scope, selection: this.#selection },
    {
      toList: (scope) => this.#toQuery(scope),
      ask: (source, query, signal) => source.conversations(query, { signal }),
      mayOpen: (id) => this.dispatchEvent(new AgentConversationOpenEvent(id)),
    },
  );
  readonly #search = new SearchField(this, (phrase) => (this.search = phrase));

  constructor() {
    super();
    this.#scope.onOtherSubject(() => this.#search.takeBack());
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // A new selection is shown whole.
    if (this.hasUpdated && this.#table.hasNewSelection) this.#search.find('');
    if (changed.has('search')) this.#search.follow(this.search);
  }

  override render(): TemplateResult {
    const { messages } = this.#locale;
    const { words } = this.#table;
    const columns = toColumns(this.columns ?? DEFAULT_COLUMNS, words);
    return html`<div class="container">
      ${headingView(this.heading, messages.table.heading)}
      ${this.#scope.source ? this.#topView(columns, words) : nothing}
      ${this.#table.loadView(
        (answered) => this.#rowsView(answered, columns, words),
        ({ answer, query: { list } }) => answer.total === 0 && !list.search && !this.#selection.selection,
      )}
      ${this.#dialogView(words)}
    </div>`;
  }

  #topView(columns: readonly TableColumn[], words: Words): TemplateResult {
    const { messages } = words;
    const { selection } = this.#selection;
    const { heading, clearSelection } = messages.table;
    const sortable = columns.filter(({ isSortable }) => isSortable);
    return html`<div class="top" dir=${this.#locale.direction}>
      ${selection ? this.#table.selectionView(toSelectionWords(selection, this.#numbers.current, words), heading, clearSelection) : nothing}
      <div class="tools">
        ${this.#search.view(messages)}
        ${orderView(sortable, this.sort, messages, (sort) => (this.sort = sort))}
        ${this.#table.exportView(() => this.#export(columns))}
      </div>
    </div>`;
  }

  #rowsView(answered: ConversationsAnswered, columns: readonly TableColumn[], words: Words): TemplateResult {
    return rowsView({
      ...words,
      list: answered.query.list,
      total: answered.answer.total,
      rows: this.#table.list.rows,
      columns,
      now: this.#table.list.now,
      heading: this.heading || words.messages.table.heading,
      isSelected: this.#selection.selection !== undefined,
      pager: this.#table.pagerView(answered),
      onSort: (id) => (this.sort = nextSort(this.sort, id)),
      onOpen: (id) => this.#table.record.open(id),
      onClearSearch: () => this.#search.find(''),
      onClearSelection: () => this.#table.clearSelection(),
    });
  }

  #dialogView({ messages }: Words) {
    const { list, record } = this.#table;
    if (record.id === undefined || !list.listed) return nothing;
    return this.#table.dialogView(record.id, {
      title: messages.thread.heading,
      words: messages.table,
      body: conversationBody({
        id: record.id,
        scope: this.#scope,
        timeZone: this.timeZone,
        now: this.now,
        refresh: this.refresh,
        search: this.search,
        statusBy: this.columns?.includes('outcome') && !this.columns.includes('status') ? 'outcome' : 'status',
      }),
    });
  }

  #toQuery(scope: ResolvedScope): ListQuery {
    return toListQuery(scope, this.#selection.selection, this.search, this.sort);
  }

  /** There are no conversations behind tickets, surveys and the like. */
  #isOfConversations({ metric }: Selection): boolean {
    const definition = metric === undefined ? undefined : findDefinition(metric, this.#scope.described);
    return !definition || !isRecordTable(definition.fact);
  }

  #export(columns: readonly TableColumn[]): void {
    const scope = () => this.#scope.resolve(this.#selection.settings);
    this.#table.export({
      name: 'conversation-list',
      list: () => {
        const resolved = scope();
        return resolved && this.#toQuery(resolved);
      },
      toCsv: (rows, timeZone) => toCsv(rows, columns, timeZone, this.#table.words),
    });
  }
}

// Importing one element gives the types of its events.
export type * from '../../controllers/load-events.js';
export type * from '../shared/user-events.js';

declare global {
  interface HTMLElementTagNameMap {
    'agent-conversation-table': AgentConversationTable;
  }
}
