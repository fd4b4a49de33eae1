/**
 * Reads plain conversations from bytes of JSON straight into columns. Records of one data set have their keys in the same order: after each
 * field that one is looked for first which came after it the last time.
 */
import { type BatchBuilder, PLAIN_TEXTS, RECORD_FIELDS } from '../../core/columnar/store/batch.js';
import { isRecordTime } from '../../core/time/record-instants.js';
import { STATUSES } from '../../core/status/conversation-status.js';
import { copyString } from './copy-string.js';
import { FieldNames, type Field } from './field-names.js';
import { InternedTexts } from './interned-texts.js';
import { CLOSE_OBJECT, COMMA, OPEN_OBJECT, QUOTE, readNull, skipSpace } from './json-bytes.js';
import { readInstant } from './read-instant.js';
import { lastNumber, readNumber } from './read-number.js';
import { skipValue } from './skip-value.js';

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
