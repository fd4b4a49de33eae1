/** How every chart looks around its canvas. */
import { css } from 'lit';
import { controlStyles } from '../control-styles.js';
import { paletteStyles } from '../palette.js';
import { tableStyles } from '../table-styles.js';

/** Title and tools over a chart. */
export const toolStyles = css`
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    margin-block-end: calc(var(--_space) * 3);
  }
  .top .heading {
    margin: 0;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: calc(var(--_space) * 2);
  }
  .tools .control {
    grid-template-columns: auto auto;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
  }
  .files {
    display: flex;
  }
  .files .button {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
  }
  .files .button + .button {
    margin-inline-start: -1px;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .files .button:first-child:not(:last-child) {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  @container (max-width: 30em) {
    .tools {
      inline-size: 100%;
      justify-content: space-between;
    }
  }
`;

/** The words beside a bar. */
const tooltipStyles = css`
  .tip {
    position: absolute;
    inset-block-start: 0;
    left: var(--_tip-x, 0);
    z-index: 2;
    inline-size: max-content;
    max-inline-size: min(26em, 92%);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    font-size: var(--_caption);
    line-height: 1.45;
    color: var(--_text);
    background: var(--_page);
    border: 1px solid var(--_line);
    border-radius: var(--_control-radius);
    box-shadow: 0 2px 8px color-mix(in oklab, CanvasText 16%, transparent);
    pointer-events: none;
  }
  .tip p {
    margin: 0;
  }
  .tip-title {
    font-weight: 600;
  }
  .tip-note {
    color: var(--_muted);
  }
  .tip dl {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: 0 calc(var(--_space) * 3);
    margin: calc(var(--_space) * 1) 0 0;
  }
  .tip dl > div {
    display: contents;
  }
  .tip dt {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
  }
  .tip dd {
    margin: 0;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .tip .share {
    color: var(--_muted);
  }
  .tip [data-active] > * {
    font-weight: 600;
  }
  .tip .sum > * {
    margin-block-start: calc(var(--_space) * 1);
    padding-block-start: calc(var(--_space) * 1);
    border-block-start: 1px solid var(--_line);
  }
`;

export const chartStyles = [
  paletteStyles,
  controlStyles,
  tableStyles,
  toolStyles,
  tooltipStyles,
  css`
    .legend {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 1);
      margin-block-end: calc(var(--_space) * 2);
      margin-inline-start: calc(var(--_space) * -1.5);
    }
    .key {
      display: inline-flex;
      align-items: center;
      gap: calc(var(--_space) * 1.5);
      min-block-size: 24px;
      max-inline-size: 100%;
      padding: calc(var(--_space) * 0.5) calc(var(--_space) * 1.5);
      font: inherit;
      font-size: var(--_caption);
      color: var(--_text);
      background: none;
      border: 0;
      border-radius: var(--_control-radius);
      cursor: pointer;
    }
    .key:hover {
      background: var(--_hover);
    }
    .key .name {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .key .count {
      color: var(--_muted);
      font-variant-numeric: tabular-nums;
    }
    .key[aria-pressed='false'] {
      color: var(--_muted);
      text-decoration: line-through;
    }
    .key[aria-pressed='false'] .swatch {
      opacity: 0.35;
    }
    .swatch {
      flex: none;
      inline-size: 0.85em;
      block-size: 0.85em;
    }
    .swatch .mark {
      fill: none;
      stroke: var(--_page);
      stroke-width: 1.6;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .swatch .stroke {
      fill: none;
      stroke: currentColor;
      stroke-width: 2.5;
    }
    .swatch .before {
      stroke-width: 1.6;
      stroke-dasharray: 3 2;
    }
    .plot {
      position: relative;
      block-size: var(--agent-chart-height, 16em);
      min-inline-size: 0;
      border-radius: var(--_control-radius);
    }
    .plot:focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: 3px;
    }
    canvas {
      position: absolute;
      inset: 0;
      display: block;
    }
    .hint {
      margin: 0 0 calc(var(--_space) * 2);
      font-size: var(--_caption);
      line-height: 1.45;
      color: var(--_muted);
    }
    .bones {
      display: flex;
      align-items: end;
      gap: 2%;
      block-size: var(--agent-chart-height, 16em);
    }
    .bones .bone {
      flex: 1;
      block-size: 45%;
    }
    .bones .bone:nth-child(3n) {
      block-size: 70%;
    }
    .bones .bone:nth-child(4n + 1) {
      block-size: 30%;
    }
    @media (pointer: coarse) {
      .key {
        min-block-size: 44px;
      }
    }
    @media print {
      .tip {
        display: none;
      }
    }
  `,
];
