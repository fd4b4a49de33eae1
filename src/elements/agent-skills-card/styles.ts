import { css } from 'lit';
import { tableStyles } from '../shared/table-styles.js';

export const styles = [
  tableStyles,
  css`
    .heading {
      margin-block-end: calc(var(--_space) * 1);
    }
    .note {
      margin: 0 0 calc(var(--_space) * 2);
      font-size: var(--_caption);
      line-height: 1.45;
      color: var(--_muted);
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
    :is(.sort, .skill, .unused) {
      display: inline-flex;
      align-items: center;
      gap: calc(var(--_space) * 1);
      min-block-size: 24px;
      min-inline-size: 24px;
      padding: 0;
      font: inherit;
      color: inherit;
      text-align: start;
      background: none;
      border: 0;
    }
    :is(.sort, .skill) {
      cursor: pointer;
    }
    .sort {
      min-block-size: 2.3em;
      white-space: nowrap;
    }
    .icon {
      flex: none;
      inline-size: 0.8em;
      block-size: 0.8em;
    }
    .skill {
      overflow-wrap: anywhere;
    }
    .skill:hover,
    .sort:hover {
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    tbody th {
      font-weight: 400;
    }
    .unused {
      color: var(--_muted);
    }
    .bar {
      display: block;
      margin-block: calc(var(--_space) * 0.5);
      fill: var(--_hover);
    }
    .bar .uses {
      fill: var(--_accent);
    }
    .frame[dir='rtl'] .bar {
      transform: scaleX(-1);
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
      .sort,
      .skill {
        min-block-size: 44px;
      }
    }
    @media (forced-colors: active) {
      .bar {
        fill: Canvas;
      }
      .bar .uses {
        fill: Highlight;
      }
    }
  `,
];
