/** A list as an attribute: values separated by commas. */
import type { ComplexAttributeConverter } from 'lit';

export const listConverter: ComplexAttributeConverter<string[] | undefined> = {
  fromAttribute(text) {
    const values = (text ?? '')
      .split(',')
      .map((value) => value.trim())
      .filter(Boolean);
    return values.length > 0 ? values : undefined;
  },
  toAttribute: (values) => values?.join(',') ?? null,
};

/** Names with texts as an attribute: `overview:How it went;gaps:Open topics`, percent-encoded where a text holds `;` or `%`. */
export const pairsConverter: ComplexAttributeConverter<Record<string, string> | undefined> = {
  fromAttribute(text) {
    const pairs = (text ?? '').split(';').flatMap((pair): [string, string][] => {
      const colon = pair.indexOf(':');
      return colon < 1 ? [] : [[pair.slice(0, colon).trim(), decode(pair.slice(colon + 1).trim())]];
    });
    return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
  },
  toAttribute: (pairs) =>
    pairs
      ? Object.entries(pairs)
          .map(([name, text]) => `${name}:${text.replaceAll('%', '%25').replaceAll(';', '%3B')}`)
          .join(';')
      : null,
};

/** An author's lone % is a %. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
