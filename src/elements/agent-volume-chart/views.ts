/** The parts of the chart that are plain markup: legend, plot, tooltip, table twin. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Formats } from '../../core/format/formats.js';
import type { Messages } from '../../locales/messages.js';
import { OTHER_TOKEN, SERIES_TOKENS } from '../shared/palette.js';
import { STATUS_SIGNS } from '../shared/status-signs.js';
import type { ChartData } from './chart-data.js';
import { bucketNote, toText, type Tooltip } from './tooltip.js';

const STATUS_TOKENS = ['status-resolved', 'status-routed', 'status-closed', 'status-unresolved', 'status-open'];
const PROBES = [...SERIES_TOKENS, OTHER_TOKEN, ...STATUS_TOKENS, 'text', 'muted', 'line', 'grid', 'page', 'accent'];

/** Elements whose computed colour is the token's, for the canvas to read. */
export function probesView(): TemplateResult {
  return html`<div hidden>${PROBES.map((token) => html`<span class="probe" data-token=${token}></span>`)}</div>`;
}

export function swatch(token: string): TemplateResult {
  const mark = STATUS_SIGNS[token];
  return html`<svg class="swatch" data-token=${token} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
    <rect width="12" height="12" rx="3" fill="currentColor"></rect>${mark ? svg`<path class="mark" d=${mark}></path>` : nothing}
  </svg>`;
}

export interface LegendView {
  data: ChartData;
  hidden: ReadonlySet<string>;
  label: string;
  formats: Formats;
  onToggle: (id: string) => void;
}

export function legendView({ data, hidden, label, formats, onToggle }: LegendView): TemplateResult {
  return html`
    <div class="legend" part="legend" role="group" aria-label=${label}>
      ${data.series.map(({ id, label: name, token, total }) => html`
        <button class="key" part="legend-item" type="button" aria-pressed=${String(!hidden.has(id))} @click=${() => onToggle(id)}>
          ${swatch(token)}<span class="name">${name}</span> <span class="count">${toText(total, data, formats)}</span>
        </button>`)}
    </div>
  `;
}

export interface PlotView {
  caption: string;
  tooltip: Tooltip | undefined;
  messages: Messages;
  onKey: (event: KeyboardEvent) => void;
  onPoint: (event: PointerEvent) => void;
  onPress: (event: PointerEvent) => void;
  onClick: (event: MouseEvent) => void;
  onLeave: () => void;
}

export function plotView({ caption, tooltip, messages, onKey, onPoint, onPress, onClick, onLeave }: PlotView): TemplateResult {
  return html`
    <div class="plot" part="plot" tabindex="0" role="group" aria-label="${caption}. ${messages.chart.keyboard}"
      @keydown=${onKey} @blur=${onLeave} @pointermove=${onPoint} @pointerdown=${onPress} @click=${onClick}
      @pointerleave=${({ pointerType }: PointerEvent) => {
        // A finger leaves as it taps; its words stay.
        if (pointerType !== 'touch') onLeave();
      }}>
      <canvas aria-hidden="true"></canvas>
      ${tooltip ? html`<div class="tip" part="tooltip">${tooltipView(tooltip, messages)}</div>` : nothing}
      <span class="spoken" aria-live="polite">${tooltip ? tooltipText(tooltip, messages) : nothing}</span>
    </div>
  `;
}

export function tooltipView({ title, note, rows, total }: Tooltip, messages: Messages): TemplateResult {
  return html`
    <p class="tip-title">${title}</p>
    ${note ? html`<p class="tip-note">${note}</p>` : nothing}
    <dl>
      ${rows.map((row) => html`<div ?data-active=${row.isActive}><dt>${swatch(row.token)}${row.label}</dt><dd>${row.value}</dd><dd class="share">${row.share}</dd></div>`)}
      ${rows.length > 1 ? html`<div class="sum"><dt>${messages.chart.total}</dt><dd>${total}</dd><dd class="share"></dd></div>` : nothing}
    </dl>
  `;
}

/** The tooltip as one sentence, for screen readers. */
export function tooltipText({ title, note, rows, total }: Tooltip, messages: Messages): string {
  const active = rows.filter((row) => row.isActive);
  const parts = (active.length > 0 ? active : rows).map(({ label, value, share }) => `${label} ${value}${share ? ` (${share})` : ''}`);
  return [title, ...(note ? [note] : []), `${messages.chart.total} ${total}`, ...parts].join(', ');
}

interface Words {
  messages: Messages;
  formats: Formats;
}

/** The table: instead of the bars, or beside them for screen readers. */
export function twinView(data: ChartData, caption: string, words: Words, isShown: boolean): TemplateResult {
  const table = tableView(data, caption, words);
  if (!isShown) return html`<div class="twin spoken"><div class="scroll">${table}</div></div>`;
  return html`<div class="twin"><div class="scroll" tabindex="0" role="region" aria-label=${caption}>${table}</div></div>`;
}

function tableView(data: ChartData, caption: string, { messages, formats }: Words): TemplateResult {
  const cell = (value: number | null | undefined) => toText(value, data, formats);
  const note = (bucket: number) => bucketNote(data, bucket, messages);
  const isSplit = !data.isUngrouped;
  return html`
    <table part="table">
      <caption class="spoken">${caption}</caption>
      <thead>
        <tr>
          <th scope="col">${messages.grains[data.grain] ?? messages.chart.period}</th>
          ${isSplit ? data.series.map(({ label }) => html`<th scope="col">${label}</th>`) : nothing}
          <th scope="col">${messages.chart.total}</th>
        </tr>
      </thead>
      <tbody>
        ${data.buckets.map((_, bucket) => html`
          <tr>
            <th scope="row">${data.nameOf(bucket)}${note(bucket) ? html` <span class="unfinished">(${note(bucket)})</span>` : nothing}</th>
            ${isSplit ? data.series.map(({ values }) => html`<td>${cell(values[bucket])}</td>`) : nothing}
            <td>${cell(data.totals[bucket])}</td>
          </tr>`)}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${messages.chart.total}</th>
          ${isSplit ? data.series.map(({ total }) => html`<td>${cell(total)}</td>`) : nothing}
          <td>${cell(data.total)}</td>
        </tr>
      </tfoot>
    </table>
  `;
}
