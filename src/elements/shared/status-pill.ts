/** A conversation's status as a soft pill: its own colour, its own sign and the word. */
import { type TemplateResult, css, html, svg } from 'lit';

export function statusPill(status: string, word: string): TemplateResult {
  return html`<span class="pill" part="status" data-status=${status}><svg class="sign" data-token="status-${status}" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
    <circle cx="6" cy="6" r="6" fill="currentColor"></circle>${svg`<path d=${STATUS_SIGNS[`status-${status}`] ?? ''}></path>`}
  </svg>${word}</span>`;
}

export const pillStyles = css`
  .pill {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 2) calc(var(--_space) * 0.5) calc(var(--_space) * 1);
    border-radius: 1em;
    font-size: var(--_caption);
    line-height: 1.4;
    background: var(--_hover);
  }
  .sign {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
  }
  .sign path {
    fill: none;
    stroke: var(--_page);
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;

const CROSS = 'M3.6 3.6l4.8 4.8M8.4 3.6 3.6 8.4';

/** Statuses carry a sign beside their colour: paths in a box of 12 × 12, by the token of that colour. */
export const STATUS_SIGNS: Readonly<Record<string, string>> = {
  'status-resolved': 'M3 6.2 5.2 8.4 9.2 3.8',
  'status-routed': 'M3 6h5.4M6.2 3.6 8.8 6 6.2 8.4',
  'status-closed': CROSS,
  'status-unresolved': CROSS,
  'status-open': 'M3.4 6h.01M6 6h.01M8.6 6h.01',
};
