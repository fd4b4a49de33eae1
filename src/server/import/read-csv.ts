/** CSV with a header line: a record a row, or several adjacent rows where each holds one item. */
import { innerFields, type Shape } from '../../core/facts/field.js';
import { FACTS, type FactName } from '../../core/facts/registry.js';
import type { FactColumns } from '../../core/custom-columns.js';
import { CsvError, CsvReader, type CsvRecord } from '../../ingest/csv.js';
import { textsOf, type Chunks } from '../../ingest/stream.js';
import { UnreadableError, type Item, type Items } from './items.js';

/** Items that are handed over at once. */
const BATCH_SIZE = 500;

type CsvValues = Record<string, unknown>;

/** Rejects with an `UnreadableError` for a header line that fits no record, and for quotes that are wrong. */
export async function* readCsv(bytes: Chunks, fact: FactName, own: FactColumns): Items {
  yield [{ kind: 'list', fact }];
  const csv = new CsvReader();
  const joiner = new RowJoiner(fact, own);
  for await (const { text, isLast } of textsOf(bytes)) {
    for (const row of rowsOf(csv, text, isLast)) {
      if (row.fault === 'open-quote') throw unreadable(row.line, 'a quote has no end');
      if (row.fault === 'text-behind-quote') throw unreadable(row.line, 'text stands behind a quote');
      joiner.take(row);
      if (joiner.items.length >= BATCH_SIZE) yield joiner.items.splice(0);
    }
  }
  joiner.end();
  yield joiner.items.splice(0);
}

function rowsOf(csv: CsvReader, text: string, isLast: boolean): CsvRecord[] {
  try {
    return csv.push(text, isLast);
  } catch (cause) {
    if (cause instanceof CsvError) throw unreadable(cause.line, cause.message, cause);
    throw cause;
  }
}

function unreadable(line: number, what: string, cause?: unknown): UnreadableError {
  return new UnreadableError(
    `it is no CSV from line ${line} on: ${what}. Look for a quote that is not doubled.`,
    cause === undefined ? undefined : { cause },
  );
}

/** Puts rows of the same record together where a row holds one item of it. */
class RowJoiner {
  readonly items: Item[] = [];
  readonly #fact: FactName;
  readonly #own: FactColumns;
  #columns: (CsvColumn | undefined)[] | undefined;
  #listName: string | undefined;
  #open: { record: CsvValues; line: number } | undefined;
  #count = 0;

  constructor(fact: FactName, own: FactColumns) {
    this.#fact = fact;
    this.#own = own;
  }

  take({ cells, line }: CsvRecord): void {
    if (!this.#columns) return this.#readHeader(cells);
    const record = toRecord(cells, this.#columns);
    const listName = this.#listName;
    if (listName === undefined) return this.#emit(record, line);
    const item = record[listName];
    record[listName] = item === undefined ? [] : [item];
    if (this.#open && record['id'] !== undefined && record['id'] === this.#open.record['id'])
      (this.#open.record[listName] as unknown[]).push(...(record[listName] as unknown[]));
    else {
      this.end();
      this.#open = { record, line };
    }
  }

  end(): void {
    if (this.#open) this.#emit(this.#open.record, this.#open.line);
    this.#open = undefined;
  }

  #readHeader(header: readonly string[]): void {
    this.#columns = toCsvColumns(this.#fact, header, this.#own);
    header.forEach((name, index) => {
      if (!this.#columns![index] && name.trim() !== '') this.items.push({ kind: 'ignored', name: name.trim() });
    });
    const inner = this.#columns.find((column) => column?.path[0] === 'items' && column.path.length > 1);
    this.#listName = inner?.path[0];
  }

  #emit(value: CsvValues, line: number): void {
    this.items.push({ kind: 'record', fact: this.#fact, index: this.#count++, line, value });
  }
}

/** An empty cell is a missing key. */
function toRecord(cells: readonly string[], columns: readonly (CsvColumn | undefined)[]): CsvValues {
  const record: CsvValues = {};
  columns.forEach((column, index) => {
    const cell = cells[index];
    if (!column || cell === undefined || cell === '') return;
    const [name, inner] = column.path;
    if (inner === undefined) record[name] = toValue(cell, column.kind);
    else record[name] = { ...(record[name] as CsvValues | undefined), [inner]: toValue(cell, column.kind) };
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

/** How a cell's text becomes a value: `json` an object or a list of objects, `list` texts. */
type CellKind = 'text' | 'number' | 'flag' | 'instant' | 'list' | 'json';

interface CsvColumn {
  /** The field, and the one in it: `['profile', 'name']`. */
  path: readonly [string, ...string[]];
  kind: CellKind;
}

/** `undefined` for a column that is not read. Throws an `UnreadableError` for an invalid header. */
function toCsvColumns(fact: FactName, header: readonly string[], own: FactColumns): (CsvColumn | undefined)[] {
  const known = knownColumns(fact, own);
  const columns = header.map((name) => known.get(name.trim()) ?? known.get(plain(name)));
  const names = columns.map((column) => column?.path.join('.'));
  const twice = names.find((name, index) => name !== undefined && names.indexOf(name) !== index);
  if (twice !== undefined) throw new UnreadableError(`the header line names ${twice} twice.`);
  const whole = columns.find((column) => column?.path.length === 2 && names.includes(column.path[0]));
  if (whole)
    throw new UnreadableError(
      `the header line names both ${whole.path[0]} and ${whole.path.join('.')}. Use ${whole.path[0]} alone, or a column for each part of it.`,
    );
  const missing = requiredNames(fact).find((name) => !names.some((one) => one === name || one?.startsWith(`${name}.`)));
  if (missing !== undefined)
    throw new UnreadableError(
      `the header line has no column ${missing}, which every record of ${fact} needs. It has: ${header.join(', ').slice(0, 200)}.`,
    );
  return columns;
}

/** By name, and by the name without spaces, underscores, hyphens and capitals: `Started at`, `started_at`. */
function knownColumns(fact: FactName, own: FactColumns): Map<string, CsvColumn> {
  const columns = new Map<string, CsvColumn>();
  const add = (path: CsvColumn['path'], kind: CellKind) => {
    const name = path.join('.');
    columns.set(name, { path, kind });
    if (!columns.has(plain(name))) columns.set(plain(name), { path, kind });
  };
  for (const [name, kind] of Object.entries(own)) add([name], kind);
  for (const [name, field] of Object.entries(FACTS[fact].fields)) {
    add([name], kindOf(field.shape));
    // A column for each field of an object, and of the one item that a line of an order is.
    for (const [inner, { shape }] of Object.entries(innerFields(field))) add([name, inner], kindOf(shape));
  }
  return columns;
}

const plain = (name: string): string => name.replace(/[\s_-]/g, '').toLowerCase();

function requiredNames(fact: FactName): string[] {
  return Object.entries(FACTS[fact].fields)
    .filter(([, { isRequired }]) => isRequired)
    .map(([name]) => name);
}

const ONE_OF: Readonly<Record<string, CellKind>> = { number: 'number', boolean: 'flag' };

function kindOf(shape: Shape): CellKind {
  switch (shape.kind) {
    case 'text':
    case 'number':
    case 'flag':
    case 'instant':
      return shape.kind;
    case 'one-of':
      return ONE_OF[typeof shape.values[0]] ?? 'text';
    case 'list':
      return kindOf(shape.of) === 'text' ? 'list' : 'json';
    case 'either':
      return kindOf(shape.options[0]!);
    default:
      return 'json';
  }
}
