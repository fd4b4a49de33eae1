/** Addresses come from data: only those that lead somewhere harmless become links. */
const SAFE = /^(?:https?:\/\/|mailto:|tel:)/i;
const SAFE_PROTOCOLS = ['http:', 'https:', 'mailto:', 'tel:'];

/** The address to link to; `undefined`: it stays text. Sign-in names before an `@` hide where a link leads, so they make none. */
export function safeUrl(text: string): string | undefined {
  const trimmed = text.trim();
  if (!SAFE.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  const url = new URL(trimmed);
  return SAFE_PROTOCOLS.includes(url.protocol) && !url.username && !url.password ? url.href : undefined;
}
