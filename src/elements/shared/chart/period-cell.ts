/** The heads of a table over time: how it is cut, and each bucket with what is to be known of it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Grain } from '../../../core/query.js';
import type { Messages } from '../../../locales/messages.js';

export function periodHead(grain: Grain, messages: Messages): TemplateResult {
  return html`<th scope="col">${messages.grains[grain] ?? messages.chart.period}</th>`;
}

export function periodCell(name: string, notes: readonly string[]): TemplateResult {
  return html`<th scope="row">${name}${notes.length > 0 ? html` <span class="unfinished">(${notes.join(', ')})</span>` : nothing}</th>`;
}
