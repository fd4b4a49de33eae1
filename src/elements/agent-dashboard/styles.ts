/** How a page looks, and the panel in which the user arranges it. */
import { css } from 'lit';

const pageStyles = css`
  .page {
    display: grid;
    gap: calc(var(--_space) * 6);
    min-inline-size: 0;
  }
  agent-metrics-provider {
    display: contents;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
  }
  .title {
    margin: 0;
    font-size: 1.375em;
    font-weight: 600;
    line-height: 1.3;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }
  .age {
    font-size: var(--_caption);
    color: var(--_muted);
  }
  .button .icon {
    vertical-align: -0.1em;
    margin-inline-end: calc(var(--_space) * 1);
  }
  .frame:not(:has(*)) {
    display: none;
  }
  .frame .notice {
    margin: 0;
  }
  .frame .notice + .notice {
    margin-block-start: calc(var(--_space) * 2);
  }
  .top,
  .section,
  .parts {
    display: grid;
    gap: calc(var(--_space) * 4);
    min-inline-size: 0;
  }
  .parts {
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  .section .heading {
    margin: 0;
    font-size: 1.125em;
  }
  .card {
    padding: calc(var(--_space) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_page);
    box-shadow: var(--_shadow);
  }
  .group > summary {
    margin-block-end: calc(var(--_space) * 3);
    min-block-size: 24px;
    color: var(--_muted);
    cursor: pointer;
  }
  .group-heading {
    display: inline;
    font-size: 1em;
    font-weight: 600;
  }
  .card .heading {
    margin: 0 0 calc(var(--_space) * 2);
    font-size: 1em;
  }
  .no-facts {
    margin: 0;
    font-size: var(--_caption);
    color: var(--_muted);
  }
  .card:not(:defined) {
    display: none;
  }
  @container (min-width: 58em) {
    .parts {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    .parts > * {
      grid-column: 1 / -1;
    }
    .parts > .two-thirds {
      grid-column: span 4;
    }
    .parts > .half {
      grid-column: span 3;
    }
    .parts > .third {
      grid-column: span 2;
    }
    .parts > .two-thirds:not(:has(+ .third)):not(.third + *) {
      grid-column: 1 / -1;
    }
  }
`;

/** The panel in which the user arranges the page. */
const customiseStyles = css`
  .customise {
    display: grid;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 4);
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .customise:focus {
    outline: none;
  }
  .customise-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .customise-head .heading {
    flex: 1 1 10em;
    margin: 0;
  }
  .hint {
    margin: 0;
    font-size: var(--_caption);
    color: var(--_muted);
  }
  .lists {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr));
    align-items: start;
    gap: calc(var(--_space) * 4);
  }
  .list {
    min-inline-size: 0;
  }
  .list-title {
    margin: 0 0 calc(var(--_space) * 1.5);
    font-size: var(--_caption);
    font-weight: 600;
    color: var(--_muted);
  }
  .places {
    margin: 0;
    padding: 0;
    list-style: none;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_page);
  }
  .place {
    display: flex;
    align-items: center;
    min-inline-size: 0;
    border-block-start: 1px solid var(--_line);
  }
  .place:first-child {
    border-block-start: 0;
  }
  .place[data-dragged] {
    background: var(--_hover);
    box-shadow: 0 0 0 2px var(--_accent);
    border-radius: var(--_control-radius);
  }
  .handle,
  .step {
    flex: none;
    display: grid;
    place-content: center;
    inline-size: 2em;
    block-size: 2.25em;
    padding: 0;
    color: var(--_muted);
  }
  .handle {
    cursor: grab;
    touch-action: none;
  }
  .step {
    font: inherit;
    border: 0;
    border-radius: var(--_control-radius);
    background: none;
    cursor: pointer;
  }
  .step:hover {
    color: var(--_text);
    background: var(--_hover);
  }
  .step[aria-disabled='true'] {
    opacity: 0.35;
    cursor: default;
  }
  .choice {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: 2.25em;
    font-size: calc(var(--_caption) * 1.0769);
    line-height: 1.3;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    block-size: 1.1em;
    inline-size: 1.1em;
    margin: 0;
    padding: 0;
    accent-color: var(--_accent);
  }
  .add {
    display: flex;
    align-items: end;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 2);
  }
  .add .control {
    flex: 1;
  }
  .add select {
    inline-size: 100%;
  }
  @media (pointer: coarse) {
    .handle,
    .step,
    .choice {
      min-block-size: 44px;
    }
    .handle,
    .step {
      inline-size: 44px;
    }
  }
  @media print {
    .customise {
      display: none;
    }
  }
`;

export const styles = [customiseStyles, pageStyles];
