/** Which languages there are. English is always here; the others come when a page asks for them. */
import { messages as english } from './en.js';
import type { Messages } from './messages.js';

const loaders = new Map<string, () => Promise<{ messages: Messages }>>([
  ['de', () => import('./de.js')],
  ['fi', () => import('./fi.js')],
  ['ko', () => import('./ko.js')],
]);

const loaded = new Map<string, Messages>([['en', english]]);

/** Adds a language, or replaces one. `messages.code` says which. */
export function registerMessages(messages: Messages): void {
  loaded.set(messages.code.toLowerCase(), messages);
}

/** The words for a BCP 47 tag: of the tag itself, else of its language, else English. `undefined`: they have to be loaded first. */
export function findMessages(language: string): Messages | undefined {
  const code = matchingCode(language);
  return code === undefined ? english : loaded.get(code);
}

/** Brings the words of a language; English where there are none. */
export async function loadMessages(language: string): Promise<Messages> {
  const code = matchingCode(language);
  if (code === undefined) return english;
  const known = loaded.get(code);
  if (known) return known;
  const { messages } = await loaders.get(code)!();
  loaded.set(code, messages);
  return messages;
}

/** `de-AT` is found as `de`. */
function matchingCode(language: string): string | undefined {
  const parts = language.toLowerCase().split('-');
  for (let length = parts.length; length > 0; length--) {
    const code = parts.slice(0, length).join('-');
    if (loaded.has(code) || loaders.has(code)) return code;
  }
  return undefined;
}
