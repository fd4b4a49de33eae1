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
  .group > summary {
    margin-block-end: calc(var(--_space) * 3);
    min-block-size: 24px;
    color: var(--_muted);
    cursor: pointer;
  }
  .group-heading {
    display: inline;
    font-size: 1em;
    font-weight: 600;
  }
  .card .heading {
    margin: 0 0 calc(var(--_space) * 2);
    font-size: 1em;
  }
  .no-facts {
    margin: 0;
    font-size: var(--_caption);
    color: var(--_muted);
  }
  .card:not(:defined) {
    display: none;
  }
  @container (min-width: 58em) {
    .parts {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    .parts > * {
      grid-column: 1 / -1;
    }
    .parts > .two-thirds {
      grid-column: span 4;
    }
    .parts > .half {
      grid-column: span 3;
    }
    .parts > .third {
      grid-column: span 2;
    }
    .parts > .two-thirds:not(:has(+ .third)):not(.third + *) {
      grid-column: 1 / -1;
    }
  }
`;
