import { css } from 'lit';
import { pieceStyles, tokens } from '../shared/host-styles.js';

// What the page has inside stays in the page's own font and colours.
export const styles = css`
  :host {
    display: contents;
  }
  :host([hidden]) {
    display: none;
  }
  .frame {
    grid-column: 1 / -1;
    font-family: var(--agent-font, inherit);
    color: var(--_text);
    ${tokens}
  }
  ${pieceStyles}
`;
