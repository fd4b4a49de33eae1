/** Values as vendors write them: numbers as texts, seconds, times without a zone. */
import { formatInstant, isInstant, parseInstant } from '../../core/time/instant.js';
import { zoneOffsets } from '../../core/time/zone.js';
import type { Mapping, Part, Row } from './vendor.js';
import type { AdapterOptions, Finding } from './adapter-options.js';

const FIRST_MILLISECOND = 1e11;
const TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(\.\d+)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/;
const IS_UTC = /^(UTC|[+-]00:?00)$/;
const DAY_FIRST = /^(\d\d)-(\d\d)-(\d{4}) /;

/** Text of a text or number that says something. */
export function toText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** As `toText`, but 0 is no id. */
export function toId(value: unknown): string | undefined {
  const text = toText(value)?.trim();
  return text === '0' ? undefined : text;
}

export function toNumber(value: unknown): number | undefined {
  const text = toText(value);
  const number = text === undefined ? NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

export function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}

export function toRow(value: unknown): Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : {};
}

/** The texts of a list, such as tags. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? (value as unknown[]).flatMap((one) => toText(one) ?? []) : [];
}

/** The objects of a list, which may stand in an object of the same name as `{ type, tags: […] }` does. */
export function toRows(value: unknown, name?: string): Row[] {
  const list = Array.isArray(value) ? (value as unknown[]) : name === undefined ? [] : toRow(value)[name];
  return Array.isArray(list) ? list.filter((one): one is Row => typeof one === 'object' && one !== null) : [];
}

/** Seconds or milliseconds of the epoch, or a text; what cannot be read, or names a time that does not exist, is reported. */
export function toInstant(
  value: unknown,
  field: string,
  example: string,
  { options, report }: Mapping,
): string | undefined {
  const text = toText(value)?.trim();
  if (text === undefined || text === '0') return undefined;
  if (/^\d{9,14}(?:\.\d+)?$/.test(text))
    return formatInstant(Math.round(Number(text) >= FIRST_MILLISECOND ? Number(text) : Number(text) * 1000));
  const { instant, hasZone } = readTime(text);
  if (!isInstant(instant)) {
    report.unknown(field, value, example);
    return undefined;
  }
  if (hasZone) return instant;
  report.assume(field, `has no zone, read as ${options.timeZone ?? 'UTC'}`, example);
  return options.timeZone === undefined
    ? instant
    : formatInstant(zoneOffsets(options.timeZone).firstInstant(parseInstant(instant)));
}

/** The text as ISO 8601, in UTC where it names no zone. */
function readTime(text: string): { instant: string; hasZone: boolean } {
  const [, day, clock = '00:00', seconds = ':00', part = '', zone] =
    TIME.exec(text.replace(DAY_FIRST, '$3-$2-$1 ')) ?? [];
  const written = day === undefined ? '' : `${day}T${clock}${seconds}${part}`;
  const offset = zone === undefined || IS_UTC.test(zone) ? 'Z' : zone;
  return { instant: `${written}${offset}`, hasZone: zone !== undefined };
}

/** The value at a path; in a list of `{ id, value }` the next name is an id. */
export function valueAt(row: Row, path: string): string | undefined {
  let value: unknown = row;
  for (const name of path.split('.')) {
    if (Array.isArray(value))
      value = toRows(value).find(({ id, name: label }) => toText(id) === name || label === name)?.['value'];
    else value = Object.hasOwn(toRow(value), name) ? toRow(value)[name] : undefined;
  }
  return toText(value);
}

/** The dimensions whose places the options name. */
export function findDimensions({ type, segment, region }: AdapterOptions, row: Row, tags: readonly string[]) {
  return {
    type: findValue(type, row, tags),
    segment: findValue(segment, row, tags),
    region: findValue(region, row, tags),
  };
}

function findValue(finding: Finding | undefined, row: Row, tags: readonly string[]): string | undefined {
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

/** Each once by its id, as it was changed last, where it stood first. Those without an id all count. */
export function distinctRows(rows: readonly Row[]): Row[] {
  return distinctParts(rows.map((row) => ({ table: '', row }))).map(({ row }) => row);
}

/** An export may hold a part twice: inside its ticket and in a list of its own, or in files of overlapping times. */
export function distinctParts(parts: readonly Part[]): Part[] {
  const distinct: Part[] = [];
  const places = new Map<string, number>();
  for (const part of parts) {
    const id = toText(part.row['id']);
    const key = `${part.table} ${id}`;
    const place = id === undefined ? undefined : places.get(key);
    if (place !== undefined) {
      if (isNewer(part.row, distinct[place]!.row)) distinct[place] = part;
      continue;
    }
    const index = distinct.push(part) - 1;
    if (id !== undefined) places.set(key, index);
  }
  return distinct;
}

/** Whether a row was updated at the same time or later. */
export function isNewer(row: Row, before: Row): boolean {
  const [ours, theirs] = [row, before].map((one) => toText(one['updated_at']) ?? '');
  return ours! >= theirs!;
}
