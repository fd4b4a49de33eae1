/** The records as a table. Its roles are written out, since on a phone its rows become cards and lose the ones they have by nature. */
import { html, nothing, type TemplateResult } from 'lit';
import { toOutcome, type ConversationStatus } from '../../core/status/conversation-status.js';
import type { Profile } from '../../core/facts/conversations.js';
import type { RecordRow } from '../../core/query.js';
import { icon } from '../shared/icons.js';
import { markedText } from '../shared/marked-text.js';
import { NO_VALUE } from '../shared/words.js';
import { avatar } from '../shared/profile-view.js';
import { statusPill } from '../shared/status-pill.js';
import { cellText, isNumeric, rawValue, timeOf, type Column, type RecordWords } from './record-columns.js';

export interface RowsView {
  rows: readonly RecordRow[];
  columns: readonly Column[];
  words: RecordWords;
  caption: string;
  sort: string;
  /** Epoch milliseconds. */
  now: number;
  onSort: (id: string) => void;
  /** Unset: there is nothing more to see of such a record. */
  onOpen: ((id: string) => void) | undefined;
}

const ROLE = {
  table: 'table',
  group: 'rowgroup',
  row: 'row',
  cell: 'cell',
  head: 'columnheader',
  rowHead: 'rowheader',
} as const;
/** What a record is known by. */
const TITLES: readonly string[] = ['subject', 'firstQuestion'];
const CLAMPED: readonly string[] = [...TITLES, 'comment'];
export const SORTABLE: readonly string[] = ['at', 'value'];

export function rowsView(view: RowsView): TemplateResult {
  return html`
    <table part="table" role=${ROLE.table}>
      <caption class="spoken">${view.caption}</caption>
      <thead role=${ROLE.group}><tr role=${ROLE.row}>${view.columns.map((column) => headView(column, view))}</tr></thead>
      <tbody role=${ROLE.group}>${view.rows.map((row) => rowView(row, view))}</tbody>
    </table>
  `;
}

/** Times and values begin with the latest and the greatest. */
export function nextSort(sort: string, id: string): string {
  return sort === `-${id}` ? id : `-${id}`;
}

function headView(column: Column, { sort, onSort }: RowsView): TemplateResult {
  const { id, label } = column;
  const order = sort === id ? 'ascending' : sort === `-${id}` ? 'descending' : undefined;
  return html`
    <th role=${ROLE.head} scope="col" part="head" data-column=${id} ?data-number=${isNumeric(column)} aria-sort=${order ?? nothing}>
      ${SORTABLE.includes(id) ? html`<button class="sort" part="sort" type="button" @click=${() => onSort(id)}>${label}${order ? icon(order === 'ascending' ? 'up' : 'down') : nothing}</button>` : label}
    </th>
  `;
}

function rowView(row: RecordRow, view: RowsView): TemplateResult {
  const { columns, words, onOpen } = view;
  const title = columns.find(({ id }) => TITLES.includes(id)) ?? columns[0];
  return html`
    <tr role=${ROLE.row} part="row" data-id=${row.id} ?data-opens=${onOpen !== undefined} @click=${(event: MouseEvent) => openByRow(event, row, view)}>
      ${columns.map((column) =>
        column === title
          ? html`<th role=${ROLE.rowHead} scope="row" data-column=${column.id}>${openerView(row, column, view)}${row.masked ? html`<span class="aside" part="masked"><bdi>${words.messages.table.masked}</bdi></span>` : nothing}</th>`
          : html`<td role=${ROLE.cell} data-column=${column.id} ?data-number=${isNumeric(column)}><span class="name">${column.label}</span>${contentOf(row, column, view)}</td>`,
      )}
    </tr>
  `;
}

/** The one button of a row; a press anywhere else in the row does the same, unless it marked text or follows a link. */
function openByRow(event: MouseEvent, { id }: RecordRow, { onOpen }: RowsView): void {
  const isOnControl = event.composedPath().some((one) => one instanceof HTMLElement && one.matches('button, a'));
  if (!isOnControl && !getSelection()?.toString()) onOpen?.(id);
}

function openerView(row: RecordRow, column: Column, view: RowsView): TemplateResult {
  const {
    words: { messages },
    onOpen,
  } = view;
  const isQuestion = column.id === 'firstQuestion' && cellText(row, column, view.words) === null;
  const content = html`${TITLES.includes(column.id) ? nothing : html`<span class="spoken">${column.label}: </span>`}${isQuestion ? messages.table.noQuestion : contentOf(row, column, view)}`;
  return onOpen
    ? html`<button class="open" part="open" type="button" @click=${() => onOpen(row.id)}>${content}</button>`
    : content;
}

function contentOf(row: RecordRow, column: Column, { words, now }: RowsView): TemplateResult {
  const { id, kind } = column;
  const text = cellText(row, column, words);
  const value = rawValue(row, id);
  if (text === null) return html`<span>${NO_VALUE}</span>`;
  if (kind === 'time') return timeView(timeOf(value)!, words, now);
  if (id === 'status') return statusPill(String(value), text);
  if (id === 'outcome') return statusPill(toOutcome(value as ConversationStatus), text);
  if (id === 'profile') return html`<span class="profile">${avatar(value as Profile | null)}<bdi>${text}</bdi></span>`;
  if (CLAMPED.includes(id))
    return html`<span class="question" title=${id === 'comment' ? text : nothing}><bdi>${markedText(text, '', false)}</bdi></span>`;
  return html`<bdi class=${id === 'id' ? 'id' : nothing}>${text}</bdi>`;
}

function timeView(at: number, { formats }: RecordWords, now: number): TemplateResult {
  const exact = formats.localMoment(at);
  return html`<time datetime=${new Date(at).toISOString()} title=${exact}><bdi>${formats.ago(Math.min(at, now), now)}</bdi><span class="spoken">, ${exact}</span></time>`;
}

const MOST_BONES = 10;

export function skeletonView(pageSize: number): TemplateResult {
  return html`<div class="bones" part="skeleton" aria-hidden="true">${Array.from({ length: Math.min(MOST_BONES, pageSize) }, () => html`<span class="bone"></span>`)}</div>`;
}
