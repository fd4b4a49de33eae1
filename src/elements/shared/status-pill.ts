/** A conversation's status as a soft pill: its own colour, its own sign and the word. */
import { css, html, svg, type TemplateResult } from 'lit';
import { STATUS_SIGNS } from './status-signs.js';

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
