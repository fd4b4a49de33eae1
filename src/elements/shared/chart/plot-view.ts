/** What a chart draws around its canvas: legend, tooltip, and the table that says the same. */
import { type TemplateResult, html, nothing, svg } from 'lit';
import type { Messages } from '../../../locales/messages.js';
import { OTHER_TOKEN, SERIES_TOKENS } from '../palette.js';
import type { ChartPointer } from '../../../controllers/chart-pointer.js';
import { STATUS_SIGNS } from '../status-pill.js';
import type { Grain } from '../../../core/query.js';

const STATUS_TOKENS = ['status-resolved', 'status-routed', 'status-closed', 'status-unresolved', 'status-open'];
const PROBES = [...SERIES_TOKENS, OTHER_TOKEN, ...STATUS_TOKENS, 'text', 'muted', 'line', 'grid', 'page', 'accent'];

/** Elements whose computed colour is the token's, for the canvas to read. */
export function probesView(): TemplateResult {
  return html`<div hidden>${PROBES.map((token) => html`<span class="probe" data-token=${token}></span>`)}</div>`;
}

interface PlotView {
  caption: string;
  /** How to walk through it by keyboard. */
  keyboard: string;
  tooltip: Tooltip | undefined;
  messages: Messages;
  pointer: ChartPointer;
}

export function plotView({
  caption,
  keyboard,
  tooltip,
  messages,
  pointer: { key, move, press, click, leave },
}: PlotView): TemplateResult {
  return html`
    <div class="plot" part="plot" tabindex="0" role="group" aria-label="${caption}. ${keyboard}"
      @keydown=${key} @blur=${leave} @pointermove=${move} @pointerdown=${press} @click=${click}
      @pointerleave=${({ pointerType }: PointerEvent) => {
        // A finger leaves as it taps; its words stay.
        if (pointerType !== 'touch') leave();
      }}>
      <canvas aria-hidden="true"></canvas>
      ${tooltip ? html`<div class="tip" part="tooltip">${tooltipView(tooltip, messages)}</div>` : nothing}
      <span class="spoken" aria-live="polite">${tooltip ? tooltipText(tooltip, messages) : nothing}</span>
    </div>
  `;
}

/** The table: instead of the chart, or beside it for screen readers. */
export function twinView(table: TemplateResult, caption: string, isShown: boolean): TemplateResult {
  if (!isShown) return html`<div class="twin spoken"><div class="scroll">${table}</div></div>`;
  return html`<div class="twin"><div class="scroll" tabindex="0" role="region" aria-label=${caption}>${table}</div></div>`;
}

/** How a series is drawn, where it is no bar. */
type KeyShape = 'line' | 'before' | undefined;

export interface LegendKey {
  id: string;
  label: string;
  token: string;
  kind?: KeyShape;
  /** Its number over the whole range. */
  text: string;
}

interface LegendView {
  keys: readonly LegendKey[];
  hidden: ReadonlySet<string>;
  label: string;
  onToggle: (id: string) => void;
}

/** The keys of the series, as buttons that hide and show them. */
export function legendView({ keys, hidden, label, onToggle }: LegendView): TemplateResult {
  return html`
    <div class="legend" part="legend" role="group" aria-label=${label}>
      ${keys.map(
        ({ id, label: name, token, kind, text }) => html`
        <button class="key" part="legend-item" type="button" aria-pressed=${String(!hidden.has(id))} @click=${() => onToggle(id)}>
          ${swatch(token, kind)}<span class="name">${name}</span> ${text ? html`<span class="count">${text}</span>` : nothing}
        </button>`,
      )}
    </div>
  `;
}

export function swatch(token: string, kind?: KeyShape): TemplateResult {
  const mark = STATUS_SIGNS[token];
  return html`<svg class="swatch" data-token=${token} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
    ${kind ? svg`<path class=${`stroke ${kind}`} d="M0 6h12"></path>` : svg`<rect width="12" height="12" rx="3" fill="currentColor"></rect>`}${mark ? svg`<path class="mark" d=${mark}></path>` : nothing}
  </svg>`;
}

/** The words beside a bucket that is pointed at. */
interface TooltipRow {
  label: string;
  token: string;
  kind?: KeyShape;
  value: string;
  /** A share, or what it was before. */
  detail: string;
  isActive: boolean;
}

export interface Tooltip {
  title: string;
  /** What else there is to say about the bucket: that it is not over, a marked date. */
  notes: string[];
  rows: TooltipRow[];
  /** Unset where nothing adds up. */
  total?: string;
}

function tooltipView({ title, notes, rows, total }: Tooltip, messages: Messages): TemplateResult {
  return html`
    <p class="tip-title">${title}</p>
    ${notes.map((note) => html`<p class="tip-note">${note}</p>`)}
    <dl>
      ${rows.map((row) => html`<div ?data-active=${row.isActive}><dt>${swatch(row.token, row.kind)}${row.label}</dt><dd>${row.value}</dd><dd class="share">${row.detail}</dd></div>`)}
      ${rows.length > 1 && total !== undefined ? html`<div class="sum"><dt>${messages.chart.total}</dt><dd>${total}</dd><dd class="share"></dd></div>` : nothing}
    </dl>
  `;
}

/** The tooltip as one sentence, for screen readers. */
function tooltipText({ title, notes, rows, total }: Tooltip, messages: Messages): string {
  const active = rows.filter((row) => row.isActive);
  const parts = (active.length > 0 ? active : rows).map(
    ({ label, value, detail }) => `${label} ${value}${detail ? ` (${detail})` : ''}`,
  );
  return [title, ...notes, ...(total === undefined ? [] : [`${messages.chart.total} ${total}`]), ...parts].join(', ');
}

/** The head of the buckets in a table over time. */
export function periodHead(grain: Grain, messages: Messages): TemplateResult {
  return html`<th scope="col">${messages.grains[grain] ?? messages.chart.period}</th>`;
}

export function periodCell(name: string, notes: readonly string[]): TemplateResult {
  return html`<th scope="row">${name}${notes.length > 0 ? html` <span class="unfinished">(${notes.join(', ')})</span>` : nothing}</th>`;
}
