/** The words beside a bar. */
import { css } from 'lit';

export const tooltipStyles = css`
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
