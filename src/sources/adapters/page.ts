/**
 * The values that lie beside each other in one JSON value: lists of rows, and perhaps one record whose parts are beside it as in
 * `{ "ticket": {…}, "conversations": […] }`.
 */
import { toRow, toText } from './rows.js';
import type { Row, TableSpec, Vendor } from './vendor.js';

/** A row that was found. `table` is missing where neither its list, nor the file, nor its fields say which it is. */
export interface Found {
  table: string | undefined;
  /** What it stood in, for the report. */
  list: string;
  value: unknown;
  /** Where in the file, as people say it. */
  place: () => string;
}

/** Rows of any table. */
const ANY = new Set(['data', 'results', 'items', 'records']);

/** Tables by the names of their lists. */
export class TableNames {
  readonly #vendor: Vendor;
  readonly #tables = new Map<string, string>();

  constructor(vendor: Vendor) {
    this.#vendor = vendor;
    for (const [table, { names }] of Object.entries(vendor.tables))
      for (const name of [table, ...names]) this.#tables.set(name, table);
  }

  get(name: string): string | undefined {
    return this.#tables.get(name);
  }

  spec(table: string): TableSpec {
    return this.#vendor.tables[table]!;
  }

  isList(name: string): boolean {
    return this.#tables.has(name) || ANY.has(name);
  }

  /** `ticket_data.csv`, `tickets-2026-01.json.gz`: a name, then nothing or a number. */
  ofFile(name: string): string | undefined {
    const stem = (name.split(/[\\/]/).pop() ?? '')
      .toLowerCase()
      .replace(/\.gz$/, '')
      .replace(/\.[a-z]+$/, '')
      .replace(/_data$/, '');
    return this.#tables.get(stem) ?? this.#tables.get(stem.replace(/[-_. ]*\d[\d-_. ]*$/, ''));
  }

  /** What a row of a list with this name is. */
  of(name: string, value: unknown): string | undefined {
    return this.#tables.get(name) ?? this.#vendor.tableOf(toRow(value));
  }
}

/** Tells one JSON value apart as it comes. */
export class Page {
  readonly #names: TableNames;
  readonly #place: () => string;
  readonly #rest: Row = {};
  /** Parts that do not say whose they are. */
  readonly #orphans = new Map<string, unknown[]>();

  constructor(names: TableNames, place: () => string) {
    this.#names = names;
    this.#place = place;
  }

  /** One of a list; nothing where it belongs to what is beside the list. */
  *item(list: string, value: unknown, place: () => string): Generator<Found> {
    const table = this.#names.of(list, value);
    const spec = table === undefined ? undefined : this.#names.spec(table);
    if (spec?.role === 'part' && spec.key !== undefined && toText(toRow(value)[spec.key]) === undefined) {
      const held = this.#orphans.get(list) ?? [];
      this.#orphans.set(list, held);
      held.push(value);
    } else yield { table, list, value, place };
  }

  field(name: string, value: unknown): void {
    this.#rest[name] = value;
  }

  /** The record beside the lists. `file` is what the file's name says. */
  *end(file: string | undefined): Generator<Found> {
    const parts = Object.fromEntries(this.#orphans);
    if ('id' in this.#rest) {
      const value = { ...this.#rest, ...parts };
      yield { table: file ?? this.#names.of('', value), list: '', value, place: this.#place };
      return;
    }
    const found = Object.entries(this.#rest).flatMap(([name, value]) => this.#besides(name, value, parts));
    yield* found;
    if (!found.some(({ isRoot }) => isRoot)) yield* this.#lostParts();
  }

  /** A field that is a record itself, or holds some. */
  #besides(name: string, value: unknown, parts: Row): (Found & { isRoot?: boolean })[] {
    const table = this.#names.get(name);
    const isRecord = typeof value === 'object' && value !== null && 'id' in value;
    if (table !== undefined && isRecord && this.#names.spec(table).role === 'root')
      return [{ table, list: name, value: { ...value, ...parts }, place: this.#place, isRoot: true }];
    const hasRecords = Array.isArray(value) && value.some((one) => typeof one === 'object' && one !== null);
    return isRecord || hasRecords ? [{ table, list: name, value, place: this.#place }] : [];
  }

  *#lostParts(): Generator<Found> {
    for (const [list, values] of this.#orphans)
      for (const value of values) yield { table: this.#names.get(list), list, value, place: this.#place };
  }
}

/** The rows of a whole value. */
export function* findRows(
  value: unknown,
  names: TableNames,
  file: string | undefined,
  place: () => string,
): Generator<Found> {
  if (Array.isArray(value)) {
    for (const one of value) yield* findRows(one, names, file, place);
    return;
  }
  const row = toRow(value);
  if (!isPage(row, names)) {
    yield { table: file ?? names.of('', row), list: '', value, place };
    return;
  }
  const page = new Page(names, place);
  for (const [name, one] of Object.entries(row)) {
    if (!Array.isArray(one) || !names.isList(name)) page.field(name, one);
    else for (const item of one as unknown[]) yield* page.item(name, item, place);
  }
  yield* page.end(file);
}

/** An object of lists or of one record, rather than a row itself. */
function isPage(row: Row, names: TableNames): boolean {
  return (
    !('id' in row) &&
    Object.entries(row).some(
      ([name, one]) =>
        typeof one === 'object' && one !== null && names.isList(name) && (Array.isArray(one) || 'id' in one),
    )
  );
}
