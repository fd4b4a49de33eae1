/**
 * Reads plain conversations from bytes of JSON straight into columns. Records of one data set have their keys in the same order: after each
 * field that one is looked for first which came after it the last time.
 */
import { type BatchBuilder, RECORD_FIELDS } from '../core/columnar/store/batch.js';
import { PLAIN_TEXTS } from '../core/columnar/store/batch.js';
import { isRecordTime } from '../core/time/record-instants.js';
import { STATUSES } from '../core/status/conversation-status.js';
import { readHex, skipValue } from './json/values.js';
import { InternedTexts } from './interned-texts.js';
import {
  BACKSLASH,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  OPEN_OBJECT,
  QUOTE,
  SPACE,
  characterEnd,
  readNull,
  skipSpace,
} from './json/bytes.js';
import { lastNumber, readInstant, readNumber } from './json/numbers.js';
import { Dictionary } from '../core/columnar/store/columns.js';
import type { GrowingCodes, GrowingNumbers } from '../core/columnar/store/growing-columns.js';
import type { GrowingTexts } from '../core/columnar/store/growing-columns.js';
import { toUtf8 } from '../core/columnar/store/bytes.js';

/** The only texts that a field may hold. */
export const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  status: STATUSES,
  closedBy: ['visitor', 'inactivity'],
};

export class PlainConversations {
  readonly #builder: BatchBuilder;
  readonly #names = new FieldNames();

  constructor(builder: BatchBuilder) {
    this.#builder = builder;
    const names = this.#names;
    names.add('id', 'id', { texts: builder.id });
    names.add('startedAt', 'instant', { numbers: builder.startedAt });
    names.add('updatedAt', 'instant', { numbers: builder.updatedAt });
    names.add('firstQuestion', 'text', { texts: builder.firstQuestion });
    for (const [name, codes] of builder.texts) {
      const allowed = (PLAIN_TEXTS as readonly string[]).includes(name) ? ALLOWED[name] : undefined;
      names.add(name, 'code', {
        codes,
        interned: new InternedTexts(codes.dictionary, allowed && ((text) => allowed.includes(text))),
      });
    }
    for (const [name, numbers] of builder.numbers)
      names.add(name, name === 'messageCount' ? 'count' : 'number', { numbers });
    for (const name of RECORD_FIELDS) names.add(name, 'record');
  }

  /**
   * After the record that begins at `start`, which is then the row to commit; or -1 where it is incomplete, not plain, or not as it should
   * be, and nothing of it is kept. The bytes end at `limit`, zeros follow.
   */
  read(bytes: Uint8Array, view: DataView, start: number, limit: number): number {
    const end = bytes[start] === OPEN_OBJECT ? this.#readFields(bytes, view, start, limit) : -1;
    if (end < 0) this.#builder.dropRow();
    return end;
  }

  #readFields(bytes: Uint8Array, view: DataView, start: number, limit: number): number {
    const row = this.#builder.length;
    const names = this.#names;
    let field = names.start;
    let at = start;
    for (;;) {
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
      at = readValue(field, bytes, view, at, limit, row);
      if (at < 0) return -1;
      if (bytes[at] !== COMMA) {
        at = skipSpace(bytes, at);
        if (bytes[at] === CLOSE_OBJECT) break;
        if (bytes[at] !== COMMA) return -1;
      }
    }
    return this.#builder.id.has(row) && this.#builder.startedAt.has(row) ? at + 1 : -1;
  }
}

function fits({ kind }: Field, value: number): boolean {
  if (kind === 'instant') return isRecordTime(value);
  return kind === 'count' ? value >= 0 && Number.isSafeInteger(value) : Number.isFinite(value);
}

