import { css } from 'lit';

export const styles = css`
  .page {
    display: grid;
    gap: calc(var(--_space) * 6);
    min-inline-size: 0;
  }
  agent-metrics-provider {
    display: contents;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
  }
  .title {
    margin: 0;
    font-size: 1.375em;
    font-weight: 600;
    line-height: 1.3;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }
  .age {
    font-size: var(--_caption);
    color: var(--_muted);
  }
  .button .icon {
    vertical-align: -0.1em;
    margin-inline-end: calc(var(--_space) * 1);
  }
  .frame:not(:has(*)) {
    display: none;
  }
  .frame .notice {
    margin: 0;
  }
  .frame .notice + .notice {
    margin-block-start: calc(var(--_space) * 2);
  }
  .top,
  .section,
  .parts {
    display: grid;
    gap: calc(var(--_space) * 4);
    min-inline-size: 0;
  }
  .parts {
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  .section .heading {
    margin: 0;
    font-size: 1.125em;
  }
  .card {
    padding: calc(var(--_space) * 4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_page);
    box-shadow: var(--_shadow);
  }
  @container (min-width: 58em) {
    .parts {
      grid-template-columns: minmax(0, 2fr) minmax(18em, 1fr);
    }
    .parts > :not(.wide, .narrow) {
      grid-column: 1 / -1;
    }
    .wide:last-child {
      grid-column: 1 / -1;
    }
  }
`;
