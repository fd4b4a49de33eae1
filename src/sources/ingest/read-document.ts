/** A text that is one JSON value: an object of lists and fields, or a bare list. */
import { isFactName } from '../../core/facts/registry.js';
import { peek, type ByteWindow, type Reading } from './byte-window.js';
import { isColumnar, readColumnar } from './columnar-json.js';
import type { Decode } from './decode.js';
import { FIELDS, type FactIntake } from './fact-intake.js';
import { IGNORED, itemReader, type ItemReader } from './item-reader.js';
import { OPEN_LIST } from './json-bytes.js';
import { NotJson } from './not-json.js';
import { readEntries, readInPieces, readWhole } from './read-entries.js';
import { readList } from './read-list.js';

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
  *read(): Reading {
    if ((yield* peek(this.#window)) !== OPEN_LIST) return yield* this.#readObject();
    this.isSure = true;
    const { fact } = this.#intake;
    this.#intake.give(fact);
    yield* readList(this.#window, itemReader(fact, this.#intake), this.#decode);
  }

  *#readObject(): Reading {
    const entries = new Map<string, unknown>();
    yield* readEntries(this.#window, this.#decode, (name, first) => this.#readEntry(name, first, entries));
    const columns = entries.get('columns');
    const isColumns = isColumnar(columns);
    if (!this.isSure && !isColumns && entries.size > 0 && [...entries.values()].some((entry) => entry !== LIST))
      throw new NotJson();
    for (const [name, entry] of entries) this.#take(name, entry);
    if (isColumns) yield* readColumnar(columns, this.#intake);
  }

  *#readEntry(name: string, first: number, entries: Map<string, unknown>): Reading {
    if (isKnown(name) || FIELDS.has(name)) this.isSure = true;
    // The later of two equal keys counts.
    if (entries.get(name) === LIST && isFactName(name)) this.#intake.forget(name);
    if (first === OPEN_LIST && !FIELDS.has(name)) {
      const items: ItemReader = isFactName(name) ? itemReader(name, this.#intake) : IGNORED;
      yield* readList(this.#window, items, this.#decode);
      entries.set(name, LIST);
    } else if (name === 'columns') {
      entries.set(
        name,
        yield* readInPieces(this.#window, this.#decode, LEVELS, (fact) => void (this.isSure ||= isKnown(fact))),
      );
    } else entries.set(name, yield* readWhole(this.#window, this.#decode));
  }

  #take(name: string, entry: unknown): void {
    if (FIELDS.has(name)) this.#intake.setField(name, entry);
    else if (entry !== LIST) this.#intake.refuseValue(name, entry);
    else if (isFactName(name)) this.#intake.give(name);
    else this.#intake.refuseList(name);
  }
}

/** Columns by fact, then by field, then values and codes. */
const LEVELS = 3;

const isKnown = (name: string): boolean => isFactName(name);
