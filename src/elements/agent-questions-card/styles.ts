import { css } from 'lit';
import { barStyles } from '../shared/bar.js';
import { listStyles, listToolStyles } from '../shared/records-table/styles.js';
import { linkStyles } from '../shared/table-styles.js';

export const styles = [
  listStyles,
  listToolStyles,
  linkStyles,
  barStyles,
  css`
  .asked {
    inline-size: 46%;
  }
  .bar {
    max-inline-size: 20em;
    margin-block: calc(var(--_space) * 1.5);
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
    summary,
    .evidence {
      line-height: 44px;
    }
  }
`,
];
