/** Filters as an object and as the flat text of an attribute: `channel:web-chat,sms;status:routed`, percent-encoded. */
import type { Filters } from './query.js';

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Checks and copies; text is read as the attribute's form. Throws a `TypeError` that names what does not fit. */
export function parseFilters(filters: Filters | string | null | undefined): Filters {
  if (filters === null || filters === undefined || filters === '') return {};
  if (typeof filters === 'string') return mergeEntries(filters.split(';').filter(Boolean).map(parseEntry));
  if (typeof filters !== 'object' || Array.isArray(filters))
    throw new TypeError(`Filters are ${JSON.stringify(filters)}. Use an object of lists, as in { channel: ["sms"] }.`);
  for (const [name, values] of Object.entries(filters)) {
    if (!Array.isArray(values) || !values.every((value) => typeof value === 'string')) {
      throw new TypeError(
        `Filter "${name}" is ${JSON.stringify(values)}. Use a list of texts, as in { channel: ["sms"] }.`,
      );
    }
  }
  return filters;
}

/** The attribute's form, with names in order, so that equal filters are equal text. */
export function formatFilters(filters: Filters): string {
  return Object.entries(filters)
    .filter(([, values]) => values.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, values]) => `${encodeName(name)}:${formatTexts(values)}`)
    .join(';');
}

/** Texts separated by commas, percent-encoded. */
export function formatTexts(texts: readonly string[]): string {
  return texts.map(encode).join(',');
}

/** Throws a `TypeError` that names what is not percent-encoded. */
export function parseTexts(text: string): string[] {
  return text.split(',').map(decode);
}

/** A name that comes again adds the values it did not have. */
function mergeEntries(entries: readonly [string, string[]][]): Filters {
  const merged = new Map<string, string[]>();
  for (const [name, values] of entries) {
    const known = merged.get(name) ?? [];
    merged.set(name, [...known, ...values.filter((value) => !known.includes(value))]);
  }
  return Object.fromEntries(merged);
}

function parseEntry(entry: string): [string, string[]] {
  const colon = entry.indexOf(':');
  if (colon < 1)
    throw new TypeError(`Filter "${entry}" has no values. Write name:value,value and separate filters by ";".`);
  return [decode(entry.slice(0, colon)), parseTexts(entry.slice(colon + 1))];
}

// The leading "!" of a negation stays readable.
const encodeName = (name: string): string => (name.startsWith('!') ? `!${encode(name.slice(1))}` : encode(name));

/** Half a surrogate pair has no encoding; it becomes the replacement character. */
const encode = (text: string): string => encodeURIComponent(text.replace(LONE_SURROGATE, '\uFFFD'));

function decode(text: string): string {
  try {
    return decodeURIComponent(text.trim());
  } catch {
    throw new TypeError(`Text "${text}" is not percent-encoded. Write % as %25.`);
  }
}
