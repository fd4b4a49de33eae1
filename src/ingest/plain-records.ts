/**
 * Reads tickets, surveys and their like from bytes of JSON, as they are accepted: no text in between, no check of its own, and instants as
 * epoch milliseconds. What is unusual, incomplete or wrong is left to `JSON.parse` and the checks, which say what does not fit.
 */
import { Dictionary } from '../core/columnar/store/columns.js';
import { readUtf8 } from '../core/columnar/store/bytes.js';
import type { Fields, Shape } from '../core/facts/field.js';
import { FACTS, type RecordFactName } from '../core/facts/registry.js';
import type { FactColumns } from '../core/custom-columns.js';
import { isRecordTime } from '../core/time/record-instants.js';
import { FieldNames, type Field, type ValueReader } from './field-names.js';
import { InternedTexts } from './interned-texts.js';
import {
  BACKSLASH,
  CLOSE_LIST,
  CLOSE_OBJECT,
  COMMA,
  LOWER_N,
  LOWER_T,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  SPACE,
  isWellFormed,
  readFlag,
  readNull,
  skipSpace,
} from './json/bytes.js';
import { lastNumber, readInstant, readNumber } from './json/numbers.js';
import { skipValue } from './json/values.js';
import type { ByteWindow } from './json/window.js';

export class PlainRecords {
  /** What was read last. */
  record: object = {};
  readonly #reader: ObjectReader;
  readonly #rule: ((record: never) => unknown) | undefined;

  constructor(fact: RecordFactName, own: FactColumns) {
    const { fields, rule } = FACTS[fact];
    this.#reader = new ObjectReader(fields, own);
    this.#rule = rule;
  }

  /** After the record that begins at `at`; -1: it has to be read as a whole. The bytes are followed by zeros. */
  read({ bytes, view }: ByteWindow, at: number): number {
    const end = this.#reader.read(bytes, view, at);
    if (end < 0) return -1;
    this.record = this.#reader.value;
    return this.#rule?.(this.record as never) ? -1 : end;
  }
}

class ObjectReader implements ValueReader {
  value: object = {};
  readonly #names = new FieldNames();
  readonly #required: readonly string[];
  /** Has the fields that were read so far: filling them in is quicker than adding them one by one. */
  readonly #empty: Record<string, unknown> = {};

