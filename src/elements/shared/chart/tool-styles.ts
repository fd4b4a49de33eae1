/** Title and tools over a chart. */
import { css } from 'lit';

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
