/** What stands above the table: search, sorting on a phone, and the file. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Messages } from '../../locales/messages.js';
import type { ExportTrouble } from '../../controllers/export-controller.js';
import { icon } from '../shared/icons.js';
import { exportTroubleView, orderView } from '../shared/records-table/view.js';
import type { Column } from './columns.js';

export interface ToolsView {
  messages: Messages;
  columns: readonly Column[];
  typed: string;
  sort: string;
  isExporting: boolean;
  exportTrouble: ExportTrouble;
  onType: (text: string) => void;
  onSearch: (text: string) => void;
  onSort: (sort: string) => void;
  onExport: () => void;
}

export function toolsView({
  messages,
  columns,
  typed,
  sort,
  isExporting,
  exportTrouble,
  onType,
  onSearch,
  onSort,
  onExport,
}: ToolsView): TemplateResult {
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
      ${orderView(
        columns.filter(({ isSortable }) => isSortable),
        sort,
        messages,
        onSort,
      )}
      <button class="button" part="export" type="button" aria-disabled=${String(isExporting)} @click=${onExport}>${words.exportCsv}</button>
      ${exportTroubleView(exportTrouble, messages)}
    </div>
  `;
}
