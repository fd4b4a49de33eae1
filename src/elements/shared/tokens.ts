/** Every colour, font, space, radius and shadow, with a fallback that fits the page: declarations for the outermost element of a shadow root. */
import { css } from 'lit';

export const tokens = css`
  --_text: var(--agent-text, CanvasText);
  --_page: var(--agent-page, Canvas);
  --_surface: var(--agent-surface, color-mix(in oklab, var(--_text) 2%, var(--_page)));
  --_muted: var(--agent-muted, color-mix(in oklab, var(--_text) 66%, var(--_page)));
  --_line: var(--agent-line, color-mix(in oklab, var(--_text) 14%, var(--_page)));
  --_control-line: var(--agent-control-line, color-mix(in oklab, var(--_text) 48%, var(--_page)));
  --_hover: var(--agent-hover, color-mix(in oklab, var(--_text) 6%, var(--_page)));
  --_accent: var(--agent-accent, var(--agent-theme-accent, light-dark(#2457c5, #8ab0ff)));
  --_good: var(--agent-good, light-dark(#17693a, #6fd39a));
  --_bad: var(--agent-bad, light-dark(#b3261e, #ff9d94));
  --_space: var(--agent-space, 0.25em);
  --_radius: var(--agent-radius, 0.5em);
  --_control-radius: var(--agent-control-radius, 0.25em);
  --_shadow: var(--agent-shadow, none);
  --_caption: var(--agent-caption-size, 0.8125em);
`;
