/** Who a conversation was with: initials, or a sign for nobody known. */
import { css, html, type TemplateResult } from 'lit';
import type { Profile } from '../../core/facts/conversations.js';
import { icon } from './icons.js';

/** One or two letters; `undefined` where there are none, as in a phone number. */
function initialsOf(profile: Profile | null | undefined): string | undefined {
  const words = (profile?.name?.trim() || profile?.email?.trim() || '')
    .split('@')[0]!
    .split(/[\s._-]+/u)
    .flatMap((word) => /\p{L}/u.exec(word)?.[0] ?? []);
  const letters = words.length > 1 ? `${words[0]}${words.at(-1)}` : words[0];
  return letters?.toUpperCase();
}

export function avatar(profile: Profile | null | undefined): TemplateResult {
  return html`<span class="avatar" part="avatar" aria-hidden="true">${initialsOf(profile) ?? icon('person')}</span>`;
}

export const avatarStyles = css`
  .avatar {
    flex: none;
    display: inline-grid;
    place-items: center;
    inline-size: 2em;
    block-size: 2em;
    border-radius: 50%;
    font-size: 0.75em;
    font-weight: 600;
    line-height: 1;
    color: var(--_muted);
    background: var(--_hover);
  }
`;
