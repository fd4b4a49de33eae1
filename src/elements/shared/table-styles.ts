/** How tables look that show numbers: text at the start, numbers at the end, a head that stays; and the pieces that their rows share. */
import { css } from 'lit';

export const tableStyles = css`
  .scroll {
    overflow: auto;
    max-block-size: calc(var(--agent-chart-height, 16em) * 1.5);
    border: 1px solid var(--_line);
    border-radius: var(--_control-radius);
  }
  .twin.spoken .scroll {
    overflow: hidden;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_caption);
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    text-align: end;
    border-block-end: 1px solid var(--_line);
  }
  th {
    font-weight: 500;
  }
  :is(th:first-child) {
    text-align: start;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_page);
    color: var(--_muted);
  }
  tfoot :is(th, td) {
    font-weight: 600;
    border-block-end: 0;
  }
  .unfinished {
    color: var(--_muted);
    font-weight: 400;
  }
`;

/** A sentence above or below a table. */
export const noteStyles = css`
  .note {
    margin: 0 0 calc(var(--_space) * 2);
    font-size: var(--_caption);
    line-height: 1.45;
    color: var(--_muted);
  }
`;

/** The head of a row that leads to what is behind its number, or bare text if nothing is. */
export const rowHeadStyles = css`
  :is(.lead, .leadless) {
    display: inline-flex;
    align-items: center;
    min-block-size: 24px;
    min-inline-size: 24px;
    padding: 0;
    font: inherit;
    color: inherit;
    text-align: start;
    overflow-wrap: anywhere;
    background: none;
    border: 0;
  }
  .lead {
    cursor: pointer;
  }
  .lead:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .leadless {
    color: var(--_muted);
  }
  @media (pointer: coarse) {
    .lead {
      min-block-size: 44px;
    }
  }
`;

/** Leads to the conversations behind a topic. */
export const linkStyles = css`
  .link {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    font: inherit;
    color: var(--_accent);
    background: none;
    cursor: pointer;
  }
  .link:hover {
    text-decoration: underline;
  }
  summary {
    inline-size: fit-content;
    color: var(--_muted);
    cursor: pointer;
  }
  @media (pointer: coarse) {
    .link {
      min-block-size: 44px;
    }
  }
`;
