/** The page of records with what stands around it, or that there is none. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Profile } from '../../core/facts/conversations.js';
import type { RecordRow, RecordsPage, RecordsQuery } from '../../core/query.js';
import { toOutcome, type ConversationStatus } from '../../core/status/conversation-status.js';
import { markedText } from '../shared/marked-text.js';
import { avatar } from '../shared/profile-view.js';
import { openButton, orderView, tableView, timeView, type TableColumn } from '../shared/records-table/view.js';
import { statusPill } from '../shared/status-pill.js';
import { NO_VALUE } from '../shared/words.js';
import { cellText, isNumeric, rawValue, timeOf, toColumns, type Column, type RecordWords } from './record-columns.js';

export interface RowsView {
  list: RecordsQuery;
  answer: RecordsPage;
  words: RecordWords;
  /** Those to draw by now. */
  rows: readonly RecordRow[];
  /** The columns as set. */
  chosen: readonly string[] | undefined;
  heading: string;
  /** Epoch milliseconds. */
  now: number;
  exporter: TemplateResult;
  pager: TemplateResult;
  onSort: (sort: string) => void;
  /** Unset: there is nothing more to see of such a record. */
  onOpen: ((id: string) => void) | undefined;
}

type RecordColumn = Column & TableColumn;

/** What a record is known by. */
const TITLES: readonly string[] = ['subject', 'firstQuestion'];
const CLAMPED: readonly string[] = [...TITLES, 'comment'];
const SORTABLE: readonly string[] = ['at', 'value'];

export function rowsView(view: RowsView): TemplateResult {
  const { list, answer, words, rows, chosen, heading, onSort, onOpen } = view;
  const { messages, formats } = words;
  if (answer.total === 0) return html`<p class="total" part="none"><bdi>${messages.records.none}</bdi></p>`;
  const { sort = '' } = list;
  const columns = toColumns(chosen, answer, words).map((column): RecordColumn => ({
    ...column,
    isSortable: SORTABLE.includes(column.id),
    isNumber: isNumeric(column),
  }));
  const sortable = columns.filter(({ isSortable }) => isSortable);
  return html`
    <div class="tools">
      <p class="total" part="total"><bdi>${formats.counted(messages.records.count, answer.total)}</bdi></p>
      ${orderView(sortable, sort, messages, onSort)}
      ${view.exporter}
    </div>
    ${tableView({
      rows,
      columns,
      sort,
      onOpen,
      caption: `${heading}, ${formats.range(list)}`,
      title: columns.find(({ id }) => TITLES.includes(id)) ?? columns[0],
      titleView: (row, column) => titleView(row, column, view),
      cellView: (row, column) => cellView(row, column, view),
      onSort: (id) => onSort(nextSort(sort, id)),
    })}
    ${view.pager}
  `;
}

/** Times and values begin with the latest and the greatest. */
function nextSort(sort: string, id: string): string {
  return sort === `-${id}` ? id : `-${id}`;
}

function titleView(row: RecordRow, column: Column, view: RowsView): TemplateResult {
  const { words, onOpen } = view;
  const { masked, noQuestion } = words.messages.table;
  const isQuestion = column.id === 'firstQuestion' && cellText(row, column, words) === null;
  const content = html`${TITLES.includes(column.id) ? nothing : html`<span class="spoken">${column.label}: </span>`}${isQuestion ? noQuestion : cellView(row, column, view)}`;
  return html`${onOpen ? openButton(content, () => onOpen(row.id)) : content}${row.masked ? html`<span class="aside" part="masked"><bdi>${masked}</bdi></span>` : nothing}`;
}

function cellView(row: RecordRow, column: Column, { words, now }: RowsView): TemplateResult {
  const { id, kind } = column;
  const text = cellText(row, column, words);
  const value = rawValue(row, id);
  if (text === null) return html`<span>${NO_VALUE}</span>`;
  if (kind === 'time') return timeView(timeOf(value)!, now, words.formats);
  if (id === 'status') return statusPill(String(value), text);
  if (id === 'outcome') return statusPill(toOutcome(value as ConversationStatus), text);
  if (id === 'profile') return html`<span class="profile">${avatar(value as Profile | null)}<bdi>${text}</bdi></span>`;
  if (CLAMPED.includes(id))
    return html`<span class="question" title=${id === 'comment' ? text : nothing}><bdi>${markedText(text, '', false)}</bdi></span>`;
  return html`<bdi class=${id === 'id' ? 'id' : nothing}>${text}</bdi>`;
}
