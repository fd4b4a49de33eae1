import { css } from 'lit';
import { barStyles } from '../shared/bar.js';
import { chipStyles } from '../shared/change-words.js';
import { controlStyles } from '../shared/control-styles.js';
import { lowSampleStyles } from '../shared/low-sample.js';
import { listStyles, listToolStyles } from '../shared/records-table/styles.js';
import { noteStyles, rowHeadStyles } from '../shared/table-styles.js';

export const styles = [
  controlStyles,
  listStyles,
  listToolStyles,
  noteStyles,
  rowHeadStyles,
  barStyles,
  chipStyles,
  lowSampleStyles,
  css`
  .order {
    margin-block-end: calc(var(--_space) * 3);
  }
  .rank {
    inline-size: 3em;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  thead [data-number] .sort {
    justify-content: end;
  }
  tbody th {
    min-inline-size: 8em;
  }
  .lead {
    font-weight: 500;
  }
  .label {
    display: none;
  }
  .order .label {
    display: block;
  }
  .value {
    white-space: nowrap;
  }
  [data-sorted] .value {
    font-weight: 600;
  }
  [data-few] .value {
    color: var(--_muted);
    font-weight: 400;
  }
  .change {
    display: block;
    margin-block-start: calc(var(--_space) * 0.5);
    font-size: var(--_caption);
  }
  .bar {
    max-inline-size: 9em;
    margin-inline-start: auto;
    margin-block-start: calc(var(--_space) * 1);
  }
  [data-few] .fill {
    fill: color-mix(in oklab, var(--_accent) 45%, var(--_page));
  }
  [part='more'] {
    margin-block-start: calc(var(--_space) * 3);
  }
  @container (inline-size < 48em) {
    tbody tr {
      align-items: baseline;
    }
    tbody .rank {
      inline-size: 2em;
      font-weight: 600;
    }
    tbody th {
      flex: 1 1 8em;
    }
    tbody [data-number] {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0 calc(var(--_space) * 2);
      flex: 1 1 100%;
    }
    .label {
      display: block;
      flex: 1 1 11em;
      font-size: var(--_caption);
      color: var(--_muted);
    }
    .change {
      margin: 0;
      margin-inline-start: auto;
    }
    .bar {
      flex: 1 0 100%;
      max-inline-size: none;
    }
  }
`,
];
