import { css } from 'lit';
import { listStyles, listToolStyles } from '../shared/records-table/styles.js';

export const styles = [
  listStyles,
  listToolStyles,
  css`
  .asked {
    inline-size: 46%;
  }
  .bar {
    display: block;
    max-inline-size: 20em;
    margin-block: calc(var(--_space) * 1.5);
    fill: var(--_hover);
  }
  .bar .fill {
    fill: var(--_accent);
  }
  .frame[dir='rtl'] .bar {
    transform: scaleX(-1);
  }
  .evidence {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 0 calc(var(--_space) * 4);
    font-size: var(--_caption);
    line-height: 24px;
  }
  .failed {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    font-weight: 600;
    color: var(--_bad);
  }
  .failed .icon {
    flex: none;
    inline-size: 0.8em;
    block-size: 0.8em;
  }
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
  ul {
    margin: 0;
    padding-inline-start: calc(var(--_space) * 5);
    line-height: 1.6;
  }
  .topic th {
    padding-block-start: calc(var(--_space) * 4);
    background: var(--_surface);
  }
  .title {
    font-weight: 600;
  }
  .sums {
    margin-inline-start: calc(var(--_space) * 2);
    font-size: var(--_caption);
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .none,
  .method {
    margin: calc(var(--_space) * 3) 0 0;
    font-size: var(--_caption);
    line-height: 1.45;
    color: var(--_muted);
  }
  @container (inline-size < 48em) {
    tbody .topic {
      padding: 0;
      border: 0;
    }
    .topic th {
      padding: calc(var(--_space) * 2);
    }
  }
  @media (pointer: coarse) {
    .link {
      min-block-size: 44px;
    }
    summary,
    .evidence {
      line-height: 44px;
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
