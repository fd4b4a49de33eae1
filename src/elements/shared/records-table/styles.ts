/** How a table of records looks: rows where there is room, cards where there is none, its tools and its dialog. */
import { css } from 'lit';
import { controlStyles } from '../control-styles.js';
import { paletteStyles } from '../palette.js';
import { avatarStyles } from '../profile-view.js';
import { pillStyles } from '../status-pill.js';

export const listStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: calc(var(--_caption) * 1.0769);
    line-height: 1.45;
  }
  :is(th, td) {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2);
    text-align: start;
    font-weight: inherit;
    border-block-end: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  :is(th, td)[data-number] {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  thead th {
    position: sticky;
    inset-block-start: var(--agent-sticky-offset, 0px);
    z-index: 1;
    padding-block: calc(var(--_space) * 1);
    font-size: var(--_caption);
    color: var(--_muted);
    background: var(--_page);
    overflow-wrap: normal;
    word-break: keep-all;
  }
  .sort {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    min-block-size: 24px;
    min-inline-size: 24px;
    padding: 0;
    border: 0;
    font: inherit;
    text-align: inherit;
    color: inherit;
    background: none;
    cursor: pointer;
  }
  th[aria-sort] .sort {
    color: var(--_text);
    font-weight: 600;
  }
  .sort:hover {
    text-decoration: underline;
  }
  .sort .icon {
    flex: none;
  }
  tbody tr:hover {
    background: var(--_hover);
  }
  tbody tr:focus-within {
    background: var(--_surface);
  }
  td > bdi {
    display: inline-block;
    max-inline-size: 12em;
    overflow-wrap: break-word;
  }
  :is(.pill, time) {
    overflow-wrap: normal;
  }
  .open {
    display: block;
    inline-size: 100%;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    font: inherit;
    text-align: start;
    color: inherit;
    background: none;
    cursor: pointer;
    scroll-margin-block: calc(var(--agent-sticky-offset, 0px) + 4em);
  }
  .question {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    font-weight: 500;
  }
  .aside,
  .name {
    font-size: var(--_caption);
    color: var(--_muted);
  }
  .aside {
    display: block;
  }
  .name {
    display: none;
  }
  time {
    position: relative;
  }
  .id {
    font-size: var(--_caption);
    font-variant-numeric: tabular-nums;
  }
  @container (inline-size < 48em) {
    thead {
      display: none;
    }
    :is(table, tbody) {
      display: block;
    }
    tbody tr {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 1.5) calc(var(--_space) * 4);
      padding: calc(var(--_space) * 3);
      margin-block-end: calc(var(--_space) * 2);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
    tbody :is(th, td) {
      display: block;
      max-inline-size: 100%;
      padding: 0;
      border: 0;
    }
    tbody [data-number] {
      text-align: start;
    }
    tbody th {
      flex: 1 1 100%;
    }
    td > bdi {
      max-inline-size: 100%;
    }
    .name {
      display: inline;
    }
    .name::after {
      content: ':\\00a0';
    }
  }
  @media (forced-colors: active) {
    tbody tr:hover {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
  }
`;

/** What stands around a list: its tools, what was selected elsewhere, and its pages. */
export const listToolStyles = css`
  :host {
    scroll-margin-block-start: calc(var(--agent-sticky-offset, 0px) + 1em);
  }
  .tools,
  .pager,
  .selection {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    margin-block-end: calc(var(--_space) * 3);
  }
  .order {
    display: none;
  }
  [part='export'] {
    margin-inline-start: auto;
  }
  .stopped {
    flex-basis: 100%;
    margin: 0;
    font-size: var(--_caption);
    color: var(--_muted);
  }
  .trouble {
    flex-basis: 100%;
    margin: 0;
    font-size: var(--_caption);
    color: var(--_bad);
  }
  .selection {
    align-items: center;
    justify-content: space-between;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-inline-start: 3px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .selection p {
    flex: 1 1 12em;
    min-inline-size: 0;
    margin: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .pager {
    align-items: center;
    margin-block: calc(var(--_space) * 3) 0;
  }
  .pager .control {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .pager .place {
    margin: 0;
    margin-inline-start: auto;
    font-size: var(--_caption);
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .step {
    display: inline-grid;
    place-items: center;
    min-inline-size: 2.6em;
  }
  .button[aria-disabled='true'] {
    color: color-mix(in oklab, var(--_text) 40%, var(--_page));
    border-color: var(--_line);
    background: var(--_page);
    cursor: default;
  }
  [dir='rtl'] .step:not([part='close']) .icon {
    transform: scaleX(-1);
  }
  .bones {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .bones .bone {
    block-size: 2.6em;
  }
  @container (inline-size < 48em) {
    .order {
      display: grid;
      flex: 1 1 10em;
    }
    .order select {
      inline-size: 100%;
    }
    .pager .control {
      order: 1;
      flex-basis: 100%;
    }
    .pager .place {
      flex: 1;
      margin-inline-start: 0;
    }
  }
  @media (forced-colors: active) {
    .button[aria-disabled='true'] {
      color: GrayText;
    }
  }
  @media print {
    .tools,
    .pager .control {
      display: none;
    }
  }
`;

/** The open conversation: a sheet above the page, the whole screen on a phone. */
const dialogStyles = css`
  dialog {
    inline-size: min(46em, 100vw - 2em);
    block-size: min(56em, 100dvh - 2em);
    max-inline-size: none;
    max-block-size: none;
    margin: auto;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    color: var(--_text);
    background: var(--_page);
    overflow-y: auto;
    overscroll-behavior: contain;
    scroll-padding-block-start: 5em;
  }
  dialog[open] {
    animation: appear 140ms ease-out;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  /* The sheet itself scrolls, so that the keys do so from the title on, which has the focus first. */
  .bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    background: var(--_page);
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-block-end: 1px solid var(--_line);
  }
  .bar h2 {
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }
  .bar h2:focus {
    outline: none;
  }
  .bar .place {
    margin-inline-start: calc(var(--_space) * 1);
    font-size: var(--_caption);
    font-weight: 400;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  dialog .trouble {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4.9231) 0;
  }
  .body {
    padding: calc(var(--_space) * 4);
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(0.5em);
    }
  }
  @media (width < 40em) {
    dialog {
      inline-size: 100vw;
      block-size: 100dvh;
      border: 0;
      border-radius: 0;
    }
    .body {
      padding-inline: calc(var(--_space) * 3);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    dialog[open] {
      animation: none;
    }
  }
`;

const recordStyles = css`
  [data-opens] {
    cursor: pointer;
  }
  .profile {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
`;

/** A table of records that open. */
export const recordsTableStyles = [
  paletteStyles,
  controlStyles,
  avatarStyles,
  pillStyles,
  listStyles,
  recordStyles,
  listToolStyles,
  dialogStyles,
];
