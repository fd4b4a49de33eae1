/** The words beside a bucket that is pointed at. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../../locales/messages.js';
import { swatch, type KeyShape } from './legend-view.js';

export interface TooltipRow {
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
  /** What else is to be known of the bucket: that it is not over, a marked date. */
  notes: string[];
  rows: TooltipRow[];
  /** Unset where nothing adds up. */
  total?: string;
}

export function tooltipView({ title, notes, rows, total }: Tooltip, messages: Messages): TemplateResult {
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
export function tooltipText({ title, notes, rows, total }: Tooltip, messages: Messages): string {
  const active = rows.filter((row) => row.isActive);
  const parts = (active.length > 0 ? active : rows).map(
    ({ label, value, detail }) => `${label} ${value}${detail ? ` (${detail})` : ''}`,
  );
  return [title, ...notes, ...(total === undefined ? [] : [`${messages.chart.total} ${total}`]), ...parts].join(', ');
}
