/** CSV with a header line: a record a row, or several adjacent rows where each holds one item. */
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { FactName } from '../../core/facts/registry.js';
import type { FactColumns } from '../../core/own-columns.js';
import { toCsvColumns, type CellKind, type CsvColumn } from './csv-columns.js';
import { MOST_BYTES, UnreadableError, type Item, type Items } from './items.js';
import { startOf } from './open-bytes.js';

const SEPARATORS = [',', ';', '\t', '|'] as const;
/** Tools mix these in one file. */
const LINE_ENDS = ['\r\n', '\n'];
const RETURN = Buffer.from('\r');
/** A header line is not longer. */
const MOST_HEADER = 1 << 16;
const MOST_ITEMS = 500;

interface Row {
  record: string[];
  info: { lines: number };
}

type Record_ = Record<string, unknown>;

/** Rejects with an `UnreadableError` for a header line that fits no record, and for a quote that has no end. */
export async function* readCsv(bytes: AsyncIterable<Buffer>, fact: FactName, own: FactColumns): Items {
  yield [{ kind: 'list', fact }];
  const start = await startOf(bytes, MOST_HEADER);
  const rows = rowsOf(start.all(), separatorOf(start.first), lineEndsOf(start.first));
  const joiner = new RowJoiner(fact, own);
  try {
    for await (const row of rows) {
      joiner.take(row);
      if (joiner.items.length >= MOST_ITEMS) yield joiner.items.splice(0);
    }
  } catch (cause) {
    if (cause instanceof CsvError)
      throw new UnreadableError(
        `it is no CSV from line ${Number(cause['lines'])} on: ${cause.message}. Look for a quote that is not doubled.`,
        { cause },
      );
    throw cause;
  }
  joiner.end();
  yield joiner.items.splice(0);
}

function rowsOf(bytes: AsyncIterable<Buffer>, delimiter: string, recordDelimiter: string[]): AsyncIterable<Row> {
  const parser = parse({
    delimiter,
    recordDelimiter,
    info: true,
    relaxColumnCount: true,
    skipEmptyLines: true,
    maxRecordSize: MOST_BYTES,
  });
  // Its error comes to whoever reads.
  return pipeline(Readable.from(withoutLastReturn(bytes), { objectMode: false }), parser, () => undefined);
}

/** A file may break off within its last line end. */
async function* withoutLastReturn(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held = false;
  for await (const chunk of bytes) {
    if (held) yield RETURN;
    held = chunk.at(-1) === RETURN[0];
    yield held ? chunk.subarray(0, -1) : chunk;
  }
}

/** The one that comes most often in the header line, outside quotes. */
function separatorOf(first: Buffer): string {
  const [line = ''] = withoutQuoted(first).split(/[\r\n]/, 1);
  const counts = SEPARATORS.map((separator) => line.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}

/** A carriage return alone ends rows only where it ends the header; elsewhere it is a part of a cell. */
function lineEndsOf(first: Buffer): string[] {
  const [end] = /\r\n|[\r\n]/.exec(withoutQuoted(first)) ?? [];
  return end === '\r' ? [...LINE_ENDS, '\r'] : LINE_ENDS;
}

function withoutQuoted(first: Buffer): string {
  return first
    .toString()
    .replace(/"(?:[^"]|"")*"/g, '')
    .trimStart();
}

/** Puts rows of the same record together where a row holds one item of it. */
class RowJoiner {
  readonly items: Item[] = [];
  readonly #fact: FactName;
  readonly #own: FactColumns;
  #columns: (CsvColumn | undefined)[] | undefined;
  #listed: string | undefined;
  #open: { record: Record_; line: number } | undefined;
  #count = 0;
  #lastLine = 0;

  constructor(fact: FactName, own: FactColumns) {
    this.#fact = fact;
    this.#own = own;
  }

  take({ record: cells, info: { lines } }: Row): void {
    const line = this.#lastLine + 1;
    this.#lastLine = lines;
    if (!this.#columns) return this.#readHeader(cells);
    const record = toRecord(cells, this.#columns);
    const listed = this.#listed;
    if (listed === undefined) return this.#give(record, line);
    const item = record[listed];
    record[listed] = item === undefined ? [] : [item];
    if (this.#open && record['id'] !== undefined && record['id'] === this.#open.record['id'])
      (this.#open.record[listed] as unknown[]).push(...(record[listed] as unknown[]));
    else {
      this.end();
      this.#open = { record, line };
    }
  }

  end(): void {
    if (this.#open) this.#give(this.#open.record, this.#open.line);
    this.#open = undefined;
  }

  #readHeader(header: readonly string[]): void {
    this.#columns = toCsvColumns(this.#fact, header, this.#own);
    header.forEach((name, index) => {
      if (!this.#columns![index] && name.trim() !== '') this.items.push({ kind: 'ignored', name: name.trim() });
    });
    const inner = this.#columns.find((column) => column?.path[0] === 'items' && column.path.length > 1);
    this.#listed = inner?.path[0];
  }

  #give(value: Record_, line: number): void {
    this.items.push({ kind: 'record', fact: this.#fact, index: this.#count++, line, value });
  }
}

/** An empty cell is a missing key. */
function toRecord(cells: readonly string[], columns: readonly (CsvColumn | undefined)[]): Record_ {
  const record: Record_ = {};
  columns.forEach((column, index) => {
    const cell = cells[index];
    if (!column || cell === undefined || cell === '') return;
    const [name, inner] = column.path;
    if (inner === undefined) record[name] = toValue(cell, column.kind);
    else record[name] = { ...(record[name] as Record_ | undefined), [inner]: toValue(cell, column.kind) };
  });
  return record;
}

/** A text that is not of its kind stays text, so that the check names it. */
function toValue(cell: string, kind: CellKind): unknown {
  switch (kind) {
    case 'number':
      return toNumber(cell);
    case 'instant':
      return /^\d{12,}$/.test(cell.trim()) ? Number(cell) : cell.trim();
    case 'flag':
      return (
        new Map([
          ['true', true],
          ['false', false],
        ]).get(cell.trim().toLowerCase()) ?? cell
      );
    case 'json':
      return toJson(cell);
    case 'list':
      return cell.trim().startsWith('[')
        ? toJson(cell)
        : cell
            .split(';')
            .map((text) => text.trim())
            .filter(Boolean);
    default:
      return cell;
  }
}

function toNumber(cell: string): unknown {
  const text = cell.trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : cell;
}

function toJson(cell: string): unknown {
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    return cell;
  }
}