function readValue(field: Field, bytes: Uint8Array, view: DataView, at: number, limit: number, row: number): number {
  let byte = bytes[at]!;
  if (byte <= 32) {
    at = skipSpace(bytes, at);
    byte = bytes[at]!;
  }
  switch (field.kind) {
    case 'code': {
      const codes = field.codes!;
      // A key that comes twice: the last counts, which JSON.parse sees to.
      if (codes.has(row)) return -1;
      if (byte !== QUOTE) return readNull(bytes, at);
      const interned = field.interned!;
      const code = interned.read(bytes, view, at + 1);
      if (code < 0) return -1;
      codes.set(row, code);
      return interned.end;
    }
    case 'number':
    case 'count':
    case 'instant': {
      const numbers = field.numbers!;
      if (numbers.has(row)) return -1;
      if (byte === 110) return readNull(bytes, at);
      const end = field.kind === 'instant' ? readInstant(bytes, at) : readNumber(bytes, at);
      if (end < 0) return -1;
      const value = lastNumber[0]!;
      if (!fits(field, value)) return -1;
      numbers.set(row, value);
      return end;
    }
    case 'id':
    case 'text': {
      const texts = field.texts!;
      if (texts.has(row)) return -1;
      if (byte !== QUOTE) return readNull(bytes, at);
      return field.kind === 'id' && bytes[at + 1] === QUOTE ? -1 : copyString(bytes, view, at + 1, limit, texts, row);
    }
    case 'record':
      return readNull(bytes, at);
    default:
      return skipValue(bytes, at);
  }
}

/** The keys of records: which field each is, and which is likely to come next. */

export type FieldKind = 'code' | 'id' | 'text' | 'instant' | 'count' | 'number' | 'record' | 'unknown';

export interface Field {
  kind: FieldKind;
  codes: GrowingCodes | undefined;
  interned: InternedTexts | undefined;
  numbers: GrowingNumbers | undefined;
  texts: GrowingTexts | undefined;
  next: { field: Field; expected: ExpectedKey } | undefined;
}

/** Keys nobody declared are remembered too, but not without limit. */
const MOST_REMEMBERED = 1000;

export class FieldNames {
  /** Stands for the beginning of a record. */
  readonly start = fieldOf('unknown', {});
  /** After the colon of the key that was found last. */
  end = 0;
  /** Its codes are the places of the fields, from 1 on. */
  readonly #dictionary = new Dictionary();
  readonly #interned = new InternedTexts(this.#dictionary, () => this.#dictionary.size <= MOST_REMEMBERED);
  readonly #fields: Field[] = [];

  add(name: string, kind: FieldKind, parts: Partial<Field> = {}): void {
    const text = toUtf8(`${name}"    `);
    this.#fields[this.#dictionary.codeOf(name) - 1] = fieldOf(kind, parts);
    this.#interned.read(text, new DataView(text.buffer), 0);
  }

  /** The field whose key comes at `at`, after a comma or the brace that opens the record. */
  find(bytes: Uint8Array, view: DataView, at: number, before: Field): Field | undefined {
    const key = skipSpace(bytes, at + 1);
    if (bytes[key] !== QUOTE) return undefined;
    const code = this.#interned.read(bytes, view, key + 1);
    if (code < 0) return undefined;
    const field = (this.#fields[code - 1] ??= fieldOf('unknown', {}));
    const colon = skipSpace(bytes, this.#interned.end);
    if (bytes[colon] !== COLON) return undefined;
    this.end = colon + 1;
    if (bytes[at] === COMMA || bytes[at] === OPEN_OBJECT)
      before.next = { field, expected: new ExpectedKey(bytes.slice(at, colon + 1)) };
    return field;
  }
}

function fieldOf(kind: FieldKind, { codes, interned, numbers, texts }: Partial<Field>): Field {
  return { kind, codes, interned, numbers, texts, next: undefined };
}

/** A key as it most likely stands in the next record: with what is before it, quotes and colon, compared eight bytes at a time. */

const OVERLAP = 8;

export class ExpectedKey {
  readonly length: number;
  /** Eight bytes each, the last ones overlapping. ASCII is never NaN nor zero as a double, so that equal doubles are equal bytes. */
  readonly #words: Float64Array;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    this.#bytes = bytes;
    const isWords = bytes.length >= OVERLAP && bytes.every((byte) => byte < 0x80);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const count = isWords ? Math.ceil(bytes.length / OVERLAP) : 0;
    this.#words = Float64Array.from({ length: count }, (_, word) =>
      view.getFloat64(Math.min(word * OVERLAP, bytes.length - OVERLAP)),
    );
  }

