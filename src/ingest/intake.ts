/**
 * Checks records one by one and keeps those that fit, conversations as batches of columns, until all was read: a list that comes twice, or a
 * text that breaks off, must leave no trace.
 */
import { showValue } from '../core/format/show-value.js';
import { FACT_NAMES, type FactName, type RecordFactName, isFactName, isRecordFact } from '../core/facts/registry.js';
import type { RecordCollector } from '../core/columnar/records/columnar-records.js';
import { BatchBuilder } from '../core/columnar/store/batch.js';
import type { ConversationBatch } from '../core/columnar/store/batch.js';
import type { Article } from '../core/facts/articles.js';
import type { Conversation } from '../core/facts/conversations.js';
import type { Order } from '../core/facts/orders.js';
import type { FactColumns, CustomColumns } from '../core/custom-columns.js';
import type { Steps } from '../core/steps.js';
import { MAX_REFUSALS, type Refused, acceptRecord, refuse } from './accept-record.js';
import type { Dictionaries } from '../core/columnar/store/columns.js';
import type { DocumentTaker } from './document.js';
import { NotJson, READ_WHOLE, type ItemReader } from './json/values.js';
import { PlainConversations } from './plain-conversations.js';
import { PlainRecords } from './plain-records.js';
import type { Problem } from '../core/facts/fact.js';

/** Rows of a batch. */
const MAX_ROWS = 65_536;

/** Why a list is passed over. */
export const NOT_A_FACT = `is no fact; use one of: ${FACT_NAMES.join(', ')}`;

export class FactIntake implements DocumentTaker {
  readonly builder: BatchBuilder;
  readonly refusals = new Refusals();
  readonly #sink: FactSink;
  #present = new Set<FactName>();
  #columns: unknown;
  #fields = new Map<string, unknown>();
  #batches: ConversationBatch[] = [];
  #orders: Order[] = [];
  #articles: Article[] = [];
  readonly #records = new Map<RecordFactName, RecordCollector>();
  /** Entries that are not read, by name; `undefined`: the name came again. */
  readonly #unread = new Map<string, { group: 'values' | 'lists'; reason: string } | undefined>();

  constructor(sink: FactSink) {
    this.#sink = sink;
    this.builder = new BatchBuilder(sink.dictionaries, sink.columns.conversations ?? {});
  }

  /** What a bare list, lines or a table hold. */
  get fact(): FactName {
    return this.#sink.fact;
  }

  /** Columns that the data's owner declared of a fact. */
  customColumns(fact: FactName): FactColumns {
    return this.#sink.columns[fact] ?? {};
  }

  /** `index` is the record's place in its list. */
  take(fact: FactName, record: unknown, index: number): void {
    const accepted = acceptRecord(fact, record, this.#sink.columns, (problem) =>
      this.refusals.add(fact, fact, index, problem),
    );
    if (!accepted) return;
    if (fact === 'orders') this.#orders.push(accepted as Order);
    else if (fact === 'articles') this.#articles.push(accepted as Article);
    else if (fact !== 'conversations') this.#collectorOf(fact).add(accepted);
    else {
      this.builder.addRecord(accepted as Conversation);
      this.endBatchIfFull();
    }
  }

  /** To be called between two records, where the thread can be given back: what a full shard needs is else done at once. */
  makeRoom(fact: FactName): Steps<void> | undefined {
    const collector = this.#records.get(fact as RecordFactName);
    return collector?.isFull ? collector.makeRoom() : undefined;
  }

  /** A list of the fact begins: the reader for its values. */
  list(fact: FactName): ItemReader {
    this.markPresent(fact);
    const take = (value: unknown, index: number) => this.take(fact, value, index);
    if (isRecordFact(fact)) {
      const records = new PlainRecords(fact, this.customColumns(fact));
      return {
        read: (window, at) => records.read(window, at),
        commit: () => this.#collectorOf(fact).add(records.record),
        drop: () => undefined,
        take,
      };
    }
    if (fact !== 'conversations') return { ...READ_WHOLE, take };
    const { builder } = this;
    const plain = new PlainConversations(builder);
    return {
      read: (window, at) => plain.read(window, at),
      commit: () => {
        builder.commitRow();
        this.endBatchIfFull();
      },
      drop: () => builder.dropRow(),
      take,
    };
  }

  /** To be called after rows were added to the builder. */
  endBatchIfFull(): void {
    if (this.builder.length >= MAX_ROWS) this.#batches.push(this.builder.take());
  }

  /** Rows that the batch still takes. */
  get rowsLeft(): number {
    return MAX_ROWS - this.builder.length;
  }

  /** The list is there, even if without any record. */
  markPresent(fact: FactName): void {
    this.#present.add(fact);
  }

  field(name: string, value: unknown): void {
    this.#fields.set(name, value);
  }

  /** The entry is not a list; `null` is the same as nothing. */
  wrongValue(name: string, value: unknown): void {
    if (isFactName(name) && value !== null && value !== undefined)
      this.#unread.set(name, { group: 'values', reason: `is ${showValue(value)}, not a list` });
  }

