/** What a user does with the chart as a whole: group it another way, read it as a table, take it along as a file. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fillText } from '../../../core/format/formats.js';
import type { Messages } from '../../../locales/messages.js';
import { icon } from '../icons.js';
import { dimensionWord } from '../words.js';
import type { ChartFormat } from './export-chart.js';

export interface Picker {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onPick: (value: string) => void;
}

export interface ToolsView {
  picker?: Picker | undefined;
  /** Whether the table is shown; unset: there is no other view. */
  isTable?: boolean;
  /** Which files the chart can be had as. */
  formats: readonly ChartFormat[];
  messages: Messages;
  onTable?: () => void;
  onExport: (format: ChartFormat) => void;
}

export function toolsView({ picker, isTable, formats, messages, onTable, onExport }: ToolsView): TemplateResult {
  return html`
    <div class="tools">
      ${picker && picker.options.length > 1 ? pickerView(picker) : nothing}
      ${onTable ? html`<button class="button" part="table-toggle" type="button" @click=${onTable}>${isTable ? messages.chart.hideTable : messages.chart.showTable}</button>` : nothing}
      ${formats.length === 0 ? nothing : html`<div class="files">${formats.map((format) => exportButton(format, messages, onExport))}</div>`}
    </div>
  `;
}

function pickerView({ label, value, options, onPick }: Picker) {
  return html`
    <label class="control">
      <span class="label">${label}</span>
      <select .value=${live(value)} @change=${(event: Event) => onPick((event.target as HTMLSelectElement).value)}>
        ${options.map((one) => html`<option value=${one.value} ?selected=${one.value === value}>${one.label}</option>`)}
      </select>
    </label>
  `;
}

/** Chooses the dimension that groups. */
export function groupPicker(
  options: readonly string[],
  groupBy: string,
  messages: Messages,
  onPick: (dimension: string) => void,
): Picker {
  const dimensions = [...new Set([...options, groupBy])];
  return {
    label: messages.chart.groupBy,
    value: groupBy,
    options: dimensions.map((value) => ({ value, label: dimensionWord(value, messages, dimensions) })),
    onPick,
  };
}

function exportButton(format: ChartFormat, { files }: Messages, onExport: ToolsView['onExport']) {
  const name = format.toUpperCase();
  const label = fillText(files.exportAs, { format: name });
  return html`<button class="button" part="export" type="button" aria-label=${label} title=${label} @click=${() => onExport(format)}>${icon('download')}${name}</button>`;
}