  constructor(fields: Fields, own: FactColumns = {}) {
    this.#required = Object.keys(fields).filter((name) => fields[name]!.isRequired);
    for (const [name, kind] of Object.entries(own))
      this.#names.add(name, 'value', {
        name,
        value: kind === 'text' ? new TextReader(0) : new NumberReader(false, -Infinity),
      });
    for (const [name, { shape }] of Object.entries(fields))
      this.#names.add(name, 'value', { name, value: readerOf(shape) });
  }

  read(bytes: Uint8Array, view: DataView, start: number): number {
    if (bytes[start] !== OPEN_OBJECT) return -1;
    const record = { ...this.#empty };
    const names = this.#names;
    let field = names.start;
    let at = start;
    do {
      const next = field.next;
      if (next !== undefined && next.expected.standsAt(bytes, view, at)) {
        at += next.expected.length;
        field = next.field;
      } else {
        const found = names.find(bytes, view, at, field);
        if (found === undefined) return -1;
        field = found;
        at = names.end;
      }
      at = readField(field, record, bytes, view, at);
      if (at < 0) return -1;
      if (field.kind === 'value' && !field.wasRead) {
        field.wasRead = true;
        this.#empty[field.name] = undefined;
      }
    } while (bytes[at] === COMMA);
    if (bytes[at] !== CLOSE_OBJECT) return -1;
    for (const name of this.#required) if (record[name] === undefined) return -1;
    this.value = record;
    return at + 1;
  }
}

function readField(
  { kind, name, value: reader }: Field,
  record: Record<string, unknown>,
  bytes: Uint8Array,
  view: DataView,
  at: number,
): number {
  const start = skipSpace(bytes, at);
  let end: number;
  if (kind !== 'value') end = skipValue(bytes, start);
  // A key that comes twice: the last counts, which JSON.parse sees to.
  else if (record[name] !== undefined) return -1;
  else if (bytes[start] === LOWER_N) end = readNull(bytes, start);
  else {
    end = reader!.read(bytes, view, start);
    if (end >= 0) record[name] = reader!.value;
  }
  return end < 0 ? -1 : skipSpace(bytes, end);
}

function readerOf(shape: Shape): ValueReader {
  switch (shape.kind) {
    case 'text':
      return new TextReader(shape.minLength);
    case 'number':
      return new NumberReader(shape.isWhole, shape.minimum);
    case 'instant':
      return new InstantReader(shape.firstYear);
    case 'flag':
      return new OneOfReader([true, false]);
    case 'one-of':
      return new OneOfReader(shape.values);
    case 'list':
      return new ListReader(readerOf(shape.of));
    case 'object':
      return new ObjectReader(shape.fields);
    default:
      return NEVER;
  }
}

const NEVER: ValueReader = { value: undefined, read: () => -1 };

class NumberReader implements ValueReader {
  value = 0;
  readonly #isWhole: boolean;
  readonly #minimum: number;

  constructor(isWhole: boolean, minimum: number) {
    this.#isWhole = isWhole;
    this.#minimum = minimum;
  }

  read(bytes: Uint8Array, _: DataView, at: number): number {
    const end = readNumber(bytes, at);
    const value = lastNumber[0]!;
    const fits = this.#isWhole ? Number.isSafeInteger(value) : Number.isFinite(value);
    if (end < 0 || !fits || value < this.#minimum) return -1;
    this.value = value;
    return end;
  }
}

class InstantReader implements ValueReader {
  value = 0;
  readonly #firstYear: 1900 | 1990;

  constructor(firstYear: 1900 | 1990) {
    this.#firstYear = firstYear;
  }

  read(bytes: Uint8Array, _: DataView, at: number): number {
    const end = readInstant(bytes, at);
    if (end < 0 || !isRecordTime(lastNumber[0]!, this.#firstYear)) return -1;
    this.value = lastNumber[0]!;
    return end;
  }
}

/** Texts that are kept, so that one that comes again costs no string: enough for names, not for ids. */
const MAX_KNOWN = 4096;
const LONGEST_KNOWN = 64;

class TextReader implements ValueReader {
  value = '';
  readonly #minLength: number;
  readonly #dictionary = new Dictionary();
  readonly #known = new InternedTexts(
    this.#dictionary,
    (text) => text.length <= LONGEST_KNOWN && this.#dictionary.size < MAX_KNOWN,
  );

  constructor(minLength: number) {
    this.#minLength = minLength;
  }

  read(bytes: Uint8Array, view: DataView, at: number): number {
    if (bytes[at] !== QUOTE) return -1;
    if (this.#dictionary.size < MAX_KNOWN) {
      const code = this.#known.read(bytes, view, at + 1);
      if (code >= 0) {
        this.value = this.#dictionary.valueOf(code) as string;
        return this.value.length < this.#minLength ? -1 : this.#known.end;
      }
    }
    return this.#readNew(bytes, at + 1);
  }

  #readNew(bytes: Uint8Array, start: number): number {
    let end = start;
    for (let byte = bytes[end]!; byte !== QUOTE; byte = bytes[++end]!)
      if (byte < SPACE || byte === BACKSLASH) return -1;
    if (!isWellFormed(bytes, start, end)) return -1;
    this.value = readUtf8(bytes, start, end);
    return this.value.length < this.#minLength ? -1 : end + 1;
  }
}

class OneOfReader implements ValueReader {
  value: unknown = undefined;
  readonly #values: readonly unknown[];
  readonly #texts = new TextReader(0);

  constructor(values: readonly unknown[]) {
    this.#values = values;
  }

  read(bytes: Uint8Array, view: DataView, at: number): number {
    const isText = bytes[at] === QUOTE;
    const end = isText ? this.#texts.read(bytes, view, at) : readFlag(bytes, at);
    this.value = isText ? this.#texts.value : bytes[at] === LOWER_T;
    return end < 0 || !this.#values.includes(this.value) ? -1 : end;
  }
}

class ListReader implements ValueReader {
  value: unknown[] = [];
  readonly #entries: ValueReader;

  constructor(entries: ValueReader) {
    this.#entries = entries;
  }

  read(bytes: Uint8Array, view: DataView, start: number): number {
    if (bytes[start] !== OPEN_LIST) return -1;
    const list: unknown[] = [];
    const entries = this.#entries;
    let at = skipSpace(bytes, start + 1);
    while (bytes[at] !== CLOSE_LIST) {
      at = entries.read(bytes, view, at);
      if (at < 0) return -1;
      list.push(entries.value);
      at = skipSpace(bytes, at);
      if (bytes[at] === CLOSE_LIST) break;
      if (bytes[at] !== COMMA) return -1;
      at = skipSpace(bytes, at + 1);
      if (bytes[at] === CLOSE_LIST) return -1;
    }
    this.value = list;
    return at + 1;
  }
}
