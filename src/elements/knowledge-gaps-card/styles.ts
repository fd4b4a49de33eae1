import { css } from 'lit';
import { barStyles } from '../shared/bar.js';
import { linkStyles } from '../shared/table-styles.js';

const formStyles = css`
  .form {
    flex: 1 0 100%;
    display: grid;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 4);
    border-radius: var(--_control-radius);
    background: var(--_surface);
    border: 1px solid var(--_line);
  }
  textarea {
    font: inherit;
    font-size: 1.0769em;
    line-height: 1.45;
    color: var(--_text);
    background: var(--_page);
    border: 1px solid var(--_control-line);
    border-radius: var(--_control-radius);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    inline-size: 100%;
    min-block-size: 5em;
    resize: vertical;
  }
  textarea:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .primary {
    color: var(--_page);
    background: var(--_accent);
    border-color: transparent;
  }
  .primary:hover {
    background: color-mix(in oklab, var(--_accent) 85%, var(--_text));
  }
  [aria-disabled='true'],
  [readonly] {
    opacity: 0.6;
    cursor: default;
  }
  .problem {
    font-size: var(--_caption);
    color: var(--_bad);
    overflow-wrap: anywhere;
  }
  .problem:empty {
    display: none;
  }
`;

export const styles = [
  formStyles,
  linkStyles,
  barStyles,
  css`
  :is(p, h3, ul) {
    margin: 0;
  }
  .switch {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: 24px;
    font-size: var(--_caption);
    cursor: pointer;
  }
  .switch input {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  .said,
  .none,
  .method {
    font-size: var(--_caption);
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .said:has(bdi:not(:empty)) {
    margin-block: calc(var(--_space) * 2);
  }
  .said:focus {
    outline: none;
  }
  .none {
    padding-block: calc(var(--_space) * 6);
    font-size: inherit;
    text-align: center;
  }
  .none,
  .method {
    color: var(--_muted);
  }
  .method {
    max-inline-size: 60em;
    margin-block-start: calc(var(--_space) * 3);
  }
  .gaps {
    padding: 0;
    list-style: none;
    border-block-end: 1px solid var(--_line);
    margin-block: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }
  .gap {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 6);
    padding-block: calc(var(--_space) * 3);
    border-block-start: 1px solid var(--_line);
  }
  .about {
    flex: 1 1 18em;
    min-inline-size: 0;
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }
  .bar {
    inline-size: min(100%, 18em);
    block-size: 4px;
    border-radius: 2px;
  }
  .evidence {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 0 calc(var(--_space) * 5);
    font-size: var(--_caption);
    line-height: 24px;
  }
  .topic {
    font-size: 1em;
    font-weight: 600;
    line-height: 1.4;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .facts {
    font-size: var(--_caption);
    line-height: 1.45;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .facts,
  details {
    overflow-wrap: anywhere;
  }
  .facts span + span::before {
    content: '· ';
  }
  .facts span:first-child:not(.bone) {
    color: var(--_text);
  }
  details ul {
    padding-inline-start: calc(var(--_space) * 5);
    line-height: 1.6;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }
  .quiet {
    border-color: transparent;
    background: none;
    color: var(--_muted);
  }
  .quiet:hover {
    color: var(--_text);
  }
  .dismissed {
    justify-content: space-between;
  }
  .dismissed .topic {
    flex: 1;
    font-weight: 400;
    color: var(--_muted);
  }
  @media (pointer: coarse) {
    .switch,
    summary {
      line-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .bar rect.fill {
      fill: CanvasText;
    }
  }
  @media print {
    .switch {
      display: none;
    }
  }
`,
];
