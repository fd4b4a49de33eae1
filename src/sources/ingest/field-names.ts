/** The keys of records: which field each is, and which is likely to come next. */
import { Dictionary } from '../../core/columnar/store/columns.js';
import type { GrowingCodes, GrowingNumbers, GrowingTexts } from '../../core/columnar/store/growing-columns.js';
import { toUtf8 } from '../../core/columnar/store/bytes.js';
import { ExpectedKey } from './expected-key.js';
import { InternedTexts } from './interned-texts.js';
import { COLON, COMMA, OPEN_OBJECT, QUOTE, skipSpace } from './json-bytes.js';

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