  standsAt(bytes: Uint8Array, view: DataView, at: number): boolean {
    const words = this.#words;
    const last = words.length - 1;
    if (last < 0) return this.#equals(bytes, at);
    for (let word = 0; word < last; word++) if (view.getFloat64(at + word * OVERLAP) !== words[word]) return false;
    return view.getFloat64(at + this.length - OVERLAP) === words[last];
  }

  #equals(bytes: Uint8Array, at: number): boolean {
    const own = this.#bytes;
    for (let i = 0; i < own.length; i++) if (own[i] !== bytes[at + i]) return false;
    return true;
  }
}

/** Copies a JSON string to a column of UTF-8, its escapes resolved. */

/** The escapes of one letter by that letter. */
const ESCAPED = new Uint8Array(256);
for (const [letter, byte] of [
  ['"', 34],
  ['/', 47],
  ['\\', 92],
  ['b', 8],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
] as const)
  ESCAPED[letter.charCodeAt(0)] = byte;

/** `at` is behind the opening quote; after the closing one, or -1. No byte is read from `limit` on that counts. */
export function copyString(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  limit: number,
  texts: GrowingTexts,
  row: number,
): number {
  const start = texts.reserve(limit - at + 8);
  const target = texts.bytes;
  const targetView = texts.view;
  let to = start;
  let isAscii = true;
  for (;;) {
    // Four bytes at a time, while none is a quote, a backslash, a control character or part of a longer character.
    for (;;) {
      const word = view.getInt32(at, true);
      const quotes = word ^ 0x22222222;
      const slashes = word ^ 0x5c5c5c5c;
      if (
        ((((quotes - 0x01010101) & ~quotes) | ((slashes - 0x01010101) & ~slashes) | (word - 0x20202020) | word) &
          0x80808080) !==
        0
      )
        break;
      targetView.setInt32(to, word, true);
      at += 4;
      to += 4;
    }
    let byte = bytes[at]!;
    while (byte < 0x80 && byte >= SPACE && byte !== QUOTE && byte !== BACKSLASH) {
      target[to++] = byte;
      byte = bytes[++at]!;
    }
    if (byte === QUOTE) {
      texts.setWritten(row, to, isAscii);
      return at + 1;
    }
    if (byte < SPACE) return -1;
    if (byte === BACKSLASH) {
      const letter = bytes[at + 1]!;
      const unit = letter === 117 ? readHex(bytes, at + 2) : ESCAPED[letter]! || -1;
      // Halves of a pair are put together by JSON.parse.
      if (unit < 0 || (unit >= 0xd800 && unit < 0xe000)) return -1;
      if (unit >= 0x80) isAscii = false;
      to = writeUnit(target, to, unit);
      at += letter === 117 ? 6 : 2;
    } else {
      isAscii = false;
      const end = characterEnd(bytes, at);
      if (end < 0) return -1;
      while (at < end) target[to++] = bytes[at++]!;
    }
  }
}

function writeUnit(target: Uint8Array, to: number, unit: number): number {
  if (unit < 0x80) target[to++] = unit;
  else {
    if (unit < 0x800) target[to++] = 0xc0 | (unit >> 6);
    else {
      target[to++] = 0xe0 | (unit >> 12);
      target[to++] = 0x80 | ((unit >> 6) & 0x3f);
    }
    target[to++] = 0x80 | (unit & 0x3f);
  }
  return to;
}
