/** What an adapter knows of one vendor: its tables, where each field goes, and how a ticket is put together. */
import type { FactName } from '../../core/facts/registry.js';
import type { AdapterOptions } from './adapter-options.js';
import type { ReportBook } from './adapter-report.js';

/** One record as the vendor wrote it; from CSV, its texts without empty cells. */
export type Row = Record<string, unknown>;

export interface TableSpec {
  /** Names of its lists and files. */
  names: readonly string[];
  /**
   * `root`: becomes facts together with its parts. `part`: belongs to a root. `lookup`: names and the like, kept in memory. `alone`: becomes
   * facts by itself. `unread`: has no place in the facts.
   */
  role: 'root' | 'part' | 'lookup' | 'alone' | 'unread';
  /** Of a part: the table of its root, and the field that names it. */
  root?: string;
  key?: string;
  /** Of a table that is not read. */
  why?: string;
}

/**
 * Where a field goes, and how. `null`: nowhere, and the report says so with the reason. `''`: it says nothing about the customer's case,
 * such as an address of the API.
 */
export type FieldNote = readonly [to: string | null, how?: string];

/** By table and field. The documentation is made of it, and what it does not know is reported. */
export type FieldTable = Readonly<Record<string, Readonly<Record<string, FieldNote>>>>;

export interface Mapping {
  options: AdapterOptions;
  report: ReportBook;
  put(fact: FactName, record: object): void;
}

export interface Part {
  table: string;
  row: Row;
}

export interface Mapper {
  /** A row of a `lookup`. */
  learn(table: string, row: Row): void;
  /** The id of the root that a part belongs to, where its `key` alone does not say. */
  rootOf?(table: string, row: Row): string | undefined;
  /** A root with its parts, or a row that stands alone. */
  map(table: string, row: Row, parts: readonly Part[]): void;
}

export interface Vendor {
  tables: Readonly<Record<string, TableSpec>>;
  fields: FieldTable;
  /** The table of a row that no list or file names; `undefined`: its fields do not say. */
  tableOf(row: Row): string | undefined;
  /** A CSV row as the API would give it; text: why it gives nothing. */
  fromCsv?(table: string, row: Row): Row | string;
  mapper(mapping: Mapping): Mapper;
}
