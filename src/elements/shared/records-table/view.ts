/** A table of records and what stands around it, whatever the records are. Its roles are written out, since on a phone its rows become cards and lose the ones they have by nature. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { fillText, type Formats } from '../../../core/format/formats.js';
import type { Messages } from '../../../locales/messages.js';
import type { ExportController, ExportTrouble } from '../../../controllers/export-controller.js';
import { icon } from '../icons.js';

const PAGE_SIZES = [25, 50, 100];

export const ROLE = {
  table: 'table',
  group: 'rowgroup',
  row: 'row',
  cell: 'cell',
  head: 'columnheader',
  rowHead: 'rowheader',
} as const;

export interface TableColumn {
  id: string;
  label: string;
  isSortable: boolean;
  isNumber: boolean;
}

export interface TableView<R, C extends TableColumn> {
  rows: readonly R[];
  columns: readonly C[];
  caption: string;
  /** The column that the rows are sorted by; `-` in front descends. */
  sort: string;
  /** What a record is known by: the head of its row, which opens it. */
  title: C | undefined;
  /** Columns whose values need no name beside them on a card. */
  selfEvident?: readonly string[];
  /** Rows move with their records. */
  hasUniqueIds?: boolean;
  titleView: (row: R, column: C) => unknown;
  cellView: (row: R, column: C) => unknown;
  onSort: (id: string) => void;
  /** Unset: there is nothing more to see of a record. */
  onOpen: ((id: string) => void) | undefined;
}

export function tableView<R extends { id: string }, C extends TableColumn>(view: TableView<R, C>): TemplateResult {
  const { rows, columns, caption, sort, onSort, hasUniqueIds } = view;
  return html`
    <table part="table" role=${ROLE.table}>
      <caption class="spoken">${caption}</caption>
      <thead role=${ROLE.group}><tr role=${ROLE.row}>${columns.map((column) => headView(column, sort, onSort))}</tr></thead>
      <tbody role=${ROLE.group}>${repeat(
        rows,
        ({ id }, index) => (hasUniqueIds ? id : index),
        (row) => rowView(row, view),
      )}</tbody>
    </table>
  `;
}

/** `description` explains the column where the pointer rests. */
export function headView(
  { id, label, isSortable, isNumber }: TableColumn,
  sort: string,
  onSort: (id: string) => void,
  description?: string,
): TemplateResult {
  const order = ariaSort(sort, id);
  return html`
    <th role=${ROLE.head} scope="col" part="head" data-column=${id} ?data-number=${isNumber} aria-sort=${order ?? nothing}>
      ${isSortable ? html`<button class="sort" part="sort" type="button" title=${description || nothing} @click=${() => onSort(id)}>${label}${order ? icon(order === 'ascending' ? 'up' : 'down') : nothing}</button>` : label}
    </th>
  `;
}

export function ariaSort(sort: string, id: string): 'ascending' | 'descending' | undefined {
  if (sort === id) return 'ascending';
  return sort === `-${id}` ? 'descending' : undefined;
}

function rowView<R extends { id: string }, C extends TableColumn>(row: R, view: TableView<R, C>): TemplateResult {
  const { columns, title, selfEvident = [], onOpen } = view;
  return html`
    <tr role=${ROLE.row} part="row" data-id=${row.id} ?data-opens=${onOpen !== undefined} @click=${(event: MouseEvent) => openByRow(event, row.id, onOpen)}>
      ${columns.map((column) =>
        column === title
          ? html`<th role=${ROLE.rowHead} scope="row" data-column=${column.id}>${view.titleView(row, column)}</th>`
          : html`<td role=${ROLE.cell} data-column=${column.id} ?data-number=${column.isNumber}><span class=${selfEvident.includes(column.id) ? 'name spoken' : 'name'}>${column.label}</span>${view.cellView(row, column)}</td>`,
      )}
    </tr>
  `;
}

/** A press anywhere in a row does the same as its one button, unless it selected text or follows a link. */
function openByRow(event: MouseEvent, id: string, onOpen: ((id: string) => void) | undefined): void {
  const isOnControl = event.composedPath().some((one) => one instanceof HTMLElement && one.matches('button, a'));
  if (!isOnControl && !getSelection()?.toString()) onOpen?.(id);
}

