/** The keys of records: which field each is, and which is likely to come next. `plain-conversations.ts` explains how they are compared. */
import { toUtf8 } from '../core/columnar/store/bytes.js';
import { Dictionary } from '../core/columnar/store/columns.js';
import type { GrowingCodes, GrowingNumbers, GrowingTexts } from '../core/columnar/store/growing-columns.js';
import { InternedTexts } from './interned-texts.js';
import { COLON, COMMA, OPEN_OBJECT, QUOTE, skipSpace } from './json/bytes.js';

export type FieldKind = 'code' | 'id' | 'text' | 'instant' | 'count' | 'number' | 'record' | 'value' | 'unknown';

/** Reads one kind of values. */
export interface ValueReader {
  /** What was read last. */
  readonly value: unknown;
  /** The position behind the value, or -1. */
  read(bytes: Uint8Array, view: DataView, at: number): number;
}

export interface Field {
  kind: FieldKind;
  name: string;
  value: ValueReader | undefined;
  wasRead: boolean;
  codes: GrowingCodes | undefined;
  interned: InternedTexts | undefined;
  numbers: GrowingNumbers | undefined;
  texts: GrowingTexts | undefined;
  /** The field that came after this one the last time. */
  next: { field: Field; expected: ExpectedKey } | undefined;
}

/** Keys that no field has are remembered too, up to this many keys. */
const MAX_KEYS = 1000;

/** The keys of records: which field each is, and which is likely to come next. */
export class FieldNames {
  /** Stands for the beginning of a record. */
  readonly start = fieldOf('unknown', {});
  /** Behind the colon of the key that was found last. */
  end = 0;
  /** The code of a name is its index in `#fields`, plus one. */
  readonly #dictionary = new Dictionary();
  readonly #interned = new InternedTexts(this.#dictionary, () => this.#dictionary.size <= MAX_KEYS);
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

function fieldOf(kind: FieldKind, { name = '', value, codes, interned, numbers, texts }: Partial<Field>): Field {
  return { kind, name, value, wasRead: false, codes, interned, numbers, texts, next: undefined };
}

const WORD = 8;

/** A key as it is likely to stand in the next record, with the comma or brace before it, its quotes and its colon. */
class ExpectedKey {
  readonly length: number;
  /** Eight bytes each, the last ones overlapping. ASCII is never NaN nor zero as a double, so equal doubles are equal bytes. */
  readonly #words: Float64Array;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    this.#bytes = bytes;
    const isWords = bytes.length >= WORD && bytes.every((byte) => byte < 0x80);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const count = isWords ? Math.ceil(bytes.length / WORD) : 0;
    this.#words = Float64Array.from({ length: count }, (_, word) =>
      view.getFloat64(Math.min(word * WORD, bytes.length - WORD)),
    );
  }

  standsAt(bytes: Uint8Array, view: DataView, at: number): boolean {
    const words = this.#words;
    const last = words.length - 1;
    if (last < 0) return this.#equals(bytes, at);
    for (let word = 0; word < last; word++) if (view.getFloat64(at + word * WORD) !== words[word]) return false;
    return view.getFloat64(at + this.length - WORD) === words[last];
  }

  #equals(bytes: Uint8Array, at: number): boolean {
    const own = this.#bytes;
    for (let i = 0; i < own.length; i++) if (own[i] !== bytes[at + i]) return false;
    return true;
  }
}
