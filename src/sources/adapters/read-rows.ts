/** Reads a file of any form that exports have: JSON values, one or many, NDJSON, CSV. */
import { ByteWindow, peek, type Reading } from '../ingest/byte-window.js';
import { decodeUtf8 } from '../ingest/decode.js';
import { IGNORED } from '../ingest/item-reader.js';
import { OPEN_LIST, OPEN_OBJECT } from '../ingest/json-bytes.js';
import { NotJson } from '../ingest/not-json.js';
import { readEntries, readWhole } from '../ingest/read-entries.js';
import { readList } from '../ingest/read-list.js';
import { SourceError } from '../source-error.js';
import type { ExportFile } from './export-file.js';
import { findRows, Page, type Found, type TableNames } from './page.js';
import { CsvRows } from './read-csv-rows.js';

export interface Broken {
  reason: string;
  place: () => string;
}

/** Rows of a few kilobytes at once. Rejects with a `SourceError` for what cannot be read. */
export type RowBatches = AsyncGenerator<(Found | Broken)[], void, undefined>;

const MOST_LOOKED_AT = 1 << 20;

export async function* readRows(file: ExportFile, names: TableNames): RowBatches {
  const table = names.ofFile(file.name);
  const chunks = file.open()[Symbol.asyncIterator]() as AsyncIterator<Uint8Array | string, undefined>;
  const first: (Uint8Array | string)[] = [];
  let start = '';
  const decoder = new TextDecoder();
  while (!start.includes('\n', 1) && start.length < MOST_LOOKED_AT) {
    const { done, value } = await chunks.next();
    if (done) break;
    first.push(value);
    start += typeof value === 'string' ? value : decoder.decode(value, { stream: true });
  }
  const all = replayed(first, chunks);
  const begins = start.trimStart();
  if (begins === '') await chunks.return?.();
  else if (!/^[[{]/.test(begins)) yield* readCsv(all, file.name, table);
  else if (isJson(begins.slice(0, (begins.indexOf('\n') + 1 || begins.length + 1) - 1)))
    yield* readLines(all, file.name, table, names);
  else yield* readValues(all, file.name, table, names);
}

async function* replayed<T>(first: readonly T[], rest: AsyncIterator<T, undefined>): AsyncGenerator<T> {
  try {
    yield* first;
    for (;;) {
      const { done, value } = await rest.next();
      if (done) return;
      yield value;
    }
  } finally {
    await rest.return?.();
  }
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

async function* readCsv(
  chunks: AsyncIterable<Uint8Array | string>,
  file: string,
  table: string | undefined,
): RowBatches {
  const csv = new CsvRows();
  for await (const { text, isLast } of textsOf(chunks)) {
    yield csv.push(text, isLast).map(({ row, record, isUneven }) => {
      const place = () => `${file || 'CSV'} row ${record}`;
      return isUneven
        ? { reason: 'has more or fewer cells than the header', place }
        : { table, list: 'CSV', value: row, place };
    });
  }
}

async function* readLines(
  chunks: AsyncIterable<Uint8Array | string>,
  file: string,
  table: string | undefined,
  names: TableNames,
): RowBatches {
  let rest = '';
  let line = 0;
  for await (const { text, isLast } of textsOf(chunks)) {
    const lines = (rest + text).split('\n');
    rest = isLast ? '' : lines.pop()!;
    const batch: (Found | Broken)[] = [];
    for (const one of lines) {
      const at = ++line;
      const place = () => `${file || 'JSON'} line ${at}`;
      if (one.trim() === '') continue;
      try {
        batch.push(...findRows(JSON.parse(one), names, table, place));
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        batch.push({ reason: 'is not JSON', place });
      }
    }
    yield batch;
  }
}

/** The last text is empty. */
async function* textsOf(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<{ text: string; isLast: boolean }> {
  const decoder = new TextDecoder();
  let isFirst = true;
  for await (const chunk of chunks) {
    // A text keeps the mark of its bytes' order, which a decoder drops.
    yield {
      text:
        typeof chunk === 'string'
          ? chunk.slice(Number(isFirst && chunk.startsWith('\uFEFF')))
          : decoder.decode(chunk, { stream: true }),
      isLast: false,
    };
    isFirst = false;
  }
  yield { text: decoder.decode(), isLast: true };
}

async function* readValues(
  chunks: AsyncIterable<Uint8Array | string>,
  file: string,
  table: string | undefined,
  names: TableNames,
): RowBatches {
  const values = new Values(file, table, names);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) {
    values.window.append(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
    yield values.goOn();
  }
  values.window.isLast = true;
  yield values.goOn();
}

/** JSON values one after the other, their lists row by row. */
class Values {
  readonly window = new ByteWindow();
  readonly #file: string;
  readonly #table: string | undefined;
  readonly #names: TableNames;
  readonly #reading: Reading;
  #found: Found[] = [];
  #last = '';

  constructor(file: string, table: string | undefined, names: TableNames) {
    this.#file = file;
    this.#table = table;
    this.#names = names;
    this.#reading = this.#read();
  }

  /** What is whole by now. */
  goOn(): Found[] {
    try {
      for (;;) {
        const { done, value } = this.#reading.next();
        if (done || value === 'more') return this.#found.splice(0);
      }
    } catch (cause) {
      if (!(cause instanceof NotJson)) throw cause;
      throw new SourceError(
        `${this.#file || 'The export'} is not JSON ${this.#last ? `after ${this.#last}` : 'at its beginning'}.`,
        { cause, type: 'unreadable' },
      );
    }
  }

  *#read(): Reading {
    const { window } = this;
    // A byte order mark is no space.
    if ((yield* peek(window)) === 0xef) window.at += 3;
    for (let first = yield* peek(window); window.at < window.end; first = yield* peek(window)) {
      if (first === OPEN_LIST)
        yield* this.#list('', (value, place) => findRows(value, this.#names, this.#table, place));
      else if (first === OPEN_OBJECT) yield* this.#object();
      else throw new NotJson();
    }
  }

  *#object(): Reading {
    const { window } = this;
    const page = new Page(this.#names, () => this.#file || 'JSON');
    yield* readEntries(window, decodeUtf8, (name, byte) => this.#entry(page, name, byte));
    this.#found.push(...page.end(this.#table));
  }

  *#entry(page: Page, name: string, byte: number): Reading {
    if (byte === OPEN_LIST && this.#names.isList(name))
      yield* this.#list(name, (value, place) => page.item(name, value, place));
    else page.field(name, yield* readWhole(this.window, decodeUtf8));
    this.#last ||= name;
  }

  *#list(name: string, find: (value: unknown, place: () => string) => Iterable<Found>): Reading {
    const take = (value: unknown, index: number) => {
      const place = () => `${[this.#file, name].filter(Boolean).join(' ')}[${index}]`;
      this.#last = place();
      this.#found.push(...find(value, place));
    };
    yield* readList(this.window, { ...IGNORED, read: () => -1, take }, decodeUtf8);
  }
}
