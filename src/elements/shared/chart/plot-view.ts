/** The frame of a chart: the place of its canvas with the words beside it, and the table that says the same. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../../locales/messages.js';
import { OTHER_TOKEN, SERIES_TOKENS } from '../palette.js';
import type { ChartPointer } from './chart-pointer.js';
import { tooltipText, tooltipView, type Tooltip } from './tooltip.js';

const STATUS_TOKENS = ['status-resolved', 'status-routed', 'status-closed', 'status-unresolved', 'status-open'];
const PROBES = [...SERIES_TOKENS, OTHER_TOKEN, ...STATUS_TOKENS, 'text', 'muted', 'line', 'grid', 'page', 'accent'];

/** Elements whose computed colour is the token's, for the canvas to read. */
export function probesView(): TemplateResult {
  return html`<div hidden>${PROBES.map((token) => html`<span class="probe" data-token=${token}></span>`)}</div>`;
}

export interface PlotView {
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

export function bonesView(): TemplateResult {
  return html`<div class="bones" part="skeleton" aria-hidden="true">${Array.from({ length: 14 }, () => html`<span class="bone"></span>`)}</div>`;
}
