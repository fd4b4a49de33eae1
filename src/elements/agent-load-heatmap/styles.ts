import { css } from 'lit';

/** Up to the fourth level the text is the page's own; the fifth is so strong that the page's colour stands out better. */
export const styles = css`
  :host {
    --_heat: var(--agent-heat, var(--_accent));
  }
  .peaks {
    margin: 0 0 calc(var(--_space) * 2);
    font-size: var(--_caption);
    line-height: 1.45;
  }
  .note {
    margin: 0;
    font-size: var(--_caption);
    color: var(--_muted);
  }
  .cells {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 2px;
    font-size: var(--_caption);
    font-variant-numeric: tabular-nums;
  }
  :is([data-columns='one'] table, [data-columns='one'] + .foot) {
    max-inline-size: 24em;
  }
  [data-columns='several']:not([data-unit='count']) table {
    min-inline-size: 34em;
  }
  th {
    padding: 0 calc(var(--_space) * 1);
    font-weight: 400;
    line-height: 1.2;
    color: var(--_muted);
    white-space: nowrap;
  }
  tbody th {
    inline-size: 5em;
    text-align: end;
  }
  thead :is(td, th) {
    inline-size: 5em;
    padding-block-end: calc(var(--_space) * 1);
  }
  thead th {
    inline-size: auto;
  }
  abbr {
    text-decoration: none;
  }
  [data-columns='one'] tbody th {
    inline-size: 9em;
    text-align: start;
  }
  [role='gridcell'] {
    position: relative;
    block-size: 24px;
    min-inline-size: 2.6em;
    padding: 0 2px;
    text-align: center;
    white-space: nowrap;
    border-radius: 2px;
  }
  [role='gridcell']:focus-visible {
    outline: 2px solid var(--_text);
    outline-offset: -2px;
  }
  [data-level] {
    background: var(--_hover);
  }
  [data-level='none'] {
    color: var(--_muted);
    background: none;
  }
  [data-level='1'] {
    background: color-mix(in oklab, var(--_heat) 14%, var(--_page));
  }
  [data-level='2'] {
    background: color-mix(in oklab, var(--_heat) 26%, var(--_page));
  }
  [data-level='3'] {
    background: color-mix(in oklab, var(--_heat) 38%, var(--_page));
  }
  [data-level='4'] {
    background: color-mix(in oklab, var(--_heat) 50%, var(--_page));
  }
  [data-level='5'] {
    color: var(--_page);
    background: var(--_heat);
  }
  [part~='peak'] {
    font-weight: 700;
  }
  [part~='peak'] .icon {
    position: absolute;
    inset-block-start: 2px;
    inset-inline-end: 2px;
    inline-size: 0.6em;
    block-size: 0.6em;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    min-block-size: 1.5em;
    margin-block-start: calc(var(--_space) * 2);
    font-size: var(--_caption);
    line-height: 1.5;
    font-variant-numeric: tabular-nums;
  }
  .foot p {
    margin: 0;
  }
  .scale {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    margin-inline-start: auto;
    color: var(--_muted);
  }
  .step {
    inline-size: 1.25em;
    block-size: 0.85em;
    border-radius: 2px;
  }
  .scale bdi {
    padding-inline: calc(var(--_space) * 1);
  }
  .bones .bone {
    block-size: 24px;
    margin-block-end: 2px;
  }
  @container (max-width: 30em) {
    :is(tbody th, thead td) {
      inline-size: 4em;
    }
    th {
      font-size: 0.9em;
    }
    [role='gridcell'] {
      font-size: 0.9em;
    }
  }
  @media (forced-colors: active) {
    [data-level] {
      border: 1px solid GrayText;
    }
    [part~='peak'] {
      border: 2px solid Highlight;
    }
  }
  @media print {
    [data-level] {
      print-color-adjust: exact;
    }
  }
`;
