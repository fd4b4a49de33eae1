import { css } from 'lit';
import { chipStyles } from '../shared/change-words.js';
import { controlStyles } from '../shared/control-styles.js';
import { lowSampleStyles } from '../shared/low-sample.js';
import { listStyles, listToolStyles } from '../shared/records-table/styles.js';

export const styles = [
  controlStyles,
  listStyles,
  listToolStyles,
  chipStyles,
  lowSampleStyles,
  css`
  .note {
    margin: 0 0 calc(var(--_space) * 2);
    font-size: var(--_caption);
    line-height: 1.45;
    color: var(--_muted);
  }
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
  .who {
    min-block-size: 24px;
    min-inline-size: 24px;
    padding: 0;
    border: 0;
    font: inherit;
    font-weight: 500;
    text-align: start;
    color: inherit;
    background: none;
    cursor: pointer;
  }
  .who:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
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
    display: block;
    max-inline-size: 9em;
    margin-inline-start: auto;
    margin-block-start: calc(var(--_space) * 1);
    fill: var(--_hover);
  }
  .bar .fill {
    fill: var(--_accent);
  }
  [data-few] .fill {
    fill: color-mix(in oklab, var(--_accent) 45%, var(--_page));
  }
  [part='more'] {
    margin-block-start: calc(var(--_space) * 3);
  }
  .frame[dir='rtl'] .bar {
    transform: scaleX(-1);
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
  @media (pointer: coarse) {
    .who {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .bar {
      fill: Canvas;
    }
    .bar .fill {
      fill: Highlight;
    }
  }
`,
];
