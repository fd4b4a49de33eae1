/** A list of records: a table where there is room, cards where there is none. */
import { css } from 'lit';

export const listStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: calc(var(--_caption) * 1.0769);
    line-height: 1.45;
  }
  :is(th, td) {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2);
    text-align: start;
    font-weight: inherit;
    border-block-end: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  :is(th, td)[data-number] {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  thead th {
    position: sticky;
    inset-block-start: var(--agent-sticky-offset, 0px);
    z-index: 1;
    padding-block: calc(var(--_space) * 1);
    font-size: var(--_caption);
    color: var(--_muted);
    background: var(--_page);
    overflow-wrap: normal;
    word-break: keep-all;
  }
  .sort {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1);
    min-block-size: 24px;
    min-inline-size: 24px;
    padding: 0;
    border: 0;
    font: inherit;
    text-align: inherit;
    color: inherit;
    background: none;
    cursor: pointer;
  }
  th[aria-sort] .sort {
    color: var(--_text);
    font-weight: 600;
  }
  .sort:hover {
    text-decoration: underline;
  }
  .sort .icon {
    flex: none;
  }
  tbody tr:hover {
    background: var(--_hover);
  }
  tbody tr:focus-within {
    background: var(--_surface);
  }
  td > bdi {
    display: inline-block;
    max-inline-size: 12em;
    overflow-wrap: break-word;
  }
  :is(.pill, time) {
    overflow-wrap: normal;
  }
  .open {
    display: block;
    inline-size: 100%;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    font: inherit;
    text-align: start;
    color: inherit;
    background: none;
    cursor: pointer;
    scroll-margin-block: calc(var(--agent-sticky-offset, 0px) + 4em);
  }
  .question {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    font-weight: 500;
  }
  .aside,
  .name {
    font-size: var(--_caption);
    color: var(--_muted);
  }
  .aside {
    display: block;
  }
  .name {
    display: none;
  }
  time {
    position: relative;
  }
  .id {
    font-size: var(--_caption);
    font-variant-numeric: tabular-nums;
  }
  @container (inline-size < 48em) {
    thead {
      display: none;
    }
    :is(table, tbody) {
      display: block;
    }
    tbody tr {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 1.5) calc(var(--_space) * 4);
      padding: calc(var(--_space) * 3);
      margin-block-end: calc(var(--_space) * 2);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
    tbody :is(th, td) {
      display: block;
      max-inline-size: 100%;
      padding: 0;
      border: 0;
    }
    tbody [data-number] {
      text-align: start;
    }
    tbody th {
      flex: 1 1 100%;
    }
    td > bdi {
      max-inline-size: 100%;
    }
    .name {
      display: inline;
    }
    .name::after {
      content: ':\\00a0';
    }
  }
  @media (forced-colors: active) {
    tbody tr:hover {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
  }
`;
