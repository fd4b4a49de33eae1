/**
 * Turns an export into facts with bounded memory. Lookup tables, such as users, are read into memory first. Where a ticket's parts lie apart from it, the
 * files are then read once for each share of the tickets that fits into memory.
 */
import type { AgentData } from '../../core/facts/agent-data.js';
import type { AdapterOptions } from './adapter-options.js';
import type { ReportBook } from './adapter-report.js';
import { type ExportInput, type ExportSource, toExportSources } from './export-file.js';
import { isNewer, toText } from './rows.js';
import { type Found, TableNames, findRows } from './page.js';
import { type Broken, readRows } from './read-rows.js';
import type { FieldTable, Mapper, Part, Row, Vendor } from './vendor.js';

const DEFAULT_HELD = 16 << 20;
/** Facts that are handed over at once. */
const BATCH_SIZE = 500;

type Lists = Record<string, object[]>;

interface Held {
  table: string;
  root?: string;
  /** Table and row as JSON: a text is smaller than its object. */
  parts: string[];
}

export class ExportReading {
  readonly #vendor: Vendor;
  readonly #names: TableNames;
  readonly #sources: readonly ExportSource[];
  readonly #report: ReportBook;
  readonly #heldBytes: number;
  readonly #mapper: Mapper;
  #facts: Lists = {};
  #size = 0;
  #hasParts = false;
  #bytes = 0;
  /** Sources with rows that become facts. */
  readonly #factSources = new Set<ExportSource>();

