/** Dimensions that the host says where to find, and values that are translated. */
import type { Finding } from './adapter-options.js';
import { toText, valueAt } from './read-value.js';
import type { Mapping, Row } from './vendor.js';

export function findValue(finding: Finding | undefined, row: Row, tags: readonly string[]): string | undefined {
  if (finding === undefined) return undefined;
  if ('field' in finding) return valueAt(row, finding.field);
  const tag = tags.find((one) => Object.hasOwn(finding.tags, one));
  return tag === undefined ? undefined : finding.tags[tag];
}

/** A conversation has one tag; unless the host says which, it is the first. */
export function findTag(
  row: Row,
  tags: readonly string[],
  { options, report }: Mapping,
  field: string,
  example: string,
): string | undefined {
  if (options.tag) return findValue(options.tag, row, tags);
  if (tags.length > 1) report.assume(field, 'the first of several is the tag', example);
  return tags[0];
}

/** Ours for a vendor's word. A word that nobody documented stays as it is and is reported. */
export function translate(
  value: unknown,
  words: Readonly<Record<string, string>>,
  field: string,
  example: string,
  { report }: Mapping,
): string | undefined {
  const text = toText(value)?.trim();
  if (text === undefined) return undefined;
  if (Object.hasOwn(words, text)) return words[text] || undefined;
  report.unknown(field, text, example);
  return text;
}
