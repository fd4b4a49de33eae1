/** What stands around a list: its tools, what was pointed at elsewhere, and its pages. */
import { css } from 'lit';

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
