/** Small pictures as SVG. They say nothing to a screen reader; a word beside them does. */
import { svg, type TemplateResult } from 'lit';

const PATHS = {
  up: 'M6 2.5 10 7H7.2v3.5H4.8V7H2z',
  down: 'M6 9.5 2 5h2.8V1.5h2.4V5H10z',
  same: 'M2 4h8v1.4H2zM2 6.8h8v1.4H2z',
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): TemplateResult {
  return svg`<svg class="icon" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false"><path fill="currentColor" fill-rule="evenodd" d=${PATHS[name]}></path></svg>`;
}
