/** Native controls in the kit's look. */
import { css } from 'lit';

export const controlStyles = css`
  .control {
    display: grid;
    gap: calc(var(--_space) * 1);
    min-inline-size: 0;
    font-size: var(--_caption);
  }
  .control .label {
    color: var(--_muted);
    line-height: 1.3;
  }
  select,
  input {
    font: inherit;
    font-size: 1.0769em;
    color: var(--_text);
    background: var(--_page);
    border: 1px solid var(--_control-line);
    border-radius: var(--_control-radius);
    block-size: 2.3em;
    min-inline-size: 0;
    max-inline-size: 100%;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 2);
  }
  select {
    cursor: pointer;
  }
  :is(select, input):hover {
    border-color: var(--_text);
  }
  :is(select, input):disabled {
    color: var(--_muted);
    border-color: var(--_line);
    cursor: default;
  }
  @media (pointer: coarse) {
    select,
    input {
      block-size: max(2.3em, 44px);
    }
  }
`;
