import { css } from 'lit';
import { barStyles } from '../shared/bar.js';
import { judgedStyles } from '../shared/change-words.js';
import { lowSampleStyles } from '../shared/low-sample.js';
import { noteStyles, rowHeadStyles, tableStyles } from '../shared/table-styles.js';

export const styles = [
  tableStyles,
  noteStyles,
  rowHeadStyles,
  barStyles,
  lowSampleStyles,
  judgedStyles,
  css`
  .scroll {
    max-block-size: var(--agent-breakdown-height, 36em);
  }
  .note {
    margin-block: calc(var(--_space) * 2) 0;
  }
  thead th {
    z-index: 1;
    vertical-align: bottom;
    word-break: keep-all;
  }
  th:first-child {
    inline-size: 100%;
  }
  tbody th {
    font-weight: 400;
  }
  .bar {
    margin-block: calc(var(--_space) * 0.5);
    min-inline-size: 5em;
  }
  [data-few] .number {
    color: var(--_muted);
  }
  [data-few] .bar .fill {
    fill: color-mix(in oklab, var(--_accent) 45%, var(--_page));
  }
  .button {
    margin-block-start: calc(var(--_space) * 3);
  }
  .bar[data-rest] .fill {
    fill: var(--_series-other);
  }
  .bar[data-negative] .fill {
    fill: var(--_muted);
  }
  .number {
    white-space: nowrap;
  }
  :is(.change, .share) {
    white-space: nowrap;
    color: var(--_muted);
  }
  .change[data-verdict='good'] {
    color: var(--_good);
  }
  .change[data-verdict='bad'] {
    color: var(--_bad);
  }
  .bones .bone {
    block-size: 2.6em;
    margin-block-end: calc(var(--_space) * 2);
  }
  @container (max-width: 30em) {
    :is(th, td) {
      padding-inline: calc(var(--_space) * 1.5);
    }
    .change {
      white-space: normal;
    }
  }
`,
];
