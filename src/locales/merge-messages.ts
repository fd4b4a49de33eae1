/** Words that a page writes itself, laid over those of a language. */
import type { Counted, Messages } from './messages.js';

/** As many of the words as the page wants; forms of a counted text come all together, a text alone is its `other`. */
type Some<T> = T extends string ? T : T extends Counted ? T | string : { [K in keyof T]?: Some<T[K]> | undefined };
export type PartialMessages = Some<Omit<Messages, 'code'>> & Pick<Messages, 'code'>;

type Words = Readonly<Record<string, unknown>>;

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** Where a page may have names of its own: of metrics, columns, values and sections. */
const OPEN: ReadonlySet<string> = new Set([
  'metrics',
  'values',
  'dimensions',
  'records.columns',
  'dashboard.titles',
  'dashboard.sections',
  'dashboard.headings',
  'dashboard.groups',
]);

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCounted = (value: unknown): boolean =>
  isWords(value) && 'other' in value && Object.keys(value).every((key) => CATEGORIES.includes(key));

/** `own` over `base`, word by word. `shape`, the English words, says which texts are counted: their forms are never mixed. */
export function mergeMessages<M extends PartialMessages>(base: M, own: PartialMessages, shape: Messages): M {
  return merge(base, own, shape) as M;
}

function merge(base: unknown, own: Words, shape: unknown): Words {
  const known: Words = isWords(base) ? base : {};
  const added = Object.entries(own).flatMap(([key, value]): [string, unknown][] => {
    if (value === undefined) return [];
    const expected = entry(shape, key);
    if (isCounted(expected) && typeof value === 'string') return [[key, { other: value }]];
    return [[key, isWords(value) && !isCounted(expected) ? merge(entry(known, key), value, expected) : value]];
  });
  return Object.fromEntries([...Object.entries(known), ...added]);
}

/** Refuses what no widget could say, and names the place. */
export function checkMessages(own: unknown, shape: Messages): asserts own is PartialMessages {
  if (!isWords(own)) throw new TypeError(`registerMessages takes an object of words, not ${describe(own)}.`);
  const { code, ...words } = own;
  if (typeof code !== 'string' || !isLanguage(code))
    throw new TypeError(
      `registerMessages needs the "code" of a language, such as "nl" or "pt-BR"; it is ${describe(code)}.`,
    );
  checkWords(words, shape, []);
}

function checkWords(own: Words, shape: unknown, path: readonly string[]): void {
  for (const [key, value] of Object.entries(own)) {
    if (value !== undefined) checkValue(value, entry(shape, key), [...path, key]);
  }
}

function checkValue(value: unknown, expected: unknown, path: readonly string[]): void {
  const wanted = wantedInstead(value, expected, path);
  if (wanted !== undefined)
    throw new TypeError(`The words at "${path.join('.')}" have to be ${wanted}, not ${describe(value)}.`);
  if (isWords(value)) checkWords(value, isCounted(expected) ? undefined : expected, path);
}

/** What has to stand in place of the value; `undefined` if it may stay. */
function wantedInstead(value: unknown, expected: unknown, path: readonly string[]): string | undefined {
  const isText = typeof value === 'string';
  if (isCounted(expected))
    return isText || isCountedText(value) ? undefined : 'a text, or an object of plural forms with at least "other"';
  if (typeof expected === 'string') return isText ? undefined : 'a text';
  if (isWords(value)) return undefined;
  if (isWords(expected)) return 'an object of words';
  if (path.length === 2 && path[0] === 'metrics') return 'an object with "label", "description" or "rule"';
  return isText ? undefined : 'a text';
}

/** The places of words that no widget says, as `range.lable`. */
export function unknownWords(own: PartialMessages, shape: Messages): string[] {
  return unknownIn(own, { ...shape }, '');
}

function unknownIn(own: Words, shape: Words, path: string): string[] {
  return Object.entries(own).flatMap(([key, value]) => {
    const place = path + key;
    if (value === undefined || OPEN.has(place)) return [];
    const expected = entry(shape, key);
    if (expected === undefined) return [place];
    return isWords(value) && isWords(expected) && !isCounted(expected) ? unknownIn(value, expected, `${place}.`) : [];
  });
}

const isCountedText = (value: unknown): boolean => isWords(value) && typeof value['other'] === 'string';
const entry = (words: unknown, key: string): unknown =>
  isWords(words) && Object.hasOwn(words, key) ? words[key] : undefined;

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'string' ? `the text "${value}"` : String(value);
}

function isLanguage(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length > 0;
  } catch {
    return false;
  }
}