  constructor(vendor: Vendor, input: ExportInput, options: AdapterOptions, report: ReportBook) {
    this.#vendor = vendor;
    this.#names = new TableNames(vendor);
    this.#sources = toExportSources(input);
    this.#report = report;
    this.#heldBytes = options.heldBytes ?? DEFAULT_HELD;
    this.#mapper = vendor.mapper({
      options,
      report,
      put: (fact, record) => {
        (this.#facts[fact] ??= []).push(record);
        this.#size++;
      },
    });
    if (options.currency !== undefined) this.#facts['currency'] = options.currency as never;
  }

  async *batches(): AsyncGenerator<AgentData, void, undefined> {
    for (const source of this.#sources) await this.#look(source);
    const shares = this.#hasParts ? Math.max(1, Math.ceil(this.#bytes / this.#heldBytes)) : 1;
    for (let share = 0; share < shares; share++) {
      const held = new Map<string, Held>();
      for (const source of this.#factSources) {
        for await (const found of this.#rowsOf(source)) {
          for (const one of found) this.#take(one, share, shares, held);
          if (this.#size >= BATCH_SIZE) yield this.#handOver();
        }
      }
      for (const [key, one] of held) {
        held.delete(key);
        this.#join(key, one);
        if (this.#size >= BATCH_SIZE) yield this.#handOver();
      }
    }
    if (Object.keys(this.#facts).length > 0) yield this.#handOver();
  }

  #handOver(): AgentData {
    const facts = this.#facts;
    this.#facts = {};
    this.#size = 0;
    return facts;
  }

  async *#rowsOf(source: ExportSource, onBytes?: (size: number) => void): AsyncGenerator<(Found | Broken)[]> {
    if ('value' in source) {
      yield [...findRows(source.value, this.#names, this.#names.ofFile(source.name), () => source.name || 'record')];
      return;
    }
    yield* readRows(
      {
        name: source.name,
        async *open() {
          for await (const chunk of source.open()) {
            onBytes?.(chunk.length);
            yield chunk;
          }
        },
      },
      this.#names,
    );
  }

  /** Learns names, counts rows and reports broken ones. Later passes over the files report neither. */
  async #look(source: ExportSource): Promise<void> {
    let bytes = 0;
    for await (const found of this.#rowsOf(source, (size) => (bytes += size)))
      for (const one of found) this.#lookAt(one, source);
    if (this.#factSources.has(source)) this.#bytes += bytes;
  }

  #lookAt(one: Found | Broken, source: ExportSource): void {
    this.#report.records++;
    if ('reason' in one) return this.#report.skip('', one.reason, one.place());
    const { table, list, value, place } = one;
    if (table === undefined) return this.#report.skip(list, 'is none of the tables that are known', place());
    if (typeof value !== 'object' || value === null) return this.#report.skip(table, 'is no object', place());
    const { role, why } = this.#names.spec(table);
    if (role === 'unread') return this.#report.skip(table, why ?? 'has no place in the facts', place());
    if (role === 'lookup') return this.#learn(table, JSON.parse(JSON.stringify(value)) as Row, list === 'CSV', place);
    this.#factSources.add(source);
    this.#hasParts ||= role === 'part';
  }

  #learn(table: string, value: Row, isCsv: boolean, place: () => string): void {
    const row = isCsv ? this.#fromCsv(table, value) : value;
    if (typeof row === 'string') return this.#report.skip(table, row, place());
    reportFields(this.#vendor.fields, table, row, this.#report);
    this.#mapper.learn(table, row);
  }

  #fromCsv(table: string, row: Row): Row | string {
    return this.#vendor.fromCsv?.(table, row) ?? row;
  }

  #take(one: Found | Broken, share: number, shares: number, held: Map<string, Held>): void {
    if (!isUsable(one)) return;
    const { table, value, place } = one;
    const { role } = this.#names.spec(table);
    if (role === 'lookup' || role === 'unread') return;
    const isJoined = this.#hasParts && role !== 'alone';
    const id = this.#rootId(table, value);
    if (shareOf(isJoined ? id : '', shares) !== share) return;
    const row = one.list === 'CSV' ? this.#fromCsv(table, value) : value;
    if (typeof row === 'string') return this.#report.skip(table, row, place());
    reportFields(this.#vendor.fields, table, row, this.#report);
    if (isJoined) this.#hold(table, id, row, held);
    else this.#mapper.map(table, row, []);
  }

  /** The id of the record that a row is, or belongs to. */
  #rootId(table: string, row: Row): string {
    const { role, key = 'id' } = this.#names.spec(table);
    return (role === 'part' ? this.#mapper.rootOf?.(table, row) : undefined) ?? toText(row[key]) ?? '';
  }

  #hold(table: string, id: string, row: Row, held: Map<string, Held>): void {
    const { role, root = table } = this.#names.spec(table);
    const of: Held = held.get(`${root} ${id}`) ?? { table: root, parts: [] };
    // Copied, since a text that was cut out of a chunk would keep all of the chunk in memory.
    held.set(JSON.parse(JSON.stringify(`${root} ${id}`)) as string, of);
    if (role === 'part') of.parts.push(JSON.stringify({ table, row } satisfies Part));
    // Exports by time hold a record once for each change; the latest one is complete.
    else if (of.root === undefined || isNewer(row, JSON.parse(of.root) as Row)) of.root = JSON.stringify(row);
  }

  #join(key: string, { table, root, parts }: Held): void {
    const read = parts.map((part) => JSON.parse(part) as Part);
    if (root !== undefined) return this.#mapper.map(table, JSON.parse(root) as Row, read);
    for (const part of read) this.#report.skip(part.table, `is of a ${table} that is not in the export`, key);
  }
}

/** Whether it is a row of a table that is known. */
function isUsable(one: Found | Broken): one is Found & { table: string; value: Row } {
  return !('reason' in one) && one.table !== undefined && typeof one.value === 'object' && one.value !== null;
}

/** Which share of the roots an id is in. */
function shareOf(id: string, shares: number): number {
  let hash = 0x811c9dc5;
  if (shares > 1)
    for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  return hash % shares;
}

const NOT_KNOWN = 'is not known';
/** Columns of the tool that wrote the CSV. */
const OF_THE_TOOL = /^_/;

/** Reports fields that hold something and have no place in the facts. */
function reportFields(fields: FieldTable, table: string, row: Row, report: ReportBook): void {
  const known = fields[table] ?? {};
  for (const name of Object.keys(row)) {
    const note = Object.hasOwn(known, name) ? known[name] : undefined;
    if ((note && note[0] !== null) || OF_THE_TOOL.test(name) || saysNothing(row[name])) continue;
    report.ignore(`${table}.${name}`, note?.[1] ?? NOT_KNOWN);
  }
}

function saysNothing(value: unknown): boolean {
  if (typeof value === 'string')
    return value === '' || value === '0' || value === '[]' || value === '{}' || value.toLowerCase() === 'false';
  if (typeof value !== 'object') return value === undefined || value === false || value === 0;
  return (
    value === null ||
    Object.values(value).every(
      (one) =>
        one === null ||
        one === '' ||
        (Array.isArray(one) && one.length === 0) ||
        one === 0 ||
        one === false ||
        one === 'list',
    )
  );
}
