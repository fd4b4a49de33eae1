/** A text that is one JSON value: an object of lists and fields, or a bare list. */
import { isFactName, LATER_FACTS } from '../../contract/fact-schemas.js';
import { peek, type ByteWindow, type Reading } from './byte-window.js';
import { isColumnar, readColumnar } from './columnar-json.js';
import type { Decode } from './decode.js';
import { FIELDS, type FactIntake } from './fact-intake.js';
import { IGNORED, itemReader, type ItemReader } from './item-reader.js';
import { CLOSE_OBJECT, COLON, COMMA, OPEN_LIST, QUOTE } from './json-bytes.js';
import { NotJson } from './not-json.js';
import { parse, readList } from './read-list.js';
import { valueSize } from './value-end.js';

/** Stands for a list whose values went their way already. */
const LIST = Symbol('list');

export class DocumentReader {
  /** Whether it is sure that the text is no single record. */
  isSure = false;
  readonly #window: ByteWindow;
  readonly #intake: FactIntake;
  readonly #decode: Decode;

  constructor(window: ByteWindow, intake: FactIntake, decode: Decode) {
    this.#window = window;
    this.#intake = intake;
    this.#decode = decode;
  }

  /** Throws `NotJson`, also for what is a single record. The window stands behind the value afterwards. */
  * read(): Reading {
    if ((yield* peek(this.#window)) !== OPEN_LIST) return yield* this.#readObject();
    this.isSure = true;
    const { fact } = this.#intake;
    this.#intake.give(fact);
    yield* readList(this.#window, itemReader(fact, this.#intake), this.#decode);
  }

  * #readObject(): Reading {
    const entries = new Map<string, unknown>();
    this.#window.at++;
    let byte = yield* peek(this.#window);
    while (byte !== CLOSE_OBJECT) {
      if (byte !== QUOTE) throw new NotJson();
      const name = (yield* this.#readValue()) as string;
      if ((yield* peek(this.#window)) !== COLON) throw new NotJson();
      this.#window.at++;
      if (isFactName(name) || LATER_FACTS.includes(name) || FIELDS.has(name)) this.isSure = true;
      entries.set(name, yield* this.#readEntry(name, entries.get(name)));
      byte = yield* peek(this.#window);
      if (byte === COMMA) {
        this.#window.at++;
        byte = yield* peek(this.#window);
        if (byte === CLOSE_OBJECT) throw new NotJson();
      } else if (byte !== CLOSE_OBJECT) throw new NotJson();
    }
    this.#window.at++;
    const columns = entries.get('columns');
    const isColumns = isColumnar(columns);
    if (!this.isSure && !isColumns && entries.size > 0 && [...entries.values()].some((entry) => entry !== LIST)) throw new NotJson();
    for (const [name, entry] of entries) this.#take(name, entry);
    if (isColumns) yield* readColumnar(columns, this.#intake);
  }

  * #readEntry(name: string, before: unknown): Reading<unknown> {
    // The later of two equal keys counts.
    if (before === LIST && isFactName(name)) this.#intake.forget(name);
    if ((yield* peek(this.#window)) !== OPEN_LIST || FIELDS.has(name)) return yield* this.#readValue();
    const items: ItemReader = isFactName(name) ? itemReader(name, this.#intake) : IGNORED;
    yield* readList(this.#window, items, this.#decode);
    return LIST;
  }

  #take(name: string, entry: unknown): void {
    if (FIELDS.has(name)) this.#intake.setField(name, entry);
    else if (entry !== LIST) this.#intake.refuseValue(name, entry);
    else if (isFactName(name)) this.#intake.give(name);
    else this.#intake.refuseList(name);
  }

  * #readValue(): Reading<unknown> {
    const size = yield* valueSize(this.#window);
    const { bytes, at } = this.#window;
    this.#window.at += size;
    return parse(this.#decode(bytes, at, at + size));
  }
}
