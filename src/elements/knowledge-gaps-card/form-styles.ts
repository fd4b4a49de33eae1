import { css } from 'lit';

export const formStyles = css`
  .form {
    flex: 1 0 100%;
    display: grid;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 4);
    border-radius: var(--_control-radius);
    background: var(--_surface);
    border: 1px solid var(--_line);
  }
  textarea {
    font: inherit;
    font-size: 1.0769em;
    line-height: 1.45;
    color: var(--_text);
    background: var(--_page);
    border: 1px solid var(--_control-line);
    border-radius: var(--_control-radius);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    inline-size: 100%;
    min-block-size: 5em;
    resize: vertical;
  }
  textarea:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .primary {
    color: var(--_page);
    background: var(--_accent);
    border-color: transparent;
  }
  .primary:hover {
    background: color-mix(in oklab, var(--_accent) 85%, var(--_text));
  }
  [aria-disabled='true'],
  [readonly] {
    opacity: 0.6;
    cursor: default;
  }
  .problem {
    font-size: var(--_caption);
    color: var(--_bad);
    overflow-wrap: anywhere;
  }
  .problem:empty {
    display: none;
  }
`;
