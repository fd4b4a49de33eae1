/** Checks items and writes those that fit in batches, each together with how far the file was read. */
import { acceptRecord } from '../../ingest/accept-record.js';
import { checkField } from '../../core/facts/data-fields.js';
import type { CustomColumns } from '../../core/custom-columns.js';
import { isRecordFact, type FactName } from '../../core/facts/registry.js';
import type { FactWrite, ImportMark, StoredFields, TenantFacts } from '../database/fact-database.js';
import type { Item } from './items.js';
import type { RefusedFile } from './refused-file.js';

/** Records of a batch, and the bytes of the file after which one is written whatever it holds. */
const MAX_RECORDS = 20_000;
const MAX_BATCH_BYTES = 32 << 20;

export interface BatchWriterOptions {
  facts: TenantFacts;
  refused: RefusedFile;
  file: string;
  columns: CustomColumns;
  before: ImportMark;
  /** Whether each batch carries a mark. */
  isMarked: boolean;
}

type Batch = Partial<Record<FactName, unknown[]>> & { fields?: StoredFields };

export class BatchWriter {
  /** Read so far, those of an earlier run included. */
  records = 0;
  refused: number;
  readonly accepted: Partial<Record<FactName, number>> = {};
  readonly ignored: string[] = [];
  readonly #options: BatchWriterOptions;
  #batch: Batch = {};
  #size = 0;
  #bytes = 0;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(options: BatchWriterOptions) {
    this.#options = options;
    this.refused = options.before.refused;
  }

  take(item: Item): void {
    switch (item.kind) {
      case 'list':
        return void (this.#batch[item.fact] ??= []);
      case 'ignored':
        return void this.ignored.push(item.name);
      case 'field':
        return this.#takeField(item.name, item.value);
      case 'unread':
        return this.#isNew ? this.#refuse({ fact: item.name, index: 0, field: '', reason: item.reason }) : undefined;
      default:
        return this.#takeRecord(item);
    }
  }

  /** `bytes`: how many have been read, unpacked. Reading goes on while a batch is written. */
  async writeIfFull(bytes: number): Promise<void> {
    if (this.#size < MAX_RECORDS && bytes - this.#bytes < MAX_BATCH_BYTES) return;
    this.#bytes = bytes;
    await this.#start(this.#mark(false));
  }

  /** Writes what is at hand, and hears how what is under way went. */
  async write(): Promise<void> {
    if (this.#isNew && this.#size > 0) await this.#start(this.#mark(false));
    await this.#writing;
  }

  async finish(digest: string): Promise<void> {
    await this.#start({ ...this.#mark(true), digest });
    await this.#writing;
  }

  /** Once nothing is being written any more, well or not. */
  async settled(): Promise<void> {
    await this.#writing.catch(() => undefined);
  }

  /** An earlier run has not come so far. */
  get #isNew(): boolean {
    return this.records >= this.#options.before.records;
  }

  #takeRecord(item: Extract<Item, { kind: 'record' | 'broken' }>): void {
    const isNew = this.#isNew;
    const at = this.records++;
    if (!isNew) return;
    this.#size++;
    const { kind, fact, index, line } = item;
    const place = { fact, index, ...(line !== undefined && { line }) };
    if (kind === 'broken') return this.#refuse({ ...place, field: '', reason: item.reason, record: item.text }, at);
    const record = acceptRecord(fact, item.value, this.#options.columns, (problem) =>
      this.#refuse({ ...place, ...problem, record: item.value }, at),
    );
    if (!record) return;
    (this.#batch[fact] ??= []).push(isRecordFact(fact) ? this.#named(record, at) : record);
    this.accepted[fact] = (this.accepted[fact] ?? 0) + 1;
  }

  /** A record without an id gets one of its place in the file, so that the same file adds nothing. */
  #named(record: { id?: string | null }, at: number): object {
    return record.id == null ? { ...record, id: `#${this.#options.before.digest.slice(0, 16)}:${at}` } : record;
  }

  #takeField(name: string, value: unknown): void {
    try {
      this.#batch.fields = { ...this.#batch.fields, ...checkField(name, value) };
    } catch (error) {
      if (this.#isNew)
        this.#refuse({ fact: name, index: 0, field: '', reason: (error as Error).message, record: value });
    }
  }

  #refuse(refused: Omit<Parameters<RefusedFile['add']>[0], 'file'>, at = this.records): void {
    this.refused++;
    this.#options.refused.add({ file: this.#options.file, ...refused }, at);
  }

  #mark(isDone: boolean): ImportMark {
    const { digest, name } = this.#options.before;
    return { digest, name, records: this.records, refused: this.refused, isDone };
  }

  async #start(mark: ImportMark): Promise<void> {
    const batch = this.#batch as FactWrite;
    this.#batch = {};
    this.#size = 0;
    const before = this.#writing;
    await this.#options.refused.flush();
    const { facts, isMarked } = this.#options;
    this.#writing = facts.write({ ...batch, ...((isMarked || mark.isDone) && { mark }) }, { after: before });
    // Whoever writes next or ends hears of it.
    this.#writing.catch(() => undefined);
    await before;
  }
}
