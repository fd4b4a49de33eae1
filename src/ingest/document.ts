/** A text that is one JSON value with facts in it: an object of lists and fields, or a bare list. Nothing of it is held longer than needed. */
import { isFactName, type FactName } from '../core/facts/registry.js';
import { OPEN_LIST } from './json/bytes.js';
import { IGNORED, readEntries, readInPieces, readList, readWhole, type ItemReader } from './json/values.js';
import { peek, type ByteWindow, type Decode, type ParseSteps } from './json/window.js';

/** Fields of supplied data that are not facts. */
export const FIELDS: ReadonlySet<string> = new Set(['skills', 'currency', 'timeZone', 'live']);

/** Columns by fact, then by field, then values and codes. */
const COLUMN_LEVELS = 3;

/** Takes what a document holds, in its order. */
export interface DocumentTaker {
  /** The fact of a bare list. May throw. */
  readonly fact: FactName;
  /** A list begins; the reader takes its records. */
  list(fact: FactName): ItemReader;
  field(name: string, value: unknown): void;
  /** A fact that is neither a list nor `null`. */
  wrongValue(fact: FactName, value: unknown): void;
  /** A list that is not a fact; its values are passed over. */
  unknownList(name: string): void;
  /** The value of `columns`. */
  columns(value: unknown): void;
  /** The name was there before; JSON lets the later value count. */
  repeated(name: string): void;
  /** An object without any name that is known. `areLists`: it holds nothing but lists. */
  unknownObject(names: readonly string[], areLists: boolean): void;
}

export class DocumentReader {
  /** Whether the text is certainly no single record. */
  isCertain = false;
  readonly #window: ByteWindow;
  readonly #decode: Decode;
  readonly #taker: DocumentTaker;
  readonly #names = new Set<string>();
  #areLists = true;

  constructor(window: ByteWindow, decode: Decode, taker: DocumentTaker) {
    this.#window = window;
    this.#decode = decode;
    this.#taker = taker;
  }

  /** Reads from the bracket or brace to behind its counterpart. Throws `NotJson`. */
  *read(): ParseSteps {
    if ((yield* peek(this.#window)) === OPEN_LIST) {
      this.isCertain = true;
      return yield* this.#readList(this.#taker.fact);
    }
    yield* readEntries(this.#window, this.#decode, (name, first) => this.#readEntry(name, first));
    if (!this.isCertain && this.#names.size > 0) this.#taker.unknownObject([...this.#names], this.#areLists);
  }

  *#readEntry(name: string, first: number): ParseSteps {
    if (this.#names.has(name)) this.#taker.repeated(name);
    this.#names.add(name);
    this.isCertain ||= isFactName(name) || FIELDS.has(name);
    if (FIELDS.has(name)) this.#taker.field(name, yield* readWhole(this.#window, this.#decode));
    else if (first !== OPEN_LIST) yield* this.#readValue(name);
    else if (isFactName(name)) yield* this.#readList(name);
    else {
      yield* readList(this.#window, IGNORED, this.#decode);
      this.#taker.unknownList(name);
    }
  }

  *#readList(fact: FactName): ParseSteps {
    yield* readList(this.#window, this.#taker.list(fact), this.#decode);
  }

  *#readValue(name: string): ParseSteps {
    this.#areLists = false;
    if (name === 'columns') {
      const onKey = (key: string) => void (this.isCertain ||= isFactName(key));
      this.#taker.columns(yield* readInPieces(this.#window, this.#decode, COLUMN_LEVELS, onKey));
    } else {
      const value = yield* readWhole(this.#window, this.#decode);
      if (isFactName(name) && value !== null) this.#taker.wrongValue(name, value);
    }
  }
}
