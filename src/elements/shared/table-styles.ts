/** Tables of numbers: text at the start, numbers at the end, a head that stays. */
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
