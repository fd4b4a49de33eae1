/** Which languages there are. English is always here; the others come when a page asks for them, or are the page's own. */
import { messages as english } from './en.js';
import { checkMessages, mergeMessages, unknownWords, type PartialMessages } from './merge-messages.js';
import type { Messages } from './messages.js';

const loaders = new Map<string, () => Promise<{ messages: Messages }>>([
  ['de', () => import('./de.js')],
  ['fi', () => import('./fi.js')],
  ['ko', () => import('./ko.js')],
]);

const loaded = new Map<string, Messages>([['en', english]]);
/** Languages of the kit whose words could not be fetched. */
const unavailable = new Set<string>();
/** What pages have registered, all calls together. */
const own = new Map<string, PartialMessages>();
/** Answers of `findMessages`: the same words are the same object. */
const found = new Map<string, Messages>();
const listeners = new Set<() => void>();

/**
 * Adds words in the language of `messages.code`, at any time and in any number of calls. What is not in them stays as the kit has it: in that
 * language, in the language of that region, else in English.
 */
export function registerMessages(messages: PartialMessages): void {
  checkMessages(messages, english);
  for (const place of unknownWords(messages, english)) warnOnce(place);
  const [code = messages.code] = Intl.getCanonicalLocales(messages.code);
  const key = code.toLowerCase();
  own.set(key, { ...mergeMessages(own.get(key) ?? { code }, messages, english), code });
  found.clear();
  for (const listener of [...listeners]) listener();
}

const warned = new Set<string>();

function warnOnce(place: string): void {
  if (warned.has(place)) return;
  warned.add(place);
  console.warn(
    `registerMessages: no widget says the words at "${place}". The type Messages lists all keys, in agent-metrics-kit/dist/locales/messages.d.ts.`,
  );
}

/** Calls back after each registration, until the function that it returns is called. */
export function onMessagesChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The words for a BCP 47 tag: of the tag itself, else of its language, else English. `undefined`: they have to be loaded first. */
export function findMessages(language: string): Messages | undefined {
  const codes = codesOf(language);
  if (codes.some((code) => isPending(code) && !(unavailable.has(code) && hasOwn(codes)))) return undefined;
  const [known] = codes.filter((code) => loaded.has(code) || own.has(code));
  if (known === undefined) return wordsOf(['en']);
  return wordsOf(codes.slice(codes.indexOf(known)));
}

/** Brings the words of a language; English where there are none. Throws where they cannot be fetched and the page has none of its own. */
export async function loadMessages(language: string): Promise<Messages> {
  const codes = codesOf(language);
  for (const code of codes.filter(isPending)) {
    try {
      loaded.set(code, (await loaders.get(code)!()).messages);
    } catch (error) {
      unavailable.add(code);
      if (!hasOwn(codes)) throw error;
    }
    found.clear();
  }
  return findMessages(language)!;
}

const isPending = (code: string): boolean => loaders.has(code) && !loaded.has(code);
const hasOwn = (codes: readonly string[]): boolean => codes.some((code) => own.has(code));

/** From English to the most exact code, each over the one before. */
function wordsOf(codes: readonly string[]): Messages {
  const key = codes[0]!;
  if (!found.has(key)) found.set(key, codes.includes('en') ? layered(codes) : layered([...codes, 'en']));
  return found.get(key)!;
}

function layered(codes: readonly string[]): Messages {
  return codes.toReversed().reduce((words, code) => {
    const base = loaded.get(code) ?? words;
    const over = own.get(code);
    return over ? mergeMessages(base, over, english) : base;
  }, english);
}

/** `de-AT` is found as `de`: from the tag itself to its language, in small letters. */
function codesOf(language: string): string[] {
  const parts = language.toLowerCase().split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}