/** The one button of a row. */
export function openButton(content: unknown, onOpen: () => void): TemplateResult {
  return html`<button class="open" part="open" type="button" @click=${onOpen}>${content}</button>`;
}

/** How long ago, with the exact time for the pointer and for screen readers. */
export function timeView(at: number, now: number, formats: Formats): TemplateResult {
  const exact = formats.localMoment(at);
  return html`<time datetime=${new Date(at).toISOString()} title=${exact}><bdi>${formats.ago(Math.min(at, now), now)}</bdi><span class="spoken">, ${exact}</span></time>`;
}

/** What was selected in another widget, with the way back. */
export function selectionView(text: string, heading: string, clear: string, onClear: () => void): TemplateResult {
  return html`
    <div class="selection" part="selection" tabindex="-1" role="group" aria-label=${heading}>
      <p role="status"><bdi>${text}</bdi></p>
      <button class="button" part="clear-selection" type="button" @click=${onClear}>${clear}</button>
    </div>
  `;
}

interface PagerView {
  messages: Messages;
  formats: Formats;
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
  onPageSize: (size: number) => void;
}

export function pagerView({ messages, formats, page, pageSize, total, onPage, onPageSize }: PagerView): TemplateResult {
  const words = messages.table;
  const first = (page - 1) * pageSize + 1;
  const text = fillText(words.page, {
    first: formats.number(first),
    last: formats.number(Math.min(total, page * pageSize)),
    total: formats.number(total),
  });
  const sizes = [...new Set([...PAGE_SIZES, pageSize])].sort((a, b) => a - b);
  return html`
    <div class="pager" part="pager">
      <label class="control"><span class="label">${words.pageSize}</span>
        <select name="page-size" .value=${live(String(pageSize))} @change=${(event: Event) => onPageSize(Number((event.target as HTMLSelectElement).value))}>
          ${sizes.map((size) => html`<option value=${size} ?selected=${size === pageSize}>${formats.number(size)}</option>`)}
        </select>
      </label>
      <p class="place" part="page" role="status"><bdi>${text}</bdi></p>
      ${stepButton('previous-page', words.previousPage, page > 1, () => onPage(page - 1))}
      ${stepButton('next-page', words.nextPage, page * pageSize < total, () => onPage(page + 1))}
    </div>
  `;
}

/** Keeps the focus at the end of the way, unlike a disabled button. */
export function stepButton(name: string, label: string, isOpen: boolean, onStep: () => void): TemplateResult {
  return html`<button class="button step" part=${name} type="button" aria-label=${label} title=${label} aria-disabled=${String(!isOpen)} @click=${() => (isOpen ? onStep() : undefined)}>${icon(name.startsWith('previous') ? 'back' : 'forward')}</button>`;
}

/** Sorting where the heads are not shown. */
export function orderView(
  columns: readonly { id: string; label: string }[],
  sort: string,
  { table: words }: Messages,
  onSort: (sort: string) => void,
): TemplateResult {
  return html`
    <label class="control order"><span class="label">${words.sortBy}</span>
      <select name="sort" .value=${live(sort)} @change=${(event: Event) => onSort((event.target as HTMLSelectElement).value)}>
        ${columns.flatMap(({ id, label }) => [`-${id}`, id].map((key) => html`<option value=${key} ?selected=${key === sort}>${fillText(key === id ? words.ascending : words.descending, { column: label })}</option>`))}
      </select>
    </label>
  `;
}

/** The button that makes a file, and why there was none. */
export function exportView(
  messages: Messages,
  { isBusy, trouble }: Pick<ExportController, 'isBusy' | 'trouble'>,
  onExport: () => void,
): TemplateResult {
  return html`<button class="button" part="export" type="button" aria-disabled=${String(isBusy)} @click=${onExport}>${messages.table.exportCsv}</button>
    ${troubleView(trouble, messages)}`;
}

function troubleView(trouble: ExportTrouble, { table: words }: Messages): TemplateResult | typeof nothing {
  if (trouble === 'failed')
    return html`<p class="trouble" part="export-error" role="alert"><bdi>${words.exportFailed}</bdi></p>`;
  if (trouble === 'stopped')
    return html`<p class="stopped" part="export-stopped" role="status"><bdi>${words.exportStopped}</bdi></p>`;
  return nothing;
}
