import { css } from 'lit';
import { barStyles } from '../shared/bar.js';
import { listStyles } from '../shared/records-table/styles.js';

export const styles = [
  listStyles,
  barStyles,
  css`
  .days {
    display: none;
  }
  .period,
  .method,
  .none {
    margin: 0 0 calc(var(--_space) * 2);
    font-size: var(--_caption);
    line-height: 1.45;
    color: var(--_muted);
  }
  .method {
    margin-block: calc(var(--_space) * 3) 0;
  }
  .goal {
    inline-size: 36%;
  }
  .label {
    font-weight: 500;
  }
  .bar {
    margin-block: calc(var(--_space) * 1);
    overflow: visible;
  }
  .bar .likely {
    fill: color-mix(in oklab, var(--_accent) 30%, var(--_page));
    stroke: var(--_accent);
  }
  .bar line {
    stroke: var(--_text);
    stroke-width: 2;
  }
  td[data-number] > bdi:not(.between) {
    white-space: nowrap;
  }
  .between {
    display: block;
    max-inline-size: 15em;
    margin-inline-start: auto;
    font-size: var(--_caption);
    color: var(--_muted);
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    font-weight: 600;
  }
  .state .icon {
    flex: none;
  }
  :is([data-status='met'], [data-status='on-course']) .state {
    color: var(--_good);
  }
  :is([data-status='out-of-reach'], [data-status='missed']) .state {
    color: var(--_bad);
  }
  :is([data-status='open'], [data-status='unknown']) .state {
    font-weight: inherit;
    color: var(--_muted);
  }
  .bones {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .bones .bone {
    block-size: 3em;
  }
  @container (inline-size < 48em) {
    .between {
      display: inline;
    }
  }
  @media (forced-colors: active) {
    .bar {
      outline: 1px solid CanvasText;
      outline-offset: -3px;
    }
    .bar .likely {
      fill: GrayText;
    }
  }
`,
];
