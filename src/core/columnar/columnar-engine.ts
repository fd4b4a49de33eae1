/**
 * The engine for a million conversations: columns of numbers and codes in order of time, of which a question reads only what it needs.
 * It answers as the plain engine does, and takes in more conversations without beginning anew.
 */
import type { Article } from '../facts/articles.js';
import type { Conversation } from '../facts/conversations.js';
import { isRecordTable } from '../tables/all-tables.js';
import { type CustomColumns, customDimensionsOf } from '../custom-columns.js';
import type { RecordFactName, RecordFacts } from '../facts/registry.js';
import type { ConversationsPage } from '../query.js';
import type { ResolvedSettings } from '../settings.js';
import { conversationAt } from '../tables/conversation-state.js';
import type {
  CellsRequest,
  EngineFacts,
  FactsSummary,
  FoundRecord,
  LeafCells,
  ListRequest,
  LiveSpans,
  MetricsEngine,
  Question,
  RecordsRequest,
  RowsSource,
} from '../answer/engine.js';
import { runToEnd, type Steps } from '../steps.js';
import type { RecordCollector } from './records/columnar-records.js';
import { RecordEngine } from './records/record-engine.js';
import type { OrderRecord } from '../tables/conversation-record.js';
import { suppliedBeside } from '../answer/answerable.js';
import { aggregateShards } from './query/aggregate.js';
import { Attribution } from './attribution.js';
import type { ConversationBatch } from './store/batch.js';
import { countValues } from './query/count-values.js';
import { countConversations, dimensionsUpTo, firstInstant, lastInstant } from './describe.js';
import { Dictionaries, Dictionary } from './store/columns.js';
import { ListFinder, findConversations } from './list/find.js';
import { recordOf } from './store/shard.js';
import { ShardList } from './store/shards.js';
import type { ShardTable } from './store/shard-table.js';
import { toUtf8 } from './store/bytes.js';
import { rowOf, shardOf } from './store/id-index.js';
import { firstFrom } from '../bisect.js';

export interface ColumnarOptions {
  settings: ResolvedSettings;
  /** Columns that the data's owner declared. */
  columns: CustomColumns;
}

type Given = 'conversations' | 'orders' | 'articles';

export class ColumnarEngine implements MetricsEngine {
  readonly dictionaries = new Dictionaries();
  readonly #options: ColumnarOptions;
  readonly #shards: ShardList;
  readonly #attribution: Attribution;
  readonly #finder: ListFinder;
  readonly #records: RecordEngine;
  readonly #given = new Set<Given>();
  #orders = new OrderList([]);
  #articles: readonly Article[] = [];
  #skills: readonly string[] | undefined;
  #live: LiveSpans | null | undefined;
  #facts: EngineFacts | undefined;

  constructor(options: ColumnarOptions) {
    const { settings, columns } = options;
    const context = {
      settings,
      customColumns: Object.keys(columns.conversations ?? {}),
      dictionaries: this.dictionaries,
      names: new Dictionary(),
    };
    this.#options = options;
    this.#shards = new ShardList(context);
    this.#attribution = new Attribution(this.#shards, context);
    this.#finder = new ListFinder(this.#shards, context);
    this.#records = new RecordEngine(settings, columns);
  }

  /** Takes the batch over: nobody may change it afterwards. Its codes must be those of `dictionaries`. */
  addConversations(batch: ConversationBatch): void {
    runToEnd(this.addConversationsInSteps(batch));
  }

  /** As `addConversations`; until it has ended nobody may ask. */
  *addConversationsInSteps(batch: ConversationBatch): Steps<void> {
    yield* this.#shards.addInSteps(batch);
    this.#changed('conversations');
  }

  /** All of them, each id once. */
  setOrders(orders: readonly OrderRecord[]): void {
    this.#orders = new OrderList(orders);
    this.#attribution.setOrders(orders);
    this.#records.setOrders(orders.map(({ raw }) => raw));
    this.#changed('orders');
  }

  /** All of them, each id once. */
  setArticles(articles: readonly Article[]): void {
    this.#articles = articles;
    this.#changed('articles');
  }

  /** An id's later version takes the place of the earlier; without an id each counts. */
  addRecords<F extends RecordFactName>(fact: F, records: readonly RecordFacts[F][]): void {
    const collector = this.collectRecords(fact);
    for (const record of records) collector.add(record);
    runToEnd(collector.end());
    this.markRecordsSupplied(fact);
  }

  /** As `addRecords`, one by one. */
  collectRecords(fact: RecordFactName): RecordCollector {
    const collector = this.#records.collect(fact);
    return {
      add: (record) => collector.add(record),
      get isFull() {
        return collector.isFull;
      },
      makeRoom: () => collector.makeRoom(),
      end: () => {
        this.#facts = undefined;
        return collector.end();
      },
    };
  }

  markRecordsSupplied(fact: RecordFactName): void {
    this.#records.markSupplied(fact);
    this.#facts = undefined;
  }

