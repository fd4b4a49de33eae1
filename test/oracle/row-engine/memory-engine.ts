/** The plain engine: all facts in memory, every question counted row by row. Slow and simple enough to be the measure of the others. */
import type { Article } from '../../../src/core/facts/articles.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import type { ConversationsPage } from '../../../src/core/query.js';
import { customDimensionsOf } from '../../../src/core/custom-columns.js';
import { isRecordTable } from '../../../src/core/tables/all-tables.js';
import type { Leaf, LeafSource } from '../../../src/core/metrics/plan.js';
import { aggregateLeaf } from './aggregate.js';
import { buildSnapshot, type Facts, type Snapshot } from './build-tables.js';
import { conversationAt } from '../../../src/core/tables/conversation-state.js';
import { describeDimensions } from './describe-dimensions.js';
import type {
  CellsRequest,
  EngineFacts,
  FactsSummary,
  FoundRecord,
  LeafCells,
  ListRequest,
  MetricsEngine,
  Question,
  RecordsRequest,
  RowsSource,
} from '../../../src/core/answer/engine.js';
import type { FactTable } from './fact-table.js';
import { toRow } from '../../../src/core/answer/list.js';
import { listConversations } from './list-conversations.js';
import { listQuestions } from './list-questions.js';
import { findRecords } from './records/find-records.js';
import { RecordEngine } from './records/record-engine.js';
import { eventTimes } from '../../../src/core/tables/conversation-record.js';
import { contributingTest } from './row-selection.js';
import { dimensionKeys } from '../../../src/core/answer/where.js';

export class MemoryEngine implements MetricsEngine {
  readonly #facts: Facts;
  readonly #about: EngineFacts;
  readonly #records: RecordEngine;
  #snapshot: Snapshot | undefined;
  #times: Float64Array | undefined;

  /** `records` holds the facts beside conversations; unset: there are none. */
  constructor(facts: Facts, about: EngineFacts, records = new RecordEngine(about.settings, about.columns)) {
    this.#records = records;
    this.#facts = facts;
    this.#about = about;
  }

  async facts(): Promise<EngineFacts> {
    return this.#about;
  }

  async asOf(now: number): Promise<number | null> {
    const last = Math.max(this.#allTimes().findLast((at) => at <= now) ?? -Infinity, this.#records.lastUpTo(now));
    return last === -Infinity ? null : last;
  }

  async groupCounts(
    source: RowsSource,
    dimension: string,
    request: Pick<CellsRequest, 'span' | 'filters' | 'now'>,
  ): Promise<Map<string, number>> {
    if (isRecordTable(source.fact)) return this.#records.groupCounts(source, dimension, request);
    const table = this.#table(source, request.now);
    const takesPart = contributingTest(source, table, request);
    const column = table.column(dimension) ?? [];
    const counts = new Map<string, number>();
    for (let row = 0; row < table.length; row++) {
      if (!takesPart(row)) continue;
      for (const key of dimensionKeys(column[row])) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  }

  async cells(request: CellsRequest): Promise<LeafCells[]> {
    return request.leaves.map((leaf: Leaf) =>
      isRecordTable(leaf.fact)
        ? this.#records.cells(leaf, request)
        : aggregateLeaf(leaf, this.#table(leaf, request.now), request),
    );
  }

  async list(request: ListRequest): Promise<ConversationsPage> {
    return listConversations(this.snapshotAt(request.now), request);
  }

  async records(request: RecordsRequest): Promise<{ rows: FoundRecord[]; total: number }> {
    if (isRecordTable(request.source.fact)) return this.#records.records(request);
    const { tables, states } = this.snapshotAt(request.now);
    return findRecords(
      request,
      (fact) => tables.get(fact)!,
      (id) =>
        toRow(
          states.find(({ record }) => record.id === id)!,
          '',
        ),
    );
  }

  async questions(request: Pick<CellsRequest, 'span' | 'filters' | 'now'>): Promise<Question[]> {
    return listQuestions(this.snapshotAt(request.now), request);
  }

  async describe(now: number): Promise<FactsSummary> {
    const { conversations, orders, articles, skills } = this.#facts;
    const { supplied, settings, columns } = this.#about;
    const lists = Object.entries({ conversations, orders, articles }).filter(([fact]) => supplied.has(fact));
    const first = Math.min(this.#allTimes()[0] ?? Infinity, this.#records.first);
    return {
      counts: {
        ...Object.fromEntries(lists.map(([fact, records]) => [fact, records.length])),
        ...this.#records.counts,
      },
      dimensions: describeDimensions(
        conversations.filter(({ startedAt }) => startedAt <= now),
        { addValues: (counts) => this.#records.addValues(now, counts) },
        customDimensionsOf(columns, 'conversations'),
        { skill: skills, goal: Object.keys(settings.goals ?? {}) },
      ),
      first: first <= now ? first : null,
      last: await this.asOf(now),
    };
  }

  async conversation(id: string, now: number): Promise<Conversation | undefined> {
    const record = this.#facts.conversations.find((one) => one.id === id && one.startedAt <= now);
    return record && conversationAt(record, now);
  }

  async articles(): Promise<readonly Article[]> {
    return this.#facts.articles;
  }

  /** The facts as they stand at an instant; kept for as long as nothing would differ. */
  snapshotAt(now: number): Snapshot {
    const kept = this.#snapshot;
    if (kept && now >= kept.now && now < kept.validUntil) return kept;
    return (this.#snapshot = buildSnapshot(this.#facts, now, this.#about.settings));
  }

  #allTimes(): Float64Array {
    return (this.#times ??= sortedTimes(this.#facts));
  }

  #table({ fact }: LeafSource, now: number): FactTable {
    return this.snapshotAt(now).tables.get(fact)!;
  }
}

/** Every instant at which something happened, ascending. */
function sortedTimes({ conversations, orders }: Pick<Facts, 'conversations' | 'orders'>): Float64Array {
  const times: number[] = [];
  for (const record of conversations) for (const at of eventTimes(record)) times.push(at);
  for (const { at, cancelledAt } of orders) {
    times.push(at);
    if (cancelledAt !== undefined) times.push(cancelledAt);
  }
  return Float64Array.from(times).sort();
}
