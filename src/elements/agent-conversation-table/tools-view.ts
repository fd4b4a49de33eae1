/** What stands around the table: search, sorting on a phone, the file, what was pointed at, and the pages. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fillText, type Formats } from '../../core/format/formats.js';
import type { Messages } from '../../locales/messages.js';
import { icon } from '../shared/icons.js';
import type { Column } from './columns.js';

const PAGE_SIZES = [25, 50, 100];

export interface ToolsView {
  messages: Messages;
  columns: readonly Column[];
  typed: string;
  sort: string;
  isExporting: boolean;
  hasExportFailed: boolean;
  onType: (text: string) => void;
  onSearch: (text: string) => void;
  onSort: (sort: string) => void;
  onExport: () => void;
}

export function toolsView({ messages, columns, typed, sort, isExporting, hasExportFailed, onType, onSearch, onSort, onExport }: ToolsView): TemplateResult {
  const words = messages.table;
  const valueOf = (event: Event) => (event.target as HTMLInputElement).value;
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.isComposing) onSearch(valueOf(event));
  };
  const clear = (event: Event): void => {
    (event.currentTarget as HTMLElement).parentElement!.querySelector('input')!.focus();
    onSearch('');
  };
  return html`
    <div class="tools">
      <div class="search">
        <label class="control"><span class="label">${words.search}</span>
          <input part="search" name="search" type="search" enterkeyhint="search" autocomplete="off" .value=${live(typed)} @input=${(event: Event) => onType(valueOf(event))} @keydown=${onKey} />
        </label>
        ${typed ? html`<button class="clear" part="clear-search" type="button" aria-label=${words.clearSearch} @click=${clear}>${icon('cross')}</button>` : nothing}
      </div>
      <label class="control order"><span class="label">${words.sortBy}</span>
        <select name="sort" .value=${live(sort)} @change=${(event: Event) => onSort(valueOf(event))}>
          ${columns.filter(({ isSortable }) => isSortable).flatMap(({ id, label }) => [`-${id}`, id].map((key) => html`<option value=${key} ?selected=${key === sort}>${fillText(key === id ? words.ascending : words.descending, { column: label })}</option>`))}
        </select>
      </label>
      <button class="button" part="export" type="button" aria-disabled=${String(isExporting)} @click=${onExport}>${words.exportCsv}</button>
      ${hasExportFailed ? html`<p class="trouble" part="export-error" role="alert"><bdi>${words.exportFailed}</bdi></p>` : nothing}
    </div>
  `;
}

export function selectionView(text: string, messages: Messages, onClear: () => void): TemplateResult {
  return html`
    <div class="selection" part="selection" tabindex="-1" role="group" aria-label=${messages.table.heading}>
      <p role="status"><bdi>${text}</bdi></p>
      <button class="button" part="clear-selection" type="button" @click=${onClear}>${messages.table.clearSelection}</button>
    </div>
  `;
}

export interface PagerView {
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
  const text = fillText(words.page, { first: formats.number(first), last: formats.number(Math.min(total, page * pageSize)), total: formats.number(total) });
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
