import { css } from 'lit';
import { barStyles } from '../shared/bar.js';
import { noteStyles, rowHeadStyles, tableStyles } from '../shared/table-styles.js';

export const styles = [
  tableStyles,
  noteStyles,
  rowHeadStyles,
  barStyles,
  css`
    .heading {
      margin-block-end: calc(var(--_space) * 1);
    }
    .scroll {
      max-block-size: var(--agent-skills-height, 36em);
    }
    .scroll + .note {
      margin-block: calc(var(--_space) * 2) 0;
    }
    thead th {
      z-index: 1;
      padding-block: 0;
    }
    th:first-child {
      inline-size: 100%;
    }
    .sort {
      display: inline-flex;
      align-items: center;
      gap: calc(var(--_space) * 1);
      min-inline-size: 24px;
      padding: 0;
      font: inherit;
      color: inherit;
      text-align: start;
      background: none;
      border: 0;
      min-block-size: 2.3em;
      white-space: nowrap;
      cursor: pointer;
    }
    .icon {
      flex: none;
      inline-size: 0.8em;
      block-size: 0.8em;
    }
    .sort:hover {
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    tbody th {
      font-weight: 400;
    }
    .bar {
      margin-block: calc(var(--_space) * 0.5);
    }
    .change {
      white-space: nowrap;
      color: var(--_muted);
    }
    .bones .bone {
      block-size: 2.6em;
      margin-block-end: calc(var(--_space) * 2);
    }
    @container (max-width: 30em) {
      :is(th, td) {
        padding-inline: calc(var(--_space) * 2);
      }
      th.change {
        white-space: normal;
      }
    }
    @media (pointer: coarse) {
      .sort {
        min-block-size: 44px;
      }
    }
  `,
];
