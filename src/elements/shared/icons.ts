/** Small pictures as SVG. They say nothing to a screen reader; a word beside them does. */
import { svg, type TemplateResult } from 'lit';

const PATHS = {
  up: 'M6 2.5 10 7H7.2v3.5H4.8V7H2z',
  down: 'M6 9.5 2 5h2.8V1.5h2.4V5H10z',
  same: 'M2 4h8v1.4H2zM2 6.8h8v1.4H2z',
  download: 'M5.3 1.2h1.4v4.4h2.1L6 8.6 3.2 5.6h2.1zM1.8 9.4h8.4v1.4H1.8z',
  pointer: 'M3 1.2 10 6 6.8 6.8 8.4 10.2 7.1 10.8 5.5 7.4 3 9.6z',
  cart: 'M.8 1.8h1.9l.4 1.5h7.8L9.7 7.7H4L2.1 3H.8zM4.7 8.7a1 1 0 1 1 0 2 1 1 0 0 1 0-2zm3.9 0a1 1 0 1 1 0 2 1 1 0 0 1 0-2z',
  handoff: 'M1.4 5.2h5.9L5.3 3.2l1-1L10 6 6.3 9.8l-1-1 2-2H1.4z',
  closed: 'M3 5V4a3 3 0 0 1 6 0v1h1v6H2V5zm1.4 0h3.2V4a1.6 1.6 0 0 0-3.2 0z',
  star: 'M6 .8l1.5 3.3 3.6.4-2.7 2.4.8 3.6L6 8.7l-3.2 1.8.8-3.6L.9 4.5l3.6-.4z',
  person: 'M6 6.2a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2zM1.2 11c.3-2.4 2.2-3.8 4.8-3.8s4.5 1.4 4.8 3.8z',
  search: 'M5 1a4 4 0 0 1 3.3 6.3l2.8 2.8-1 1-2.8-2.8A4 4 0 1 1 5 1zm0 1.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4z',
  clock:
    'M6 .8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 6 .8zm0 1.4a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6zm-.7 1.4h1.4v2.1l1.6 1-.7 1.2-2.3-1.4z',
  check: 'M4.7 9.9 1.3 6.4l1-1 2.4 2.5 5-5.4 1 1z',
  cross: 'M2.7 1.7 6 5l3.3-3.3 1 1L7 6l3.3 3.3-1 1L6 7l-3.3 3.3-1-1L5 6 1.7 2.7z',
  open: 'M1.6 3.9 6 8.3l4.4-4.4-1-1L6 6.3 2.6 2.9z',
  back: 'M8.2 1.6 3.8 6l4.4 4.4 1-1L5.8 6l3.4-3.4z',
  forward: 'M3.8 1.6 8.2 6l-4.4 4.4-1-1L6.2 6 2.8 2.6z',
  alert: 'M6 .8 11.6 11H.4zM5.3 4.4v3.2h1.4V4.4zM5.3 8.4v1.4h1.4V8.4z',
  grip: 'M3 1.5h2v2H3zM7 1.5h2v2H7zM3 5h2v2H3zM7 5h2v2H7zM3 8.5h2v2H3zM7 8.5h2v2H7z',
  refresh: 'M6 1.4a4.6 4.6 0 0 1 3.6 1.7V1.6H11v4H7V4.2h1.8A3.2 3.2 0 1 0 9.2 6h1.4A4.6 4.6 0 1 1 6 1.4z',
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): TemplateResult {
  return svg`<svg class="icon" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false"><path fill="currentColor" fill-rule="evenodd" d=${PATHS[name]}></path></svg>`;
}
