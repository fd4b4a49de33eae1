/** What only rows of conversations have. */
import { css } from 'lit';

export const rowStyles = css`
  tbody tr {
    cursor: pointer;
  }
  thead [data-column='first-question'] {
    inline-size: 32%;
  }
  thead [data-column='profile'] {
    inline-size: 20%;
  }
  .profile {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  mark {
    color: inherit;
    background: color-mix(in oklab, var(--_status-routed) 45%, transparent);
    border-radius: 0.15em;
  }
  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
  }
`;