  /** The list is not a fact. */
  unknownList(name: string): void {
    this.#unread.set(name, { group: 'lists', reason: NOT_A_FACT });
  }

  /** The later value counts, as if nothing had come under the name before. */
  repeated(name: string): void {
    if (name === 'columns') this.#columns = undefined;
    if (this.#unread.has(name)) this.#unread.set(name, undefined);
    if (isFactName(name)) this.#forgetFact(name);
  }

  columns(value: unknown): void {
    this.#columns = value;
  }

  /** The value of `columns`, which is read last, whatever place it has. */
  get columnsEntry(): unknown {
    return this.#columns;
  }

  /** An object that does not only hold lists is a single record: a line. */
  unknownObject(_: readonly string[], areLists: boolean): void {
    if (!areLists) throw new NotJson();
  }

  #forgetFact(fact: FactName): void {
    if (fact === 'conversations') {
      this.builder.take();
      this.#batches = [];
    }
    if (fact === 'orders') this.#orders = [];
    if (fact === 'articles') this.#articles = [];
    this.#records.delete(fact as RecordFactName);
    this.#present.delete(fact);
    this.refusals.forget(fact);
  }

  forgetAll(): void {
    for (const fact of FACT_NAMES) this.#forgetFact(fact);
    this.#unread.clear();
    this.#columns = undefined;
    this.refusals.forgetAll();
    this.#fields.clear();
  }

  #collectorOf(fact: RecordFactName): RecordCollector {
    const collector = this.#records.get(fact) ?? this.#sink.collectRecords(fact);
    this.#records.set(fact, collector);
    return collector;
  }

  /** Hands everything over. */
  *finish(): Steps<void> {
    for (const [name, unread] of this.#unread)
      if (unread) this.refusals.add(unread.group, name, 0, { field: '', reason: unread.reason });
    for (const [name, value] of this.#fields) this.#sink.setField(name, value);
    for (const fact of this.#present) this.#sink.markSupplied(fact);
    if (this.builder.length > 0) this.#batches.push(this.builder.take());
    for (const batch of this.#batches.splice(0)) {
      yield* this.#sink.addConversations(batch);
      yield;
    }
    if (this.#orders.length > 0) this.#sink.addOrders(this.#orders);
    if (this.#articles.length > 0) this.#sink.addArticles(this.#articles);
    for (const collector of this.#records.values()) yield* collector.end();
    this.#records.clear();
    this.refusals.addTo(this.#sink.refused);
  }
}

/** Where readers put what they have read and checked. */
export interface FactSink {
  /** Whose codes the batches carry. */
  readonly dictionaries: Dictionaries;
  readonly columns: CustomColumns;
  /** What a bare list or lines hold. */
  readonly fact: FactName;
  /** Readers count here what they refuse. */
  readonly refused: Refused;
  /** At most 65,536 rows. */
  addConversations(batch: ConversationBatch): Steps<void>;
  addOrders(orders: readonly Order[]): void;
  addArticles(articles: readonly Article[]): void;
  /** Takes a fact's records as they are read. */
  collectRecords(fact: RecordFactName): RecordCollector;
  /** The list was there, even if without any record. */
  markSupplied(fact: FactName): void;
  /** Unchecked fields beside the lists: skills, currency, timeZone, live. Throws for one that cannot be. */
  setField(name: string, value: unknown): void;
}

/** Reads one set of data piece by piece: bytes and text in order, or a whole value. `createFactReader(sink)` in `read-facts.ts` makes one. */
export interface FactReader {
  take(part: Uint8Array | string | object): Steps<void>;
  /** Nothing follows. Only now the sink hears of anything: what cannot be read changes nothing. */
  end(): Steps<void>;
  /** What has to be loaded before `end`; unset: nothing. Known once all parts were taken. */
  readonly waitsFor?: Promise<unknown> | undefined;
}

export type RefusalGroup = 'lines' | 'values' | 'lists' | FactName;

const ORDER: readonly RefusalGroup[] = ['lines', 'values', 'lists', ...FACT_NAMES];

/** Counts what was refused, and keeps the first ones in an order that does not depend on how the data came: whole lists, then by fact. */
export class Refusals {
  #groups = new Map<RefusalGroup, Refused>();

  add(group: RefusalGroup, fact: string, index: number, problem: Problem): void {
    const refused = this.#groups.get(group) ?? { count: 0, first: [] };
    this.#groups.set(group, refused);
    refuse(refused, fact, index, problem);
  }

  forget(group: RefusalGroup): void {
    this.#groups.delete(group);
  }

  forgetAll(): void {
    this.#groups.clear();
  }

  addTo(refused: Refused): void {
    for (const { count, first } of ORDER.flatMap((group) => this.#groups.get(group) ?? [])) {
      refused.count += count;
      refused.first.push(...first.slice(0, Math.max(0, MAX_REFUSALS - refused.first.length)));
    }
  }
}
