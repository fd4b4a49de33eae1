/**
 * Checks records one by one and keeps those that fit, conversations as batches of columns, until all was read: a list that comes twice, or a
 * text that breaks off, must leave no trace.
 */
import { showValue } from '../../core/format/show-value.js';
import { FACT_NAMES, isFactName, type FactName, type RecordFactName } from '../../core/facts/registry.js';
import { BatchBuilder, type ConversationBatch } from '../../core/columnar/store/batch.js';
import type { Article } from '../../core/facts/articles.js';
import type { Conversation } from '../../core/facts/conversations.js';
import type { Order } from '../../core/facts/orders.js';
import type { FactColumns } from '../../core/own-columns.js';
import type { Steps } from '../../core/steps.js';
import { acceptRecord } from '../accept-records.js';
import type { FactSink } from './fact-sink.js';
import { Refusals } from './refusals.js';

const MOST_ROWS = 65_536;

/** Fields of supplied data that are no facts. */
export const FIELDS: ReadonlySet<string> = new Set(['skills', 'currency', 'timeZone', 'live']);

export class FactIntake {
  readonly builder: BatchBuilder;
  readonly refusals = new Refusals();
  readonly #sink: FactSink;
  #given = new Set<FactName>();
  #fields = new Map<string, unknown>();
  #batches: ConversationBatch[] = [];
  #orders: Order[] = [];
  #articles: Article[] = [];
  readonly #records = new Map<RecordFactName, object[]>();

  constructor(sink: FactSink) {
    this.#sink = sink;
    this.builder = new BatchBuilder(sink.dictionaries, sink.columns.conversations ?? {});
  }

  /** What a bare list, lines or a table hold. */
  get fact(): FactName {
    return this.#sink.fact;
  }

  /** Columns that the data's owner declared of a fact. */
  ownColumns(fact: FactName): FactColumns {
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
    else if (fact !== 'conversations') this.#recordsOf(fact).push(accepted);
    else {
      this.builder.addRecord(accepted as Conversation);
      this.cut();
    }
  }

  /** Puts a full batch aside; to be called after rows were added to the builder. */
  cut(): void {
    if (this.builder.length >= MOST_ROWS) this.#batches.push(this.builder.take());
  }

  /** Rows until the batch is full. */
  get room(): number {
    return MOST_ROWS - this.builder.length;
  }

  give(fact: FactName): void {
    this.#given.add(fact);
  }

  setField(name: string, value: unknown): void {
    this.#fields.set(name, value);
  }

  /** Something came under the name that is no list; `null` is the same as nothing. */
  refuseValue(name: string, value: unknown): void {
    if (isFactName(name) && value !== null && value !== undefined)
      this.refusals.add('values', name, 0, { field: '', reason: `is ${showValue(value)}, not a list` });
  }

  /** A whole list is left alone. */
  refuseList(name: string): void {
    this.refusals.add('lists', name, 0, { field: '', reason: `is no fact; use one of: ${FACT_NAMES.join(', ')}` });
  }

  /** As if nothing had come of the fact. */
  forget(fact: FactName): void {
    if (fact === 'conversations') {
      this.builder.take();
      this.#batches = [];
    }
    if (fact === 'orders') this.#orders = [];
    if (fact === 'articles') this.#articles = [];
    this.#records.delete(fact as RecordFactName);
    this.#given.delete(fact);
    this.refusals.forget(fact);
  }

  forgetAll(): void {
    for (const fact of FACT_NAMES) this.forget(fact);
    this.refusals.forgetAll();
    this.#fields.clear();
  }

  #recordsOf(fact: RecordFactName): object[] {
    const list = this.#records.get(fact) ?? [];
    this.#records.set(fact, list);
    return list;
  }

  /** Hands everything over. */
  *finish(): Steps<void> {
    for (const [name, value] of this.#fields) this.#sink.setField(name, value);
    for (const fact of this.#given) this.#sink.markGiven(fact);
    if (this.builder.length > 0) this.#batches.push(this.builder.take());
    for (const batch of this.#batches.splice(0)) {
      this.#sink.addConversations(batch);
      yield;
    }
    if (this.#orders.length > 0) this.#sink.addOrders(this.#orders);
    if (this.#articles.length > 0) this.#sink.addArticles(this.#articles);
    for (const [fact, records] of this.#records) this.#sink.addRecords(fact, records as never);
    this.refusals.addTo(this.#sink.refused);
  }
}
