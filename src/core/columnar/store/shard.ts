/** Some thousand conversations in order of time: the tables of their facts, as they stand at one instant. */
import type { ConversationBatch } from './batch.js';
import { both } from './bits.js';
import { childTables, type RecordsOfRows } from './child-tables.js';
import type { Column, TextColumn } from './columns.js';
import { EventTimes, SuppliedKeys, ValueCounts } from './statistics.js';
import { type FoldedTexts, foldTexts } from './folded-texts.js';
import { goalColumn } from '../query/goals.js';
import { LiveRows, RecordRows, recordsOfRows } from './record-rows.js';
import { type ShardContext, plainColumns, zeros } from './plain-columns.js';
import { ShardTable } from './shard-table.js';
import { isTouched } from '../../tables/attributed-orders.js';
import type { Conversation } from '../../facts/conversations.js';
import { runToEnd, type Steps } from '../../steps.js';
import { formatInstant } from '../../time/instant.js';
import type { Cell } from '../../answer/engine.js';
import { type ConversationRecord, toConversationRecord } from '../../tables/conversation-record.js';
import { readUtf8 } from './bytes.js';

export class Shard {
  /** Which shard of its engine. */
  readonly slot: number;
  readonly context: ShardContext;
  readonly batch: ConversationBatch;
  readonly records: RecordRows | undefined;
  readonly living: LiveRows;
  readonly opened: ShardTable;
  readonly conversations: ShardTable;
  readonly events: EventTimes;
  readonly counts: ValueCounts;
  readonly supplied: SuppliedKeys;
  /** Whether products were touched in any conversation. */
  readonly isTouched: boolean;
  #children: ReadonlyMap<string, ShardTable> = new Map();
  #folded: FoldedTexts | undefined;
  #goals: Column | undefined;
  #goalsAreOld = true;
  #attributed: Map<number, number> = new Map();

  /** The batch's rows must be in order of time. */
  static *make(slot: number, batch: ConversationBatch, context: ShardContext): Steps<Shard> {
    const of = batch.records.size ? yield* recordsOfRows(batch) : undefined;
    const shard = new Shard(slot, batch, context, of);
    yield;
    if (of) shard.#children = yield* childTables(shard.opened, of, context);
    return shard;
  }

  private constructor(slot: number, batch: ConversationBatch, context: ShardContext, of: RecordsOfRows | undefined) {
    const columns = plainColumns(batch, context);
    this.slot = slot;
    this.batch = batch;
    this.context = context;
    this.records = of && new RecordRows(batch, of, columns, context);
    this.living = new LiveRows(batch, this.records);
    this.events = new EventTimes(this.living);
    this.counts = new ValueCounts(this.living);
    this.supplied = new SuppliedKeys(this.living);
    this.isTouched = Boolean(this.records?.records.some(isTouched));
    this.#goals = columns.get('goal');
    this.opened = new ShardTable('openedConversations', batch.startedAt, columns);
    this.conversations = new ShardTable('conversations', batch.startedAt, columns);
  }

  get length(): number {
    return this.batch.length;
  }

  /** Made when first searched. */
  get folded(): FoldedTexts {
    return (this.#folded ??= foldTexts(this.batch, this.records));
  }

  /** `undefined`: without a row. */
  table(fact: string): ShardTable | undefined {
    if (fact === 'conversations') return this.conversations;
    return fact === 'openedConversations' ? this.opened : this.#children.get(fact);
  }

  /** Takes rows out that a later version has replaced. */
  remove(rows: readonly number[]): void {
    for (const row of rows) {
      this.living.remove(row);
      this.events.forget(row);
      this.counts.forget(row);
    }
    this.#replaceMembers();
  }

  /** Whether anything changed. */
  moveTo(now: number): boolean {
    return runToEnd(this.moveInSteps(now));
  }

  /** As `moveTo`; until it has ended nobody may ask. */
  *moveInSteps(now: number): Steps<boolean> {
    if (!this.records || !(yield* this.records.moveInSteps(now))) return false;
    for (const [name, column] of this.records.columns()) this.#replace(name, column);
    this.#replaceMembers();
    this.#goalsAreOld = true;
    return true;
  }

  /** Makes what descriptions and the first question would else wait for. */
  *settle(now: number): Steps<void> {
    yield* this.supplied.settle();
    void this.events.first;
    yield;
    yield* this.moveInSteps(now);
  }

  /** How many lines of orders each conversation earned; those not named earned none. Whether that changed anything. */
  setAttributed(lines: Map<number, number>): boolean {
    if (lines.size === this.#attributed.size && [...lines].every(([row, count]) => this.#attributed.get(row) === count))
      return false;
    const column = lines.size ? { kind: 'number' as const, values: new Int32Array(this.length) } : zeros(this.length);
    for (const [row, count] of lines) column.values[row] = count;
    this.#attributed = lines;
    this.#replace('attributedItems', column);
    this.#goalsAreOld = true;
    return true;
  }

  /** To be called when all other columns are as they should be. */
  refreshGoals(): void {
    const { settings, dictionaries } = this.context;
    if (!settings.goals || !this.#goalsAreOld) return;
    this.#goalsAreOld = false;
    this.#replace('goal', this.#goals ?? { kind: 'constant', code: 0, dictionary: dictionaries.of('goal') });
    this.#replace('goal', goalColumn(this.opened, settings.goals, dictionaries.of('goal')));
  }

  #replace(name: string, column: Column): void {
    this.opened.replaceColumn(name, column);
    this.conversations.replaceColumn(name, column);
  }

  #replaceMembers(): void {
    const { bits } = this.living;
    const { begun, talked } = this.records ?? {};
    const opened = both(bits, begun);
    // Copies, since rows leave the sets that these are made of.
    this.opened.replaceMembers(opened?.slice());
    this.conversations.replaceMembers(both(opened, talked)?.slice());
  }
}

/** A conversation of a shard as a record again. */
export function recordOf({ batch, records }: Shard, row: number): ConversationRecord {
  return records?.recordAt(row) ?? toConversationRecord(plainConversation(batch, row));
}

/** `undefined`: the row has none. */
export function textOf({ bytes, offsets, missing }: TextColumn, row: number): string | undefined {
  return missing?.has(row) ? undefined : readUtf8(bytes, offsets[row]!, offsets[row + 1]!);
}

function plainConversation(
  { id, startedAt, updatedAt, firstQuestion, texts, numbers }: ConversationBatch,
  row: number,
): Conversation {
  const fields: Record<string, Cell> = {};
  for (const [name, { codes, dictionary }] of texts) if (codes[row]) fields[name] = dictionary.valueOf(codes[row]);
  for (const [name, { values }] of numbers) if (!Number.isNaN(values[row]!)) fields[name] = values[row]!;
  const question = firstQuestion && textOf(firstQuestion, row);
  return {
    ...fields,
    id: textOf(id, row)!,
    startedAt: formatInstant(startedAt[row]!),
    ...(updatedAt && !Number.isNaN(updatedAt[row]!) && { updatedAt: formatInstant(updatedAt[row]!) }),
    ...(question !== undefined && { firstQuestion: question }),
  };
}
