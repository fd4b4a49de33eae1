/**
 * The fast path: reads plain conversations from bytes of JSON straight into columns, without an object, and mostly without a string, for each
 * record. A conversation is plain if it has scalar fields alone; messages and the like go the slow way, through `JSON.parse` and the check.
 *
 * **Protocol.** `read` writes the row behind the builder's last one. It returns the position behind the record, and the caller then commits the
 * row (`commitRow`) or drops it, since only the caller knows whether a comma or a line end follows. It returns -1 for all that it does not
 * read: a record that has not come as a whole, one that is not plain, one that does not pass the check. Nothing of it is kept then. The caller
 * finds its end by other means, parses it as a whole and hands it to the check, which accepts it or says what is wrong. So -1 is never an
 * error, and the fast path may refuse whatever is rare: escaped texts in codes, numbers in odd notations, keys that come twice.
 *
 * **Sentinels.** Functions take a position and return the one behind what they read, or -1. The number that was read is `lastNumber[0]`; a
 * module variable would make a heap number of each. No function asks where the bytes end. The window has 16 zeros behind its last byte: a zero
 * is neither white space, nor a digit, nor allowed in a string, so each reader stops there with -1. Eight of the zeros may be read at once.
 *
 * **Keys.** Records of one data set have their keys in the same order. After each field the key that came next the last time is compared first,
 * with its comma, quotes and colon, eight bytes at a time (`ExpectedKey`). If it is another, its text is looked up (`FieldNames`).
 *
 * **Masks.** Strings are passed over four bytes at a time as long as all four are plain ASCII; `plainWord` in `json/bytes.ts` explains how.
 */
import { PLAIN_TEXTS, RECORD_FIELDS, type BatchBuilder } from '../core/columnar/store/batch.js';
import type { GrowingTexts } from '../core/columnar/store/growing-columns.js';
import { STATUSES } from '../core/status/conversation-status.js';
import { isRecordTime } from '../core/time/record-instants.js';
import { FieldNames, type Field } from './field-names.js';
import { InternedTexts } from './interned-texts.js';
import {
  BACKSLASH,
  CLOSE_OBJECT,
  COMMA,
  ESCAPED,
  LOWER_N,
  LOWER_U,
  OPEN_OBJECT,
  QUOTE,
  SPACE,
  characterEnd,
  isPlainWord,
  readNull,
  skipSpace,
} from './json/bytes.js';
import { lastNumber, readInstant, readNumber } from './json/numbers.js';
import { readHex, skipValue } from './json/values.js';
import type { ByteWindow } from './json/window.js';

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

  /** The position behind the record that begins at `start`, which is then the row to commit; or -1, and nothing of it is kept. */
  read(window: ByteWindow, start: number): number {
    const end = window.bytes[start] === OPEN_OBJECT ? this.#readFields(window, start) : -1;
    if (end < 0) this.#builder.dropRow();
    return end;
  }

  #readFields(window: ByteWindow, start: number): number {
    const { bytes, view } = window;
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
      at = readValue(field, window, bytes[at]! <= SPACE ? skipSpace(bytes, at) : at, row);
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

function readValue(field: Field, window: ByteWindow, at: number, row: number): number {
  switch (field.kind) {
    case 'code':
      return readCode(field, window, at, row);
    case 'number':
    case 'count':
    case 'instant':
      return readNumeric(field, window.bytes, at, row);
    case 'id':
    case 'text':
      return readText(field, window, at, row);
    case 'record':
      return readNull(window.bytes, at);
    default:
      return skipValue(window.bytes, at);
  }
}

// A field that is set already has a key that comes twice: the last one counts, which JSON.parse sees to.

function readCode(field: Field, { bytes, view }: ByteWindow, at: number, row: number): number {
  const codes = field.codes!;
  if (codes.has(row)) return -1;
  if (bytes[at] !== QUOTE) return readNull(bytes, at);
  const interned = field.interned!;
  const code = interned.read(bytes, view, at + 1);
  if (code < 0) return -1;
  codes.set(row, code);
  return interned.end;
}

function readNumeric(field: Field, bytes: Uint8Array, at: number, row: number): number {
  const numbers = field.numbers!;
  if (numbers.has(row)) return -1;
  if (bytes[at] === LOWER_N) return readNull(bytes, at);
  const end = field.kind === 'instant' ? readInstant(bytes, at) : readNumber(bytes, at);
  if (end < 0) return -1;
  const value = lastNumber[0]!;
  if (!fits(field, value)) return -1;
  numbers.set(row, value);
  return end;
}

function fits({ kind }: Field, value: number): boolean {
  if (kind === 'instant') return isRecordTime(value);
  return kind === 'count' ? value >= 0 && Number.isSafeInteger(value) : Number.isFinite(value);
}

function readText(field: Field, window: ByteWindow, at: number, row: number): number {
  const { bytes } = window;
  const texts = field.texts!;
  if (texts.has(row)) return -1;
  if (bytes[at] !== QUOTE) return readNull(bytes, at);
  const isEmptyId = field.kind === 'id' && bytes[at + 1] === QUOTE;
  return isEmptyId ? -1 : copyString(window, at + 1, texts, row);
}

/** Four bytes are written at a time. */
const ROOM = 8;

/** Copies a JSON string to a column of UTF-8, its escapes resolved. `start` is behind the opening quote; the position behind the closing one, or -1. */
function copyString(window: ByteWindow, start: number, texts: GrowingTexts, row: number): number {
  const { bytes } = window;
  let at = start;
  let to = texts.reserve(window.end - at + ROOM);
  const target = texts.bytes;
  let isAscii = true;
  for (;;) {
    const plain = copyPlain(window, at, texts, to);
    at += plain;
    to += plain;
    const byte = bytes[at]!;
    if (byte === QUOTE) {
      texts.setWritten(row, to, isAscii);
      return at + 1;
    }
    if (byte < SPACE) return -1;
    if (byte === BACKSLASH) {
      const unit = readEscape(bytes, at + 1);
      if (unit < 0) return -1;
      if (unit >= 0x80) isAscii = false;
      to = writeUnit(target, to, unit);
      at += bytes[at + 1] === LOWER_U ? 6 : 2;
    } else {
      isAscii = false;
      const end = characterEnd(bytes, at);
      if (end < 0) return -1;
      while (at < end) target[to++] = bytes[at++]!;
    }
  }
}

/** Copies ASCII up to the next byte that is a quote, a backslash, a control character or part of a longer character. Returns how many bytes. */
function copyPlain({ bytes, view }: ByteWindow, start: number, texts: GrowingTexts, to: number): number {
  const target = texts.bytes;
  const targetView = texts.view;
  const shift = to - start;
  let at = start;
  for (;;) {
    const word = view.getInt32(at, true);
    if (!isPlainWord(word)) break;
    targetView.setInt32(at + shift, word, true);
    at += 4;
  }
  let byte = bytes[at]!;
  while (byte < 0x80 && byte >= SPACE && byte !== QUOTE && byte !== BACKSLASH) {
    target[at + shift] = byte;
    byte = bytes[++at]!;
  }
  return at - start;
}

/** The UTF-16 unit of an escape, or -1. Halves of a pair are put together by JSON.parse. */
function readEscape(bytes: Uint8Array, at: number): number {
  const letter = bytes[at]!;
  if (letter !== LOWER_U) return ESCAPED[letter]! || -1;
  const unit = readHex(bytes, at + 1);
  return unit >= 0xd800 && unit < 0xe000 ? -1 : unit;
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
