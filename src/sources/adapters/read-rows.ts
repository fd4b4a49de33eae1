/** Reads a file of any form that exports have: JSON values, one or many, NDJSON, CSV. */
import { SourceError } from '../../core/source-error.js';
import { CsvError, CsvReader, type CsvRecord } from '../../ingest/csv.js';
import { OPEN_LIST, OPEN_OBJECT } from '../../ingest/json/bytes.js';
import { NotJson, READ_WHOLE, readEntries, readList, readWhole } from '../../ingest/json/values.js';
import { ByteWindow, decodeUtf8, peek, skipAnySpace, type ParseSteps } from '../../ingest/json/window.js';
import { LineReader } from '../../ingest/lines.js';
import {
  lookAt,
  MAX_VALUE_BYTES,
  parseChunks,
  startOfLine,
  textsOf,
  toBytes,
  type Chunks,
  type StreamParser,
} from '../../ingest/stream.js';
import type { ExportFile } from './export-file.js';
import { findRows, Page, type Found, type TableNames } from './page.js';
import type { Row } from './vendor.js';

export interface Broken {
  reason: string;
  place: () => string;
}

/** Some rows at a time. Rejects with a `SourceError` for a file that cannot be read. */
export type RowBatches = AsyncGenerator<(Found | Broken)[], void, undefined>;

interface FileContext {
  /** The file's name for places and errors; may be empty. */
  file: string;
  /** The table that the name says. */
  table: string | undefined;
  names: TableNames;
}

export async function* readRows({ name, open }: ExportFile, names: TableNames): RowBatches {
  const context: FileContext = { file: name, table: names.ofFile(name), names };
  const { first, all } = await startOfLine(toBytes(open()));
  const look = lookAt(first);
  if (look.kind === 'text') yield* readCsv(all(), context);
  else if (look.kind !== 'empty' && look.line) yield* parseChunks(all(), new LinesParser(context));
  else yield* parseChunks(all(), new ValuesParser(context));
}

async function* readCsv(chunks: Chunks, { file, table }: FileContext): RowBatches {
  const csv = new CsvReader();
  let header: readonly string[] | undefined;
  for await (const { text, isLast } of textsOf(chunks)) {
    const found: (Found | Broken)[] = [];
    for (const row of recordsOf(csv, text, isLast)) {
      if (header) found.push(toFound(header, row, file, table));
      else header = row.cells.map((name) => name.trim());
    }
    yield found;
  }
}

function recordsOf(csv: CsvReader, text: string, isLast: boolean): CsvRecord[] {
  try {
    return csv.push(text, isLast);
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new SourceError(`Row ${cause.record} has no end. Look for a quote that is not doubled.`, {
      cause,
      type: 'unreadable',
    });
  }
}

/** The row as an object without its empty cells. */
function toFound(
  header: readonly string[],
  { cells, record, fault }: CsvRecord,
  file: string,
  table: string | undefined,
): Found | Broken {
  const place = () => `${file || 'CSV'} row ${record}`;
  if (fault === 'open-quote') return { reason: 'has a quote without an end', place };
  if (cells.length !== header.length) return { reason: 'has more or fewer cells than the header', place };
  const value: Row = {};
  header.forEach((name, index) => {
    if (cells[index]) value[name] = cells[index];
  });
  return { table, list: 'CSV', value, place };
}

class LinesParser implements StreamParser<Found | Broken> {
  readonly window = new ByteWindow();
  readonly found: (Found | Broken)[] = [];
  readonly steps: ParseSteps;
  readonly #file: string;
  readonly #lines: LineReader;

  constructor({ file, table, names }: FileContext) {
    this.#file = file || 'JSON';
    const placeOf = (line: number) => () => `${this.#file} line ${line}`;
    this.#lines = new LineReader(this.window, decodeUtf8, {
      ...READ_WHOLE,
      take: (value, { line }) => {
        for (const one of findRows(value, names, table, placeOf(line))) this.found.push(one);
      },
      takeBroken: ({ line }) => void this.found.push({ reason: 'is not JSON', place: placeOf(line) }),
    });
    this.steps = this.#lines.read();
  }

  /** Broken lines are found like others, so nothing is left to fail. */
  notJson(error: NotJson): Error {
    return error;
  }

  tooLong(): SourceError {
    return tooLong(`${this.#file} has a line`, `line ${this.#lines.line}`);
  }
}

/** JSON values one after the other, their lists row by row. */
class ValuesParser implements StreamParser<Found> {
  readonly window = new ByteWindow();
  readonly found: Found[] = [];
  readonly steps = this.#read();
  readonly #context: FileContext;
  #last = '';

  constructor(context: FileContext) {
    this.#context = context;
  }

  notJson(cause: NotJson): SourceError {
    return new SourceError(`${this.#context.file || 'The export'} is not JSON ${this.#place}.`, {
      cause,
      type: 'unreadable',
    });
  }

  tooLong(): SourceError {
    return tooLong(`${this.#context.file || 'The export'} has a value`, this.#place);
  }

  get #place(): string {
    return this.#last ? `after ${this.#last}` : 'at its beginning';
  }

  *#read(): ParseSteps {
    const { window } = this;
    const { names, table } = this.#context;
    // A byte order mark is white space here.
    yield* skipAnySpace(window);
    for (let first = yield* peek(window); window.at < window.end; first = yield* peek(window)) {
      if (first === OPEN_LIST) yield* this.#list('', (value, place) => findRows(value, names, table, place));
      else if (first === OPEN_OBJECT) yield* this.#object();
      else throw new NotJson();
    }
  }

  *#object(): ParseSteps {
    const { names, table, file } = this.#context;
    const page = new Page(names, () => file || 'JSON');
    yield* readEntries(this.window, decodeUtf8, (name, byte) => this.#entry(page, name, byte));
    this.found.push(...page.end(table));
  }

  *#entry(page: Page, name: string, byte: number): ParseSteps {
    if (byte === OPEN_LIST && this.#context.names.isList(name))
      yield* this.#list(name, (value, place) => page.item(name, value, place));
    else page.field(name, yield* readWhole(this.window, decodeUtf8));
    this.#last ||= name;
  }

  *#list(name: string, find: (value: unknown, place: () => string) => Iterable<Found>): ParseSteps {
    const take = (value: unknown, index: number) => {
      const place = () => `${[this.#context.file, name].filter(Boolean).join(' ')}[${index}]`;
      this.#last = place();
      this.found.push(...find(value, place));
    };
    yield* readList(this.window, { ...READ_WHOLE, take }, decodeUtf8);
  }
}

function tooLong(what: string, place: string): SourceError {
  return new SourceError(`${what} longer than ${MAX_VALUE_BYTES >> 20} MiB, ${place}.`, { type: 'unreadable' });
}
