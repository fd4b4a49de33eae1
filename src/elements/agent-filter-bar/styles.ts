import { css } from 'lit';
import { controlStyles } from '../shared/control-styles.js';

export const styles = [
  controlStyles,
  css`
    :host {
      position: relative;
      z-index: var(--_layer, auto);
    }
    .bar,
    .dimensions,
    .chips {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 2);
    }
    .bar {
      column-gap: calc(var(--_space) * 4);
    }
    .frame {
      flex: 1 0 auto;
      max-inline-size: 100%;
      text-align: end;
    }
    .frame:has(.notice) {
      flex-basis: 100%;
      text-align: start;
    }
    .total {
      margin: 0;
      font-size: var(--_caption);
      font-variant-numeric: tabular-nums;
      color: var(--_muted);
    }
    .dimension {
      position: relative;
    }
    .dimension .button {
      display: inline-flex;
      align-items: center;
      gap: calc(var(--_space) * 1.5);
    }
    .dimension .button[data-active] {
      border-color: var(--_accent);
    }
    .dimension .icon {
      inline-size: 0.75em;
      color: var(--_muted);
    }
    .badge {
      min-inline-size: 1.5em;
      padding-inline: 0.4em;
      line-height: 1.5;
      text-align: center;
      font-variant-numeric: tabular-nums;
      color: var(--_page);
      background: var(--_accent);
      border-radius: 0.75em;
    }
    .panel {
      position: absolute;
      z-index: 1;
      inset-block-start: calc(100% + var(--_space));
      inset-inline-start: var(--_shift, 0);
      display: grid;
      gap: calc(var(--_space) * 1);
      inline-size: max-content;
      min-inline-size: min(14em, 100cqi);
      max-inline-size: min(22em, 100cqi);
      padding: calc(var(--_space) * 1.5);
      font-size: calc(var(--_caption) * 1.0769);
      background: var(--_page);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      box-shadow: 0 4px 16px color-mix(in oklab, CanvasText 18%, transparent);
    }
    .panel input[type='search'] {
      inline-size: 100%;
      font-size: 1em;
    }
    .values {
      max-block-size: 18em;
      overflow: auto;
    }
    .value {
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 2);
      min-block-size: 2em;
      padding-inline: calc(var(--_space) * 1.5);
      border-radius: var(--_control-radius);
      cursor: pointer;
    }
    .value:hover {
      background: var(--_hover);
    }
    .value input {
      flex: none;
      inline-size: 1.1em;
      block-size: 1.1em;
      margin: 0;
      accent-color: var(--_accent);
    }
    .value .name {
      flex: 1;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .value .count {
      padding-inline-start: calc(var(--_space) * 3);
      font-variant-numeric: tabular-nums;
      color: var(--_muted);
    }
    .value[data-empty] .name {
      color: var(--_muted);
    }
    .note {
      margin: 0;
      padding: calc(var(--_space) * 1) calc(var(--_space) * 1.5);
      color: var(--_muted);
    }
    .chips {
      gap: calc(var(--_space) * 1.5);
      margin-block-start: calc(var(--_space) * 2);
      font-size: var(--_caption);
    }
    .chip,
    .clear {
      min-block-size: 24px;
      font: inherit;
      color: var(--_text);
      background: var(--_hover);
      border: 1px solid var(--_line);
      border-radius: 1em;
      padding: calc(var(--_space) * 0.5) calc(var(--_space) * 2.5);
      overflow-wrap: anywhere;
      text-align: start;
      cursor: pointer;
    }
    .chip .icon {
      inline-size: 0.65em;
      block-size: 0.65em;
      margin-inline-start: 0.6em;
    }
    .chip:hover {
      border-color: var(--_text);
    }
    .clear {
      background: none;
      border-color: transparent;
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    .bones {
      display: flex;
      gap: calc(var(--_space) * 2);
    }
    .bones .bone {
      inline-size: 6em;
      block-size: 2.3em;
    }
    @container (max-width: 30em) {
      .frame {
        text-align: start;
      }
    }
    @media (pointer: coarse) {
      .chip,
      .clear,
      .value {
        min-block-size: 44px;
      }
      .value input {
        block-size: 1.4em;
        inline-size: 1.4em;
      }
    }
    @media (forced-colors: active) {
      .badge {
        forced-color-adjust: none;
        color: ButtonFace;
        background: ButtonText;
      }
    }
    @media print {
      .dimensions,
      .clear {
        display: none;
      }
    }
  `,
];
