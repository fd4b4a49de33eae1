/** The keys of a chart's series, as buttons that hide and show them. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { STATUS_SIGNS } from '../status-signs.js';

/** How a series is drawn, where it is no bar. */
export type KeyShape = 'line' | 'before' | undefined;

export interface LegendKey {
  id: string;
  label: string;
  token: string;
  kind?: KeyShape;
  /** Its number over the whole range. */
  text: string;
}

export interface LegendView {
  keys: readonly LegendKey[];
  hidden: ReadonlySet<string>;
  label: string;
  onToggle: (id: string) => void;
}

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

/** The other of hidden and shown. */
export function toggled(hidden: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(hidden);
  if (!next.delete(id)) next.add(id);
  return next;
}