  /** To be called when all has been added: derives what questions about `now` would else wait for. */
  *settle(now: number): Steps<void> {
    yield* this.#records.settle();
    for (const shard of this.#shards.all) yield* shard.settle(now);
  }

  setFields({ skills, live }: { skills?: readonly string[]; live?: LiveSpans | null }): void {
    this.#skills = skills;
    this.#live = live;
    this.#records.live = live;
    this.#facts = undefined;
  }

  /** The fact was supplied, even if without any record. */
  markSupplied(fact: Given): void {
    this.#changed(fact);
  }

  async facts(): Promise<EngineFacts> {
    return (this.#facts ??= this.#describeFacts());
  }

  async asOf(now: number): Promise<number | null> {
    const last = Math.max(lastInstant(this.#shards.all, now), this.#orders.lastUpTo(now), this.#records.lastUpTo(now));
    return last === -Infinity ? null : last;
  }

  async groupCounts(
    source: RowsSource,
    dimension: string,
    request: Pick<CellsRequest, 'span' | 'filters' | 'now'>,
  ): Promise<Map<string, number>> {
    if (isRecordTable(source.fact)) return this.#records.groupCounts(source, dimension, request);
    this.#moveTo(request.now);
    return countValues(source, dimension, this.#tables(source.fact), request);
  }

  async cells(request: CellsRequest): Promise<LeafCells[]> {
    this.#moveTo(request.now);
    return request.leaves.map((leaf) =>
      isRecordTable(leaf.fact)
        ? this.#records.cells(leaf, request)
        : aggregateShards(leaf, this.#tables(leaf.fact), request),
    );
  }

  async list(request: ListRequest): Promise<ConversationsPage> {
    this.#moveTo(request.now);
    return this.#finder.list(request, this.#tables(request.leaf.fact));
  }

  async records(request: RecordsRequest): Promise<{ rows: FoundRecord[]; total: number }> {
    if (isRecordTable(request.source.fact)) return this.#records.records(request);
    this.#moveTo(request.now);
    return findConversations(request, this.#tables(request.source.fact), this.#shards, this.#options.settings);
  }

  async questions(request: Pick<CellsRequest, 'span' | 'filters' | 'now'>): Promise<Question[]> {
    this.#moveTo(request.now);
    return this.#finder.questions(request, this.#tables('conversations'));
  }

  async describe(now: number): Promise<FactsSummary> {
    const { all } = this.#shards;
    const { settings, columns } = this.#options;
    const lengths = Object.entries({
      conversations: countConversations(all),
      orders: this.#orders.length,
      articles: this.#articles.length,
    });
    const first = Math.min(firstInstant(all), this.#orders.first, this.#records.first);
    return {
      counts: {
        ...Object.fromEntries(lengths.filter(([fact]) => this.#given.has(fact as Given))),
        ...this.#records.counts,
      },
      dimensions: dimensionsUpTo(now, all, this.#records, customDimensionsOf(columns, 'conversations'), {
        skill: this.#skills ?? [],
        goal: Object.keys(settings.goals ?? {}),
      }),
      first: first <= now ? first : null,
      last: await this.asOf(now),
    };
  }

  async conversation(id: string, now: number): Promise<Conversation | undefined> {
    const bytes = toUtf8(id);
    const place = this.#shards.find({ bytes, start: 0, end: bytes.length });
    if (place === undefined) return undefined;
    const record = recordOf(this.#shards.at(shardOf(place)), rowOf(place));
    return record.startedAt <= now ? conversationAt(record, now) : undefined;
  }

  async articles(): Promise<readonly Article[]> {
    return this.#articles;
  }

  /** Every table as it stands at `now`. */
  #moveTo(now: number): void {
    const { all } = this.#shards;
    for (const shard of all) shard.moveTo(now);
    this.#attribution.moveTo(now);
    for (const shard of all) shard.refreshGoals();
  }

  #tables(fact: string): ShardTable[] {
    const { all } = this.#shards;
    return fact === 'attributedItems' ? [this.#attribution.table] : all.flatMap((shard) => shard.table(fact) ?? []);
  }

  #changed(given: Given): void {
    this.#given.add(given);
    this.#facts = undefined;
  }

  #describeFacts(): EngineFacts {
    const { settings, columns } = this.#options;
    const names = new Set<string>();
    for (const { supplied } of this.#shards.all) supplied.addTo(names);
    return {
      supplied: new Set([
        ...suppliedBeside(names, { given: this.#given, skills: this.#skills, settings }),
        ...this.#records.supplied,
      ]),
      settings,
      columns,
      live: this.#live,
    };
  }
}

/** The orders of an engine and the instants at which they were placed and cancelled. */
export class OrderList {
  readonly length: number;
  readonly #instants: Float64Array;

  constructor(orders: readonly OrderRecord[]) {
    this.length = orders.length;
    this.#instants = Float64Array.from(
      orders.flatMap(({ at, cancelledAt }) => (cancelledAt === undefined ? [at] : [at, cancelledAt])),
    ).sort();
  }

  /** `Infinity` without any. */
  get first(): number {
    return this.#instants[0] ?? Infinity;
  }

  /** `-Infinity` without any up to `now`. */
  lastUpTo(now: number): number {
    return this.#instants[firstFrom(this.#instants, now + 1) - 1] ?? -Infinity;
  }
}
