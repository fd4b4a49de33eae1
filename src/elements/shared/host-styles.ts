/** What every widget starts from: its width, its tokens, and the small pieces that all of them draw. */
import { css } from 'lit';

export const pieceStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  /* Beside its words it can stand outside the widget: WebKit lets a page that is read from right to left scroll there. */
  .spoken {
    position: absolute;
    inset-inline-start: 0;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .frame {
    position: relative;
    min-inline-size: 0;
  }
  .frame:focus {
    outline: none;
  }
  .days {
    margin: 0 0 calc(var(--_space) * 2);
    font-size: var(--_caption);
    color: var(--_muted);
  }
  .heading {
    margin: 0 0 calc(var(--_space) * 3);
    font-size: 1em;
    font-weight: 600;
    line-height: 1.4;
  }
  .button {
    font: inherit;
    font-size: calc(var(--_caption) * 1.0769);
    color: var(--_text);
    background: var(--_page);
    border: 1px solid var(--_control-line);
    border-radius: var(--_control-radius);
    padding: calc(var(--_space) * 1) calc(var(--_space) * 2.5);
    min-block-size: 2.3em;
    cursor: pointer;
  }
  .button:hover {
    background: var(--_hover);
  }
  :is(button, a, input, select, [tabindex]):focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .progress {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    block-size: 2px;
    overflow: hidden;
    border-radius: 1px;
  }
  .progress::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inline-size: 35%;
    background: var(--_accent);
    animation: run 1.1s linear infinite;
  }
  @keyframes run {
    from {
      inset-inline-start: -35%;
    }
    to {
      inset-inline-start: 100%;
    }
  }
  .reading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    margin-block: calc(var(--_space) * 2);
    font-size: var(--_caption);
    font-variant-numeric: tabular-nums;
  }
  .reading progress {
    flex: 1 1 4em;
    min-inline-size: 4em;
    block-size: calc(var(--_space) * 2);
    accent-color: var(--_accent);
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    margin-block: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    font-size: var(--_caption);
    line-height: 1.45;
    background: var(--_surface);
  }
  .notice[data-kind='failed'] {
    border-inline-start: 3px solid var(--_bad);
  }
  .notice[data-kind='told'] {
    padding: 0;
    border: 0;
    color: var(--_muted);
    background: none;
  }
  .notice p {
    margin: 0;
    flex: 1 1 14em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .notice .button {
    font-size: 1em;
  }
  .notice .detail {
    color: var(--_muted);
  }
  .refused {
    margin-block-start: calc(var(--_space) * 2);
    font-size: var(--_caption);
    color: var(--_muted);
  }
  .refused summary {
    min-block-size: 24px;
    cursor: pointer;
  }
  .refused ul {
    margin: 0;
    padding-inline-start: calc(var(--_space) * 5);
    overflow-wrap: anywhere;
  }
  .bone {
    border-radius: var(--_control-radius);
    background: var(--_hover);
    color: transparent;
  }
  @media (pointer: coarse) {
    .button {
      min-block-size: 44px;
      padding-inline: calc(var(--_space) * 4);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .progress::before {
      animation: none;
      inline-size: 100%;
    }
  }
  @media (forced-colors: active) {
    .bone {
      background: GrayText;
    }
    .progress::before {
      background: Highlight;
    }
  }
  @media print {
    .button,
    .progress {
      display: none;
    }
  }
`;

/** Every colour, font, space, radius and shadow, with a fallback that fits the page: declarations for the outermost element of a shadow root. */
export const tokens = css`
  --_text: var(--agent-text, CanvasText);
  --_page: var(--agent-page, Canvas);
  --_surface: var(--agent-surface, color-mix(in oklab, var(--_text) 2%, var(--_page)));
  --_muted: var(--agent-muted, color-mix(in oklab, var(--_text) 66%, var(--_page)));
  --_line: var(--agent-line, color-mix(in oklab, var(--_text) 14%, var(--_page)));
  --_control-line: var(--agent-control-line, color-mix(in oklab, var(--_text) 48%, var(--_page)));
  --_hover: var(--agent-hover, color-mix(in oklab, var(--_text) 6%, var(--_page)));
  --_accent: var(--agent-accent, var(--agent-theme-accent, light-dark(#2457c5, #8ab0ff)));
  --_good: var(--agent-good, light-dark(#17693a, #6fd39a));
  --_bad: var(--agent-bad, light-dark(#b3261e, #ff9d94));
  --_space: var(--agent-space, 0.25em);
  --_radius: var(--agent-radius, 0.5em);
  --_control-radius: var(--agent-control-radius, 0.25em);
  --_shadow: var(--agent-shadow, none);
  --_caption: var(--agent-caption-size, 0.8125em);
`;

/**
 * How wide a widget is: as its parent, wherever that is a block, a flex row, a grid, a table cell, a dialog or an inline block.
 *
 * Container queries need a box whose width does not come from its content. That box lies inside the host, so that the host still
 * tells a parent that sizes itself by its content how wide it would like to be. The empty grid says it: 40rem where there is room,
 * down to 9rem where a parent wants the least of its content.
 */
const widthStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    inline-size: -moz-available;
    inline-size: -webkit-fill-available;
    inline-size: stretch;
    min-inline-size: 0;
    max-inline-size: 100%;
    flex-shrink: 1000;
  }
  :host([hidden]) {
    display: none;
  }
  :host::before {
    content: '';
    display: grid;
    flex: 0 0 0;
    min-inline-size: 0;
    overflow: hidden;
    grid-template-columns: minmax(9rem, 40rem);
  }
  .container {
    container-type: inline-size;
    inline-size: 100%;
  }
`;

const hostStyle = css`
  :host {
    color-scheme: var(--agent-color-scheme, inherit);
    background-color: var(--agent-background, transparent);
    font: inherit;
    font-family: var(--agent-font, inherit);
    color: var(--_text);
    ${tokens}
  }
`;

export const hostStyles = [widthStyles, hostStyle, pieceStyles];
