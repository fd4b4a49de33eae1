/**
 * Colours of series. The seven and the rest differ for people with and without a colour vision deficiency and keep 3 : 1 against pages
 * and cards; a test computes it. In greyscale the gap between pieces, the order of the legend and the table tell them apart. A key has the
 * same colour in every widget, whatever is filtered.
 */
import { css } from 'lit';

/** Names of the tokens, in the order in which values take them. */
export const SERIES_TOKENS = [
  'series-1',
  'series-2',
  'series-3',
  'series-4',
  'series-5',
  'series-6',
  'series-7',
] as const;
export const OTHER_TOKEN = 'series-other';

export type SeriesToken = (typeof SERIES_TOKENS)[number] | typeof OTHER_TOKEN | `status-${string}`;

const FIXED = new Map<string, readonly string[]>([
  ['status', ['resolved', 'routed', 'closed', 'open']],
  ['outcome', ['resolved', 'unresolved', 'open']],
]);

/**
 * The token of each value: statuses have their own, the first seven values of a dimension one each, and what comes after takes what is
 * free among those shown.
 */
export function assignTokens(dimension: string, shown: readonly string[], known: readonly string[]): SeriesToken[] {
  if (FIXED.has(dimension))
    return shown.map((value): SeriesToken => (FIXED.get(dimension)!.includes(value) ? `status-${value}` : OTHER_TOKEN));
  const own = shown.map((value) => SERIES_TOKENS[known.indexOf(value)]);
  const free = SERIES_TOKENS.filter((token) => !own.includes(token));
  return own.map((token) => token ?? free.shift() ?? OTHER_TOKEN);
}

export const paletteStyles = css`
  :host {
    --_series-1: var(--agent-series-1, light-dark(#4e75de, #7192f4));
    --_series-2: var(--agent-series-2, light-dark(#c37d07, #d89301));
    --_series-3: var(--agent-series-3, light-dark(#0e6355, #25cf9c));
    --_series-4: var(--agent-series-4, light-dark(#b34894, #ffafed));
    --_series-5: var(--agent-series-5, light-dark(#6536a1, #9b65bb));
    --_series-6: var(--agent-series-6, light-dark(#856f3c, #c6db5f));
    --_series-7: var(--agent-series-7, light-dark(#942c06, #c85a34));
    --_series-other: var(--agent-series-other, light-dark(#8b8f97, #8e929b));
    --_status-resolved: var(--agent-status-resolved, light-dark(#0e6355, #25cf9c));
    --_status-routed: var(--agent-status-routed, light-dark(#c37d07, #d89301));
    --_status-closed: var(--agent-status-closed, light-dark(#b34894, #ffafed));
    --_status-unresolved: var(--agent-status-unresolved, light-dark(#b34894, #ffafed));
    --_status-open: var(--agent-status-open, light-dark(#4e75de, #7192f4));
  }
  [data-token='series-1'] { color: var(--_series-1); }
  [data-token='series-2'] { color: var(--_series-2); }
  [data-token='series-3'] { color: var(--_series-3); }
  [data-token='series-4'] { color: var(--_series-4); }
  [data-token='series-5'] { color: var(--_series-5); }
  [data-token='series-6'] { color: var(--_series-6); }
  [data-token='series-7'] { color: var(--_series-7); }
  [data-token='series-other'] { color: var(--_series-other); }
  [data-token='status-resolved'] { color: var(--_status-resolved); }
  [data-token='status-routed'] { color: var(--_status-routed); }
  [data-token='status-closed'] { color: var(--_status-closed); }
  [data-token='status-unresolved'] { color: var(--_status-unresolved); }
  [data-token='status-open'] { color: var(--_status-open); }
  [data-token='text'] { color: var(--_text); }
  [data-token='muted'] { color: var(--_muted); }
  [data-token='line'] { color: var(--_line); }
  [data-token='grid'] { color: color-mix(in oklab, var(--_line) 60%, transparent); }
  [data-token='page'] { color: var(--_page); }
  [data-token='accent'] { color: var(--_accent); }
  @media (forced-colors: active) {
    [data-token] { forced-color-adjust: none; }
    [data-token='text'], [data-token='muted'] { color: CanvasText; }
    [data-token='line'] { color: GrayText; }
    [data-token='grid'] { color: GrayText; }
    [data-token='page'] { color: Canvas; }
    [data-token='accent'] { color: Highlight; }
  }
`;
