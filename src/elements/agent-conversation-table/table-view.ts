/** The table itself. Its roles are written out, since on a phone its rows become cards and lose the ones they have by nature. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ConversationRow } from '../../core/query.js';
import { icon } from '../shared/icons.js';
import { findMarks, markedText } from '../shared/marked-text.js';
import { avatar } from '../shared/profile-view.js';
import { statusPill } from '../shared/status-pill.js';
import { toOutcome } from '../../core/status/conversation-status.js';
import { ariaSort, cellTime, cellValue, type Words, type Column } from './columns.js';

export interface TableView extends Words {
  rows: readonly ConversationRow[];
  columns: readonly Column[];
  caption: string;
  sort: string;
  /** Folded; empty: nothing is looked for. */
  phrase: string;
  /** Epoch milliseconds. */
  now: number;
  onSort: (id: string) => void;
  onOpen: (id: string) => void;
}

const ROLE = {
  table: 'table',
  group: 'rowgroup',
  row: 'row',
  cell: 'cell',
  head: 'columnheader',
  rowHead: 'rowheader',
} as const;

/** What needs no name beside it on a card. */
const SPEAKS_FOR_ITSELF = ['profile', 'channel', 'status', 'outcome', 'updated-at'];

export function tableView(view: TableView): TemplateResult {
  return html`
    <table part="table" role=${ROLE.table}>
      <caption class="spoken">${view.caption}</caption>
      <thead role=${ROLE.group}><tr role=${ROLE.row}>${view.columns.map((column) => headView(column, view))}</tr></thead>
      <tbody role=${ROLE.group}>${repeat(
        view.rows,
        ({ id }) => id,
        (row) => rowView(row, view),
      )}</tbody>
    </table>
  `;
}

function headView({ id, label, isSortable, isNumber }: Column, { sort, onSort }: TableView): TemplateResult {
  const order = ariaSort(sort, id);
  return html`
    <th role=${ROLE.head} scope="col" part="head" data-column=${id} ?data-number=${isNumber} aria-sort=${order ?? nothing}>
      ${isSortable ? html`<button class="sort" part="sort" type="button" @click=${() => onSort(id)}>${label}${order ? icon(order === 'ascending' ? 'up' : 'down') : nothing}</button>` : label}
    </th>
  `;
}

function rowView(row: ConversationRow, view: TableView): TemplateResult {
  const opener = view.columns.find(({ id }) => id === 'first-question') ?? view.columns[0];
  return html`
    <tr role=${ROLE.row} part="row" data-id=${row.id} @click=${(event: MouseEvent) => openByRow(event, row, view)}>
      ${view.columns.map((column) => (column === opener ? html`<th role=${ROLE.rowHead} scope="row" data-column=${column.id}>${openerView(row, column, view)}</th>` : cellView(row, column, view)))}
    </tr>
  `;
}

/** The one button of a row; a press anywhere else in the row does the same, unless it marked text or follows a link. */
function openByRow(event: MouseEvent, { id }: ConversationRow, { onOpen }: TableView): void {
  const isOnControl = event.composedPath().some((one) => one instanceof HTMLElement && one.matches('button, a'));
  if (!isOnControl && !getSelection()?.toString()) onOpen(id);
}

function openerView(row: ConversationRow, { id, label }: Column, view: TableView): TemplateResult {
  const { messages } = view;
  const inQuestion =
    row.firstQuestion !== null && view.phrase !== '' && findMarks(row.firstQuestion, view.phrase).length > 0;
  const deeper = new Set(row.matches?.map(({ messageIndex }) => messageIndex)).size;
  return html`
    <button class="open" part="open" type="button" @click=${() => view.onOpen(row.id)}>
      ${id === 'first-question' ? html`<span class="question" part="question"><bdi>${row.firstQuestion?.trim() ? markedText(row.firstQuestion, view.phrase, false) : row.masked ? messages.table.masked : messages.table.noQuestion}</bdi></span>` : html`<span class="spoken">${label}: </span>${contentOf(row, id, view)}`}
    </button>
    ${row.masked && row.firstQuestion ? html`<span class="aside" part="masked"><bdi>${messages.table.masked}</bdi></span>` : nothing}
    ${deeper > (inQuestion ? 1 : 0) ? html`<span class="aside" part="found"><bdi>${view.formats.counted(messages.table.found, deeper)}</bdi></span>` : nothing}
  `;
}

function cellView(row: ConversationRow, { id, label, isNumber }: Column, view: TableView): TemplateResult {
  return html`<td role=${ROLE.cell} data-column=${id} ?data-number=${isNumber}><span class=${SPEAKS_FOR_ITSELF.includes(id) ? 'name spoken' : 'name'}>${label}</span>${contentOf(row, id, view)}</td>`;
}

function contentOf(row: ConversationRow, id: string, view: TableView): unknown {
  const value = cellValue(row, id, view);
  switch (id) {
    case 'status':
      return statusPill(row.status, String(value));
    case 'outcome':
      return statusPill(toOutcome(row.status), String(value));
    case 'profile':
      return html`<span class="profile">${avatar(row.profile)}<bdi>${markedText(String(value), view.phrase, false)}</bdi></span>`;
    case 'started-at':
    case 'updated-at':
      return timeView(cellTime(row, id), view);
    case 'id':
      return html`<bdi class="id">${markedText(row.id, view.phrase, false)}</bdi>`;
    default:
      return html`<bdi>${typeof value === 'number' ? view.formats.number(value) : (value ?? '–')}</bdi>`;
  }
}

function timeView(at: number, { formats, now }: TableView): TemplateResult {
  const exact = formats.localMoment(at);
  return html`<time datetime=${new Date(at).toISOString()} title=${exact}><bdi>${formats.ago(Math.min(at, now), now)}</bdi><span class="spoken">, ${exact}</span></time>`;
}

const MOST_BONES = 10;

export function skeletonView(pageSize: number): TemplateResult {
  const count = Math.min(MOST_BONES, pageSize);
  return html`<div class="bones" part="skeleton" aria-hidden="true">${Array.from({ length: count }, () => html`<span class="bone"></span>`)}</div>`;
}
