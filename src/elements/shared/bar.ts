/** A bar along the row of a table, as long as its number is great next to the others. */
import { css, html, type TemplateResult } from 'lit';

interface BarKind {
  /** Of what the other groups make together. */
  isRest?: boolean;
  isNegative?: boolean;
}

/** `lengthOfOne`: the longest bar is 1. `height` is in pixels. */
export function barView(lengthOfOne: number, height: number, { isRest, isNegative }: BarKind = {}): TemplateResult {
  const radius = Math.min(3, height / 2);
  return html`<svg class="bar" part="bar" width="100%" height=${height} aria-hidden="true" focusable="false" ?data-rest=${isRest} ?data-negative=${isNegative}>
    <rect width="100%" height=${height} rx=${radius}></rect><rect class="fill" width="${lengthOfOne * 100}%" height=${height} rx=${radius}></rect>
  </svg>`;
}

export const barStyles = css`
  .bar {
    display: block;
    fill: var(--_hover);
  }
  .bar .fill {
    fill: var(--_accent);
  }
  [dir='rtl'] .bar {
    transform: scaleX(-1);
  }
  @media (forced-colors: active) {
    .bar {
      fill: Canvas;
    }
    .bar rect.fill {
      fill: Highlight;
    }
  }
`;
