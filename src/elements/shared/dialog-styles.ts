/** The open conversation: a sheet above the page, the whole screen on a phone. */
import { css } from 'lit';

export const dialogStyles = css`
  dialog {
    inline-size: min(46em, 100vw - 2em);
    block-size: min(56em, 100dvh - 2em);
    max-inline-size: none;
    max-block-size: none;
    margin: auto;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    color: var(--_text);
    background: var(--_page);
    overflow-y: auto;
    overscroll-behavior: contain;
    scroll-padding-block-start: 5em;
  }
  dialog[open] {
    animation: appear 140ms ease-out;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  /* The sheet itself scrolls, so that the keys do so from the title on, which has the focus first. */
  .bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    background: var(--_page);
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-block-end: 1px solid var(--_line);
  }
  .bar h2 {
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    font-size: 1em;
    font-weight: 600;
  }
  .bar h2:focus {
    outline: none;
  }
  .bar .place {
    margin-inline-start: calc(var(--_space) * 1);
    font-size: var(--_caption);
    font-weight: 400;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  dialog .trouble {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4.9231) 0;
  }
  .body {
    padding: calc(var(--_space) * 4);
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(0.5em);
    }
  }
  @media (width < 40em) {
    dialog {
      inline-size: 100vw;
      block-size: 100dvh;
      border: 0;
      border-radius: 0;
    }
    .body {
      padding-inline: calc(var(--_space) * 3);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    dialog[open] {
      animation: none;
    }
  }
`;
