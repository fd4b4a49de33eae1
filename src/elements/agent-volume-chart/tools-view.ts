/** What a reader does with the chart as a whole: group it, read it as a table, take it along as a file. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fillText } from '../../core/format/formats.js';
import type { Messages } from '../../locales/messages.js';
import { icon } from '../shared/icons.js';
import { dimensionWord } from '../shared/words.js';

export interface ToolsView {
  options: readonly string[];
  groupBy: string;
  isTable: boolean;
  /** Which files the chart can be had as. */
  formats: readonly ('csv' | 'png')[];
  messages: Messages;
  onGroup: (dimension: string) => void;
  onTable: () => void;
  onExport: (format: 'csv' | 'png') => void;
}

export function toolsView({ options, groupBy, isTable, formats, messages, onGroup, onTable, onExport }: ToolsView): TemplateResult {
  const dimensions = [...new Set([...options, groupBy])];
  return html`
    <div class="tools">
      <label class="control">
        <span class="label">${messages.chart.groupBy}</span>
        <select .value=${live(groupBy)} @change=${(event: Event) => onGroup((event.target as HTMLSelectElement).value)}>
          ${dimensions.map((one) => html`<option value=${one} ?selected=${one === groupBy}>${dimensionWord(one, messages, dimensions)}</option>`)}
        </select>
      </label>
      <button class="button" part="table-toggle" type="button" @click=${onTable}>${isTable ? messages.chart.hideTable : messages.chart.showTable}</button>
      ${formats.length === 0 ? nothing : html`<div class="files">${formats.map((format) => exportButton(format, messages, onExport))}</div>`}
    </div>
  `;
}

function exportButton(format: 'csv' | 'png', { files }: Messages, onExport: ToolsView['onExport']) {
  const name = format.toUpperCase();
  const label = fillText(files.exportAs, { format: name });
  return html`<button class="button" part="export" type="button" aria-label=${label} title=${label} @click=${() => onExport(format)}>${icon('download')}${name}</button>`;
}
