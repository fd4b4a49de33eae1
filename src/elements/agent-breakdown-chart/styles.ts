import { css } from 'lit';
import { judgedStyles } from '../shared/change-words.js';
import { lowSampleStyles } from '../shared/low-sample.js';

export const styles = [
  lowSampleStyles,
  judgedStyles,
  css`
  .scroll {
    max-block-size: var(--agent-breakdown-height, 36em);
  }
  .note {
    margin: calc(var(--_space) * 2) 0 0;
    font-size: var(--_caption);
    line-height: 1.45;
    color: var(--_muted);
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
  :is(.group, .unmeasured) {
    display: inline-flex;
    align-items: center;
    min-block-size: 24px;
    min-inline-size: 24px;
    padding: 0;
    font: inherit;
    color: inherit;
    text-align: start;
    overflow-wrap: anywhere;
    background: none;
    border: 0;
  }
  .group {
    cursor: pointer;
  }
  .group:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .unmeasured {
    color: var(--_muted);
  }
  .bar {
    display: block;
    margin-block: calc(var(--_space) * 0.5);
    min-inline-size: 5em;
    fill: var(--_hover);
  }
  .bar .length {
    fill: var(--_accent);
  }
  [data-few] .number {
    color: var(--_muted);
  }
  [data-few] .bar .length {
    fill: color-mix(in oklab, var(--_accent) 45%, var(--_page));
  }
  .button {
    margin-block-start: calc(var(--_space) * 3);
  }
  .bar[data-rest] .length {
    fill: var(--_series-other);
  }
  .bar[data-negative] .length {
    fill: var(--_muted);
  }
  .frame[dir='rtl'] .bar {
    transform: scaleX(-1);
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
  @media (pointer: coarse) {
    .group {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .bar {
      fill: Canvas;
    }
    .bar .length {
      fill: Highlight;
    }
  }
`,
];
