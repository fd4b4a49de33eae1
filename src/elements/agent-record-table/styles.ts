import { css } from 'lit';
import { messageStyles } from '../shared/message-styles.js';
import { recordsTableStyles } from '../shared/records-table/styles.js';

export const styles = [
  recordsTableStyles,
  messageStyles,
  css`
  .total {
    margin: 0;
    font-size: var(--_caption);
    color: var(--_muted);
    align-self: center;
  }
  thead [data-number] .sort {
    justify-content: end;
  }
  td:is([data-column='comment'], [data-column='subject']) {
    min-inline-size: 12em;
  }
  td .question {
    font-weight: 400;
  }
  .head {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding-block-end: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_line);
    font-size: var(--_caption);
    line-height: 1.45;
  }
  .body :is(p, dl, dd, ol) {
    margin: 0;
  }
  .body ol {
    padding: 0;
    list-style: none;
  }
  .subject {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    font-size: 1.2308em;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .subject .pill {
    font-size: 0.8125em;
    font-weight: 400;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 5);
  }
  dt {
    color: var(--_muted);
  }
  dd {
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  .body .items {
    padding-block: calc(var(--_space) * 3);
  }
  .hint {
    padding-block-start: calc(var(--_space) * 3);
    font-size: var(--_caption);
    color: var(--_muted);
    text-align: center;
  }
  .message[data-from='note'] {
    border: 1px dashed var(--_control-line);
    background: none;
  }
  .verdict {
    color: var(--_good);
    font-weight: 600;
  }
  [data-met='false'] .verdict {
    color: var(--_bad);
  }
  .event .verdict .icon {
    margin-inline-end: calc(var(--_space) * 0.75);
  }
`,
];
