import { css } from 'lit';
import { recordsTableStyles } from '../shared/records-table/styles.js';

export const styles = [
  recordsTableStyles,
  css`
    thead [data-column='first-question'] {
      inline-size: 32%;
    }
    thead [data-column='profile'] {
      inline-size: 20%;
    }
    mark {
      color: inherit;
      background: color-mix(in oklab, var(--_status-routed) 45%, transparent);
      border-radius: 0.15em;
    }
  .search {
    position: relative;
    flex: 1 1 14em;
    min-inline-size: 0;
    max-inline-size: 26em;
  }
  .search input {
    inline-size: 100%;
    padding-inline-end: 2.4em;
    appearance: none;
  }
  input::-webkit-search-cancel-button {
    display: none;
  }
  .clear {
    position: absolute;
    inset-block-end: 0;
    inset-inline-end: 0;
    display: grid;
    place-items: center;
    inline-size: 2.3em;
    block-size: 2.3em;
    border: 0;
    background: none;
    font: inherit;
    font-size: 0.875em;
    color: var(--_muted);
    cursor: pointer;
  }
  @container (inline-size < 48em) {
    .search {
      flex-basis: 100%;
      max-inline-size: none;
    }
  }
  @media (pointer: coarse) {
    .clear {
      inline-size: 44px;
      block-size: max(2.3em, 44px);
    }
  }
  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
  }
`,
];
