/** What stands around a list, whatever its records are: what was pointed at elsewhere, the order on a phone, and the pages. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fillText, type Formats } from '../../../core/format/formats.js';
import type { Messages } from '../../../locales/messages.js';
import type { ExportTrouble } from '../../../controllers/export-controller.js';
import { icon } from '../icons.js';

const PAGE_SIZES = [25, 50, 100];

/** What was pointed at elsewhere, with the way back. */
export function selectionView(text: string, heading: string, clear: string, onClear: () => void): TemplateResult {
  return html`
    <div class="selection" part="selection" tabindex="-1" role="group" aria-label=${heading}>
      <p role="status"><bdi>${text}</bdi></p>
      <button class="button" part="clear-selection" type="button" @click=${onClear}>${clear}</button>
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

/** Why there is no file. */
export function exportTroubleView(trouble: ExportTrouble, { table: words }: Messages): TemplateResult | typeof nothing {
  if (trouble === 'failed')
    return html`<p class="trouble" part="export-error" role="alert"><bdi>${words.exportFailed}</bdi></p>`;
  if (trouble === 'stopped')
    return html`<p class="stopped" part="export-stopped" role="status"><bdi>${words.exportStopped}</bdi></p>`;
  return nothing;
}
