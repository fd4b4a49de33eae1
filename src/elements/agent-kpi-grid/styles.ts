import { css } from 'lit';

export const styles = css`
  .grid {
    display: grid;
    --_gap: calc(var(--_space) * 3);
    grid-template-columns: repeat(
      auto-fit,
      minmax(max(min(100%, var(--agent-kpi-min-width, 12rem)), (100% - (var(--_columns, 6) - 1) * var(--_gap)) / var(--_columns, 6)), 1fr)
    );
    grid-auto-rows: 1fr;
    gap: var(--_gap);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .cell {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
  }
  .cell:has(> .report) .tile {
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }
  .report {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 4);
    font-size: var(--_caption);
    line-height: 1.4;
    color: var(--_accent);
    background: var(--_page);
    border: 1px solid var(--_line);
    border-block-start: 0;
    border-end-start-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
    overflow-wrap: anywhere;
  }
  .report:hover {
    background: var(--_surface);
  }
  .tile {
    flex: 1;
    min-inline-size: 0;
    display: grid;
    grid-template-rows: auto auto minmax(1.7em, 1fr) 2em;
    row-gap: calc(var(--_space) * 1);
    padding: calc(var(--_space) * 3.5) calc(var(--_space) * 4) calc(var(--_space) * 3);
    font: inherit;
    text-align: start;
    color: inherit;
    background: var(--_page);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: var(--_shadow);
    cursor: pointer;
    transition: background-color 140ms;
  }
  .tile:hover {
    background: var(--_surface);
  }
  .label {
    font-size: var(--_caption);
    line-height: 1.4;
    color: var(--_muted);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tile:focus-visible .label {
    white-space: normal;
  }
  .value {
    font-size: 1.75em;
    font-weight: 600;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.01em;
    padding-block-end: 0.12em;
    margin-block-end: -0.12em;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .exact {
    display: none;
  }
  .tile:is(:hover, :focus-visible) .value[data-short] > .compact {
    display: none;
  }
  .tile:is(:hover, :focus-visible) .value[data-short] > .exact {
    display: inline;
    font-size: 0.8em;
  }
  .value[data-empty] {
    color: var(--_muted);
    font-weight: 400;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    align-content: start;
    gap: 0 calc(var(--_space) * 2);
    min-block-size: 1.7em;
    font-size: var(--_caption);
    line-height: 1.4;
    color: var(--_muted);
  }
  .goal {
    flex-basis: 100%;
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 0.5);
  }
  .goal .state {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
  }
  .goal[data-state='met'] .state {
    color: var(--_good);
  }
  .goal[data-state='missed'] .state {
    color: var(--_bad);
  }
  .goal .icon {
    inline-size: 0.9em;
    block-size: 0.9em;
  }
  .spark {
    display: block;
    inline-size: 100%;
    block-size: 2em;
    overflow: visible;
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :host([dir='rtl']) .spark,
  .frame[dir='rtl'] .spark {
    transform: scaleX(-1);
  }
  .spark path {
    vector-effect: non-scaling-stroke;
    stroke: var(--agent-sparkline, var(--_accent));
    stroke-width: 1.75;
  }
  .spark .previous {
    stroke: var(--agent-sparkline-previous, color-mix(in oklab, CanvasText 38%, Canvas));
    stroke-width: 1;
    stroke-dasharray: 3 3;
  }
  .spark .last {
    stroke-width: 5;
  }
  .spark .last[data-partial] {
    stroke-width: 5;
    opacity: 0.55;
  }
  @container (max-width: 26em) {
    .grid {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 9em), 1fr));
      gap: calc(var(--_space) * 2);
    }
    .tile {
      padding: calc(var(--_space) * 3);
    }
    .value {
      font-size: 1.5em;
    }
    .label {
      white-space: normal;
      overflow-wrap: anywhere;
    }
    .versus {
      flex-basis: 100%;
    }
  }
  @media (forced-colors: active) {
    .spark path {
      stroke: CanvasText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .tile {
      transition: none;
    }
  }
  @media (pointer: coarse) {
    .report {
      padding-block: calc(var(--_space) * 3);
    }
  }
  @media print {
    .tile {
      break-inside: avoid;
    }
  }
`;
