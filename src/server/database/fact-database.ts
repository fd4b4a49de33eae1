/** A database of facts: what the importer writes and the endpoint asks. One implementation per database, the same answers from each. */
import type { MetricsEngine } from '../../core/answer/engine.js';
import type { RecordFacts } from '../../core/facts/registry.js';
import type { Live } from '../../core/facts/agent-data.js';
import type { Article } from '../../core/facts/articles.js';
import type { Conversation } from '../../core/facts/conversations.js';
import type { Order } from '../../core/facts/orders.js';

export interface FactDatabase {
  /** What runs behind it, for the log: `duckdb 1.5.5`. */
  readonly name: string;
  /** The facts of one tenant; any name, also of one that has none yet. */
  tenant(name: string): TenantFacts;
  /** Resolves when questions can be answered. Rejects with a `DatabaseError`. */
  ping(signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export interface TenantFacts {
  /** Answers as every engine does. Its statements stop when the signal aborts; those who may not see texts or people search without them. */
  engine(options?: EngineOptions): MetricsEngine;
  /** Asks until nothing was written meanwhile, so that one answer is about one state of the facts. */
  steady<A>(ask: () => Promise<A>, signal?: AbortSignal): Promise<A>;
  /** What the data say beside their records. */
  fields(signal?: AbortSignal): Promise<StoredFields>;
  /** How many records imports have refused. */
  refused(signal?: AbortSignal): Promise<number>;
  /** Keeps everything or nothing. Writing the same again changes nothing: an id's later version replaces the earlier one. */
  write(facts: FactWrite, options?: WriteOptions): Promise<WriteReport>;
  /** How far an import of the file with this digest has come. */
  importOf(digest: string): Promise<ImportMark | undefined>;
}

export interface EngineOptions {
  signal?: AbortSignal | undefined;
  /** What a search looks at beside ids. Default: all of it. */
  searches?: { texts: boolean; people: boolean };
}

type RecordLists = { readonly [Fact in keyof RecordFacts]: readonly RecordFacts[Fact][] };

export interface StoredFields {
  skills?: string[];
  currency?: string;
  timeZone?: string;
  /** `null`: not live yet; absent: not said. */
  live?: Live | null;
}

/** Checked records and fields; a list that is there, even empty, was supplied. */
export interface FactWrite extends Partial<RecordLists> {
  conversations?: readonly Conversation[];
  orders?: readonly Order[];
  articles?: readonly Article[];
  fields?: StoredFields;
  /** Kept together with the records, so that an import goes on where it stopped. */
  mark?: ImportMark;
}

export interface WriteOptions {
  /** Nothing is kept before this has resolved, and nothing at all when it rejects: what needs no database is done meanwhile. */
  after?: Promise<unknown>;
}

export interface ImportMark {
  /** SHA-256 of the file's bytes and of how it is read, in hex. */
  digest: string;
  /** The file's name, for people. */
  name: string;
  /** Records that were read so far, refused ones too. */
  records: number;
  refused: number;
  isDone: boolean;
}

export interface WriteReport {
  /** Records that are in now; the others were older versions of what is there. */
  written: number;
}

/** The database cannot answer. `type` says why, in the words of a problem's type. */
export class DatabaseError extends Error {
  readonly type: DatabaseErrorType;

  constructor(type: DatabaseErrorType, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseError';
    this.type = type;
  }
}

/**
 * `unavailable`: not reachable, or not all of it; `busy`: another process holds it; `full`: no room to write; `mismatch`: made by another
 * version, or opened with other settings than it can take over.
 */
export type DatabaseErrorType = 'unavailable' | 'busy' | 'full' | 'mismatch';
