import { css } from 'lit';
import { paletteStyles } from '../shared/palette.js';
import { messageStyles } from '../shared/message-styles.js';
import { avatarStyles } from '../shared/profile-view.js';
import { pillStyles } from '../shared/status-pill.js';

export const styles = [
  paletteStyles,
  avatarStyles,
  pillStyles,
  messageStyles,
  css`
  .head {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding-block-end: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_line);
    font-size: var(--_caption);
    line-height: 1.45;
  }
  :is(p, dl, dd, ol, ul) {
    margin: 0;
  }
  :is(ol, ul) {
    padding: 0;
    list-style: none;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2);
    font-size: 1.2308em;
  }
  .name {
    flex: 1 1 11em;
    min-inline-size: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .reach {
    font-weight: 400;
    font-size: var(--_caption);
    color: var(--_muted);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 5);
  }
  dt,
  .rule {
    color: var(--_muted);
  }
  dd {
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .tools .button {
    font-size: 1em;
  }
  .hint,
  .step {
    margin-block: calc(var(--_space) * 3);
    font-size: var(--_caption);
    color: var(--_muted);
    text-align: center;
  }
  .bones {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 3);
  }
  .bones .bone {
    inline-size: 62%;
    block-size: 3.2em;
  }
  .bones .bone:nth-child(even) {
    align-self: flex-end;
  }
  @media print {
    .step {
      display: none;
    }
  }
`,
];
