/**
 * Colours of series. The seven and the rest keep their distance for deuteranopes, protanopes and in greyscale, and 3 : 1 against the
 * page; a test computes it. A key has the same colour in every widget, whatever is filtered.
 */
import { css } from 'lit';

/** Names of the tokens, in the order in which values take them. */
export const SERIES_TOKENS = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6', 'series-7'] as const;
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
  if (FIXED.has(dimension)) return shown.map((value): SeriesToken => (FIXED.get(dimension)!.includes(value) ? `status-${value}` : OTHER_TOKEN));
  const own = shown.map((value) => SERIES_TOKENS[known.indexOf(value)]);
  const free = SERIES_TOKENS.filter((token) => !own.includes(token));
  return own.map((token) => token ?? free.shift() ?? OTHER_TOKEN);
}

export const paletteStyles = css`
  :host {
    --_series-1: var(--agent-series-1, light-dark(#3167d4, #78a5ec));
    --_series-2: var(--agent-series-2, light-dark(#da791c, #edb066));
    --_series-3: var(--agent-series-3, light-dark(#288d82, #58e8dc));
    --_series-4: var(--agent-series-4, light-dark(#7f3e6b, #ef5491));
    --_series-5: var(--agent-series-5, light-dark(#374a08, #d5fa31));
    --_series-6: var(--agent-series-6, light-dark(#450588, #9a54e2));
    --_series-7: var(--agent-series-7, light-dark(#480610, #9e4a3d));
    --_series-other: var(--agent-series-other, light-dark(#626258, #abb1bd));
    --_status-resolved: var(--agent-status-resolved, light-dark(#288d82, #58e8dc));
    --_status-routed: var(--agent-status-routed, light-dark(#da791c, #edb066));
    --_status-closed: var(--agent-status-closed, light-dark(#7f3e6b, #ef5491));
    --_status-unresolved: var(--agent-status-unresolved, light-dark(#7f3e6b, #ef5491));
    --_status-open: var(--agent-status-open, light-dark(#3167d4, #78a5ec));
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
