/** A file that is one JSON value, record by record: an object of lists and fields, or a bare list. */
import { FACT_NAMES, isFactName, type FactName } from '../../core/facts/registry.js';
import { ByteWindow, peek, type Reading } from '../../sources/ingest/byte-window.js';
import { decodeUtf8 } from '../../sources/ingest/decode.js';
import { FIELDS } from '../../sources/ingest/fact-intake.js';
import { IGNORED, type ItemReader } from '../../sources/ingest/item-reader.js';
import { OPEN_LIST, OPEN_OBJECT } from '../../sources/ingest/json-bytes.js';
import { NotJson } from '../../sources/ingest/not-json.js';
import { readEntries, readWhole } from '../../sources/ingest/read-entries.js';
import { readList } from '../../sources/ingest/read-list.js';
import { showValue } from '../../core/format/show-value.js';
import { MOST_BYTES, UnreadableError, type Item, type Items } from './items.js';

/** Records that are handed over at once. */
const MOST_ITEMS = 500;
const MOST_NAMED = 5;
const MOST_SHOWN = 40;

/** `factOf` says what a bare list holds, and may throw. */
export async function* readDocument(bytes: AsyncIterable<Buffer>, factOf: () => FactName): Items {
  const document = new Document(factOf);
  for await (const chunk of bytes) {
    document.window.append(chunk);
    yield* document.goOn();
    if (document.window.end - document.window.at > MOST_BYTES)
      throw new UnreadableError(`a value is longer than ${MOST_BYTES >> 20} MiB, ${document.place}.`);
  }
  document.window.isLast = true;
  yield* document.goOn();
}

class Document {
  readonly window = new ByteWindow();
  readonly #factOf: () => FactName;
  readonly #reading = this.#read();
  readonly #seen = new Set<string>();
  #isKnown = false;
  #items: Item[] = [];
  #last = '';
  #beginning = '';

  constructor(factOf: () => FactName) {
    this.#factOf = factOf;
  }

  /** Where it has come to, for an error. */
  get place(): string {
    return this.#last === '' ? `at its beginning ${showValue(this.#beginning)}` : `after ${this.#last}`;
  }

  /** Reads what has come. */
  *goOn(): Generator<Item[]> {
    try {
      for (;;) {
        const { done, value } = this.#reading.next();
        const isOver = done === true || value === 'more';
        if (this.#items.length >= (isOver ? 1 : MOST_ITEMS)) {
          yield this.#items;
          this.#items = [];
        }
        if (isOver) return;
      }
    } catch (cause) {
      if (cause instanceof NotJson)
        throw new UnreadableError(
          `it is not JSON ${this.place}${cause.cause ? `: ${(cause.cause as Error).message}` : ''}.`,
          { cause },
        );
      throw cause;
    }
  }

  *#read(): Reading {
    const { window } = this;
    const first = yield* peek(window);
    this.#beginning = decodeUtf8(window.bytes, window.at, Math.min(window.end, window.at + MOST_SHOWN));
    if (first === OPEN_LIST) yield* this.#readList(this.#factOf());
    else if (first !== OPEN_OBJECT) throw new NotJson();
    else {
      yield* readEntries(window, decodeUtf8, (name, byte) => this.#readEntry(name, byte));
      if (!this.#isKnown && this.#seen.size > 0)
        throw new UnreadableError(
          `it holds an object of ${[...this.#seen].slice(0, MOST_NAMED).join(', ')}. Use one with lists such as { "conversations": […] }.`,
        );
    }
    yield* peek(window);
    if (window.at < window.end) throw new NotJson();
  }

  *#readEntry(name: string, first: number): Reading {
    if (this.#seen.has(name)) throw new UnreadableError(`it names ${showValue(name)} twice.`);
    this.#seen.add(name);
    this.#isKnown ||= isFactName(name) || FIELDS.has(name);
    if (FIELDS.has(name)) this.#items.push({ kind: 'field', name, value: yield* readWhole(this.window, decodeUtf8) });
    else if (first === OPEN_LIST && isFactName(name)) yield* this.#readList(name);
    else if (first === OPEN_LIST) {
      yield* readList(this.window, IGNORED, decodeUtf8);
      this.#items.push({ kind: 'unread', name, reason: `is no fact; use one of: ${FACT_NAMES.join(', ')}` });
    } else this.#takeValue(name, yield* readWhole(this.window, decodeUtf8));
    this.#last ||= name;
  }

  #takeValue(name: string, value: unknown): void {
    if (name === 'columns' && typeof value === 'object')
      throw new UnreadableError('it holds columns. The import takes records: a list of objects, or one a line.');
    if (isFactName(name) && value !== null)
      this.#items.push({ kind: 'unread', name, reason: `is ${showValue(value)}, not a list` });
  }

  *#readList(fact: FactName): Reading {
    this.#items.push({ kind: 'list', fact });
    yield* readList(this.window, this.#itemReader(fact), decodeUtf8);
  }

  #itemReader(fact: FactName): ItemReader {
    return {
      ...IGNORED,
      read: () => -1,
      take: (value, index) => {
        this.#items.push({ kind: 'record', fact, index, value });
        this.#last = `${fact}[${index}]`;
      },
    };
  }
}
