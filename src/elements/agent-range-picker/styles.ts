import { css } from 'lit';
import { controlStyles } from '../shared/control-styles.js';

export const styles = [
  controlStyles,
  css`
    .controls {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    }
    .pair {
      display: flex;
      gap: calc(var(--_space) * 2);
      min-inline-size: 0;
    }
    .meaning {
      display: flex;
      flex-wrap: wrap;
      gap: 0 calc(var(--_space) * 2.5);
      margin: calc(var(--_space) * 2) 0 0;
      min-block-size: 1.45em;
      font-size: var(--_caption);
      line-height: 1.45;
      color: var(--_muted);
    }
    .meaning strong {
      font-weight: 600;
      color: var(--_text);
    }
    .problem {
      margin: calc(var(--_space) * 1) 0 0;
      font-size: var(--_caption);
      color: var(--_bad);
    }
    @container (max-width: 34em) {
      .controls,
      .pair {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .pair {
        grid-column: 1 / -1;
      }
      .controls > .control {
        grid-column: 1 / -1;
      }
      select,
      input {
        inline-size: 100%;
      }
    }
  `,
];
