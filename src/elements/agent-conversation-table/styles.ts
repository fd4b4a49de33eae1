import { css } from 'lit';
import { controlStyles } from '../shared/control-styles.js';
import { paletteStyles } from '../shared/palette.js';
import { avatarStyles } from '../shared/profile-view.js';
import { pillStyles } from '../shared/status-pill.js';
import { dialogStyles, listStyles, listToolStyles } from '../shared/records-table/styles.js';
import { rowStyles } from './row-styles.js';

export const styles = [
  paletteStyles,
  controlStyles,
  avatarStyles,
  pillStyles,
  listStyles,
  rowStyles,
  listToolStyles,
  dialogStyles,
  css`
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
`,
];
