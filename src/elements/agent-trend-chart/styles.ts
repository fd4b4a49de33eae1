import { css } from 'lit';

export const styles = css`
  .headline {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2);
    margin: 0 0 calc(var(--_space) * 3);
    font-size: var(--_caption);
    color: var(--_muted);
  }
  .amount {
    font-size: calc(1.75em / 0.8125);
    font-weight: 600;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
    color: var(--_text);
  }
`;
