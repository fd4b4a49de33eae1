/**
 * Rows of a shard that have a record: what is told of them changes with time, as messages arrive or silence closes a conversation. Every
 * row keeps the span of time in which it stays as it is, so that another now derives only the rows that differ.
 */
import { type ConversationState, isConversation, stateAt, unchangedAround } from '../../tables/conversation-state.js';
import { type ConversationRecord, toConversationRecord } from '../../tables/conversation-record.js';
import { mapInSteps, runToEnd, type Steps } from '../../steps.js';
import type { ConversationBatch } from './batch.js';
import { type Bits, allBits, clearBit, hasBit, setBit } from './bits.js';
import type { RecordsOfRows } from './child-tables.js';
import { type Column, MutableCodes } from './columns.js';
import type { ShardContext } from './plain-columns.js';

const FROM_STATE = {
  status: ({ verdict }) => verdict.status,
  outcome: ({ outcome }) => outcome,
  skill: ({ skills }) => skills,
  takenOver: ({ takenOver }) => takenOver,
  abandoned: ({ abandoned }) => abandoned,
} satisfies Record<string, (state: ConversationState) => string | boolean | readonly string[]>;
const COUNTS = ['visitorMessages', 'agentMessages', 'humanMessages'] as const;

/** Records between two places to pause. */
const STRIDE = 256;

/** The records of a batch with what is read out of each. */
export function* recordsOfRows({ records }: ConversationBatch): Steps<RecordsOfRows> {
  const rows = Int32Array.from(records.keys()).sort();
  yield;
  return { rows, records: yield* mapInSteps([...rows], STRIDE, (row) => toConversationRecord(records.get(row)!)) };
}

export class RecordRows {
  readonly rows: Int32Array;
  readonly records: readonly ConversationRecord[];
  /** Row → place in `rows` and `records`, −1 without a record. */
  readonly places: Int32Array;
  /** Of every row, as a list shows it. */
  readonly updatedAt: Float64Array;
  readonly messageCount: Float64Array;
  /** Rows that have begun, and those in which a visitor wrote. Rows without a record are in both. */
  readonly begun: Bits;
  readonly talked: Bits;
  readonly #context: ShardContext;
  readonly #codes: ReadonlyMap<keyof typeof FROM_STATE, MutableCodes>;
  readonly #counts: ReadonlyMap<(typeof COUNTS)[number], Float64Array>;
  readonly #from: Float64Array;
  readonly #until: Float64Array;
  #validFrom = Infinity;
  #validUntil = -Infinity;

  /** Takes what stands in `columns` for the other rows. */
  constructor(batch: ConversationBatch, of: RecordsOfRows, columns: Map<string, Column>, context: ShardContext) {
    const { length } = batch;
    const { dictionaries } = context;
    this.#context = context;
    this.rows = of.rows;
    this.records = of.records;
    this.places = new Int32Array(length).fill(-1);
    this.rows.forEach((row, place) => {
      this.places[row] = place;
    });
    this.updatedAt = batch.startedAt.map((at, row) => {
      const updatedAt = batch.updatedAt?.[row];
      return updatedAt === undefined || Number.isNaN(updatedAt) ? at : updatedAt;
    });
    this.messageCount = Float64Array.from({ length }, (_, row) => batch.numbers.get('messageCount')?.values[row] || 0);
    this.begun = allBits(length);
    this.talked = allBits(length);
    this.#codes = new Map(
      (Object.keys(FROM_STATE) as (keyof typeof FROM_STATE)[]).map((name) => [
        name,
        new MutableCodes(length, dictionaries.of(name), columns.get(name)),
      ]),
    );
    this.#counts = new Map(COUNTS.map((name) => [name, new Float64Array(length).fill(NaN)]));
    this.#from = new Float64Array(this.rows.length).fill(Infinity);
    this.#until = new Float64Array(this.rows.length).fill(-Infinity);
    const user = new MutableCodes(length, dictionaries.of('user'), columns.get('user'));
    const goal = new MutableCodes(length, dictionaries.of('goal'));
    this.records.forEach(({ profile, raw }, place) => {
      user.set(this.rows[place]!, profile?.id ?? raw.visitorId ?? null);
      goal.set(this.rows[place]!, [...new Set(raw.goals)]);
    });
    columns.set('user', user.column);
    columns.set('goal', goal.column);
  }

  recordAt(row: number): ConversationRecord | undefined {
    return this.records[this.places[row]!];
  }

  /** Whether any row changed. */
  moveTo(now: number): boolean {
    return runToEnd(this.moveInSteps(now));
  }

  /** As `moveTo`; until it has ended nobody may look. */
  *moveInSteps(now: number): Steps<boolean> {
    if (now >= this.#validFrom && now < this.#validUntil) return false;
    let isChanged = false;
    this.#validFrom = -Infinity;
    this.#validUntil = Infinity;
    for (let place = 0; place < this.rows.length; place++) {
      if (now < this.#from[place]! || now >= this.#until[place]!) {
        this.#derive(place, now);
        isChanged = true;
        if (place % STRIDE === STRIDE - 1) yield;
      }
      if (this.#from[place]! > this.#validFrom) this.#validFrom = this.#from[place]!;
      if (this.#until[place]! < this.#validUntil) this.#validUntil = this.#until[place]!;
    }
    return isChanged;
  }

  /** The columns that depend on now. */
  *columns(): Generator<[name: string, column: Column]> {
    for (const [name, codes] of this.#codes) yield [name, codes.column];
    for (const [name, values] of this.#counts) yield [name, { kind: 'number', values }];
  }

  #derive(place: number, now: number): void {
    const row = this.rows[place]!;
    const record = this.records[place]!;
    const state = stateAt(record, now, this.#context.settings);
    for (const [name, codes] of this.#codes) codes.set(row, FROM_STATE[name](state));
    for (const [name, values] of this.#counts) values[row] = state[name] ?? NaN;
    this.updatedAt[row] = state.updatedAt;
    this.messageCount[row] = state.messageCount;
    putBit(this.begun, row, record.startedAt <= now);
    putBit(this.talked, row, isConversation(state));
    const { from, until } = unchangedAround(record, now, this.#context.settings);
    this.#from[place] = from;
    this.#until[place] = until;
  }
}

function putBit(bits: Bits, row: number, isSet: boolean): void {
  if (isSet) setBit(bits, row);
  else clearBit(bits, row);
}

/** Rows of a shard that no later version has replaced. */
export class LiveRows {
  readonly batch: ConversationBatch;
  readonly records: RecordRows | undefined;
  #bits: Bits | undefined;
  #count: number;

  constructor(batch: ConversationBatch, records: RecordRows | undefined) {
    this.batch = batch;
    this.records = records;
    this.#count = batch.length;
  }

  get count(): number {
    return this.#count;
  }

  /** `undefined`: all. */
  get bits(): Bits | undefined {
    return this.#bits;
  }

  has(row: number): boolean {
    return !this.#bits || hasBit(this.#bits, row);
  }

  /** The row must be living. */
  remove(row: number): void {
    this.#bits ??= allBits(this.batch.length);
    clearBit(this.#bits, row);
    this.#count--;
  }
}
