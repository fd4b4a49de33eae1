import type { Profile } from './facts/conversations.js';

/** How a person is called: name, else e-mail, else phone. `undefined`: anonymous. */
export function profileName(profile: Profile | null | undefined): string | undefined {
  return profile?.name?.trim() || profile?.email?.trim() || profile?.phone?.trim() || undefined;
}
