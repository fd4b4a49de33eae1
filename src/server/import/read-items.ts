/** Reads a file of any form that the import knows, and hands out what is in it, a few items at a time. */
import { showValue } from '../../core/format/show-value.js';
import { FACT_NAMES, type FactName, isFactName } from '../../core/facts/registry.js';
import type { CustomColumns } from '../../core/custom-columns.js';
import { DocumentReader, type DocumentTaker, FIELDS } from '../../ingest/document.js';
import { NOT_A_FACT } from '../../ingest/intake.js';
import { OPEN_LIST, OPEN_OBJECT } from '../../ingest/json/bytes.js';
import { type ItemReader, NotJson, READ_WHOLE } from '../../ingest/json/values.js';
import { ByteWindow, type ParseSteps, decodeUtf8, peek } from '../../ingest/json/window.js';
import { type BrokenLine, type LinePlace, LineReader } from '../../ingest/lines.js';
import {
  type Chunks,
  type Look,
  MAX_VALUE_BYTES,
  type StreamParser,
  lookAt,
  parseChunks,
  startOfLine,
} from '../../ingest/stream.js';
import { type Item, type Items, UnreadableError } from './items.js';
import { readCsv } from './read-csv.js';
import { basename } from 'node:path';

export interface ReadOptions {
  name: string;
  /** The fact of a list, whatever the name says. */
  fact: FactName | undefined;
  /** Custom columns by fact. */
  columns: CustomColumns;
}

/** Items that are handed over at once. */
const BATCH_SIZE = 500;
const SHOWN_CHARACTERS = 40;
const SHOWN_NAMES = 5;
/** After this many broken lines at the beginning the file is given up. */
const MAX_BROKEN_LINES = 1000;
const MAX_MEBIBYTES = MAX_VALUE_BYTES >> 20;

/** Rejects with an `UnreadableError` that says what is wrong and what to do. */
export async function* readItems(bytes: Chunks, { name, fact, columns }: ReadOptions): Items {
  const named = toForm(name);
  const factOf = () => fact ?? toFact(name);
  const { first, all } = await startOfLine(bytes);
  const form = named === 'csv' ? named : formOf(lookAt(first), named);
  if (form === 'json') yield* parseChunks(all(), new DocumentParser(factOf), BATCH_SIZE);
  else if (form === 'lines') yield* parseChunks(all(), new LinesParser(factOf()));
  else yield* readCsv(all(), factOf(), columns[factOf()] ?? {});
}

/** Exports call lines `.json`, and lists `.ndjson`; the content decides. */
function formOf(look: Look, named: Form | undefined): Form {
  switch (look.kind) {
    case 'empty':
      return named ?? 'lines';
    case 'list':
      return 'json';
    case 'object':
      if (!look.line) return named ?? 'json';
      return isDocument(look.line) ? 'json' : 'lines';
    case 'text':
      return named ?? (/[,;\t]/.test(look.line) ? 'csv' : 'lines');
  }
}

/** A record may have fields of the same names, such as an order's `currency`, but then it has an id. */
function isDocument(value: object): boolean {
  return Object.entries(value).some(
    ([key, part]) => (FIELDS.has(key) && !('id' in value)) || (isFactName(key) && Array.isArray(part)),
  );
}

class LinesParser implements StreamParser<Item> {
  readonly window = new ByteWindow();
  readonly found: Item[] = [];
  readonly steps: ParseSteps;
  readonly #fact: FactName;
  readonly #lines: LineReader;
  /** Broken lines before the first valid one, which proves that this is NDJSON. */
  #unproven: Item[] | undefined = [];
  #beginning = '';

  constructor(fact: FactName) {
    this.#fact = fact;
    this.#lines = new LineReader(this.window, decodeUtf8, {
      ...READ_WHOLE,
      take: (value, place) => this.#take(value, place),
      takeBroken: (line) => this.#takeBroken(line),
    });
    this.steps = this.#read();
  }

  notJson(): UnreadableError {
    return new UnreadableError(`it is neither JSON nor NDJSON; it begins ${showValue(this.#beginning)}.`);
  }

  tooLong(): UnreadableError {
    return new UnreadableError(
      `line ${this.#lines.line} is longer than ${MAX_MEBIBYTES} MiB. NDJSON has one record a line.`,
    );
  }

  *#read(): ParseSteps {
    this.found.push({ kind: 'list', fact: this.#fact });
    yield* this.#lines.read();
    if (this.#unproven && this.#lines.count > 0) throw this.notJson();
  }

  #take(value: unknown, place: LinePlace): void {
    this.found.push(...(this.#unproven ?? []), { kind: 'record', fact: this.#fact, ...place, value });
    this.#unproven = undefined;
  }

  #takeBroken({ index, line, text, message }: BrokenLine): void {
    if (index === 0) this.#beginning = text.trim().slice(0, SHOWN_CHARACTERS);
    const broken = this.#unproven ?? this.found;
    broken.push({ kind: 'broken', fact: this.#fact, index, line, text, reason: `is not JSON: ${message}` });
    if (broken === this.#unproven && broken.length > MAX_BROKEN_LINES) throw this.notJson();
  }
}

/** One JSON value: an object of lists and fields, or a bare list. */
class DocumentParser implements StreamParser<Item>, DocumentTaker {
  readonly window = new ByteWindow();
  readonly found: Item[] = [];
  readonly steps = this.#read();
  readonly #factOf: () => FactName;
  #last = '';
  #beginning = '';

  /** `factOf` says what a bare list holds, and may throw. */
  constructor(factOf: () => FactName) {
    this.#factOf = factOf;
  }

  get fact(): FactName {
    return this.#factOf();
  }

  notJson(error: NotJson): UnreadableError {
    const cause = error.cause ? `: ${(error.cause as Error).message}` : '';
    return new UnreadableError(`it is not JSON ${this.#place}${cause}.`, { cause: error });
  }

  tooLong(): UnreadableError {
    return new UnreadableError(`a value is longer than ${MAX_MEBIBYTES} MiB, ${this.#place}.`);
  }

  list(fact: FactName): ItemReader {
    this.found.push({ kind: 'list', fact });
    return {
      ...READ_WHOLE,
      take: (value, index) => {
        this.found.push({ kind: 'record', fact, index, value });
        this.#last = `${fact}[${index}]`;
      },
    };
  }

  field(name: string, value: unknown): void {
    this.found.push({ kind: 'field', name, value });
    this.#last ||= name;
  }

  wrongValue(name: string, value: unknown): void {
    this.found.push({ kind: 'unread', name, reason: `is ${showValue(value)}, not a list` });
    this.#last ||= name;
  }

  unknownList(name: string): void {
    this.found.push({ kind: 'unread', name, reason: NOT_A_FACT });
    this.#last ||= name;
  }

  columns(value: unknown): void {
    if (typeof value === 'object')
      throw new UnreadableError('it holds columns. The import takes records: a list of objects, or one a line.');
  }

  /** What came first may be in the database already. */
  repeated(name: string): void {
    throw new UnreadableError(`it names ${showValue(name)} twice.`);
  }

  unknownObject(names: readonly string[]): void {
    throw new UnreadableError(
      `it holds an object of ${names.slice(0, SHOWN_NAMES).join(', ')}. Use one with lists such as { "conversations": […] }.`,
    );
  }

  /** How far it was read, for an error. */
  get #place(): string {
    return this.#last === '' ? `at its beginning ${showValue(this.#beginning)}` : `after ${this.#last}`;
  }

  *#read(): ParseSteps {
    const { window } = this;
    const first = yield* peek(window);
    this.#beginning = decodeUtf8(window.bytes, window.at, Math.min(window.end, window.at + SHOWN_CHARACTERS));
    if (first !== OPEN_LIST && first !== OPEN_OBJECT) throw new NotJson();
    yield* new DocumentReader(window, decodeUtf8, this).read();
    yield* peek(window);
    if (window.at < window.end) throw new NotJson();
  }
}

/** What a file's name says: the fact it holds and the form it has. */
export type Form = 'json' | 'lines' | 'csv';

const FORMS: Readonly<Record<string, Form>> = { json: 'json', ndjson: 'lines', jsonl: 'lines', csv: 'csv', tsv: 'csv' };

/** `undefined`: the content has to tell. Throws for a form that the import does not read. */
export function toForm(name: string): Form | undefined {
  const extension = /\.([^.]+)$/.exec(basename(name).replace(/\.gz$/i, ''))?.[1]?.toLowerCase();
  if (extension === undefined || extension in FORMS) return FORMS[extension ?? ''];
  throw new UnreadableError(`a .${extension} is not read. Use JSON, NDJSON or CSV, gzipped or not.`);
}

/** The fact by the name up to its first `.`, `-` or `_`: `orders-2026.csv.gz` holds orders. */
export function toFact(name: string): FactName {
  const [stem = ''] = basename(name).split(/[.\-_]/, 1);
  if (isFactName(stem)) return stem;
  throw new UnreadableError(
    `its name does not say what it holds. Call it ${FACT_NAMES.join(', ')}, or say --as conversations.`,
  );
}
