/** Up to 65,536 records of one fact: their ids, versions and contents as bytes, and the tables that need no other record. */
import { recordTimes } from '../../facts/event-times.js';
import { FACTS, type RecordFactName } from '../../facts/registry.js';
import type { Ticket } from '../../facts/tickets.js';
import type { FactColumns } from '../../custom-columns.js';
import type { Derivation } from '../../tables/derive.js';
import type { DeriveContext, DerivedRow } from '../../tables/derived-rows.js';
import { deriveTicket } from '../../tables/tickets.js';
import { hasAuthor } from '../../tables/supplied-records.js';
import { firstFrom } from '../../bisect.js';
import type { Steps } from '../../steps.js';
import { parseInstant, type Instant } from '../../time/instant.js';
import { allBits, clearBit, hasBit, type Bits } from '../store/bits.js';
import { textAt, type TextColumn } from '../store/columns.js';
import { GrowingNumbers, GrowingTexts, GrowingWholes } from '../store/growing-columns.js';
import { placeOf } from '../store/id-index.js';
import type { RecordSource } from './derived-table.js';
import { RecordCodec, RecordWriter } from './record-codec.js';
import { RecordColumnsBuilder, RecordDictionaries, type BuiltTable } from './table-builder.js';

/** What all shards of a fact have in common. */
export class RecordKind {
  readonly fact: RecordFactName;
  readonly own: FactColumns;
  readonly codec: RecordCodec;
  readonly dictionaries = new RecordDictionaries();
  readonly context: DeriveContext;
  /** Those that look at one record at a time. */
  readonly derivations: readonly Derivation[];

  constructor(fact: RecordFactName, own: FactColumns, context: DeriveContext, derivations: readonly Derivation[]) {
    this.fact = fact;
    this.own = own;
    this.codec = new RecordCodec(FACTS[fact].fields, own);
    this.context = context;
    this.derivations = derivations;
  }
}

interface ShardContents {
  ids: TextColumn;
  /** Which of two records with one id is the later. */
  versions: Float64Array;
  bytes: Uint8Array;
  /** Where each record begins in `bytes`. */
  starts: Int32Array;
  /** How many records have each of the codec's fields, an id, and an author of a message. */
  supplied: SuppliedCounts;
  first: number;
  last: number;
}

interface SuppliedCounts {
  fields: Int32Array;
  ids: number;
  authors: number;
}

export class RecordShard implements RecordSource {
  /** Which shard of its fact. */
  slot = 0;
  readonly length: number;
  readonly ids: TextColumn;
  readonly versions: Float64Array;
  tables: ReadonlyMap<string, BuiltTable> = new Map();
  /** Tables that look other records up by their ids, and what stands for those ids, ascending; unset: to be made. */
  lookedUp: { tables: ReadonlyMap<string, BuiltTable>; references: Float64Array } | undefined;
  readonly #kind: RecordKind;
  readonly #bytes: Uint8Array;
  readonly #starts: Int32Array;
  readonly #supplied: SuppliedCounts;
  #first: number;
  #last: number;
  #times: Float64Array | undefined;
  #areTimesOld = false;
  #living: Bits | undefined;
  #livingCount: number;

  constructor(kind: RecordKind, { ids, versions, bytes, starts, supplied, first, last }: ShardContents) {
    this.#kind = kind;
    this.length = versions.length;
    this.ids = ids;
    this.versions = versions;
    this.#bytes = bytes;
    this.#starts = starts;
    this.#supplied = supplied;
    this.#first = first;
    this.#last = last;
    this.#livingCount = this.length;
  }

  get firstKey(): number {
    return placeOf(this.slot, 0);
  }

  get livingCount(): number {
    return this.#livingCount;
  }

  /** Records that no later version has replaced; unset: all. Another set whenever one of them is. */
  get living(): Bits | undefined {
    return this.#living;
  }

  isLiving(record: number): boolean {
    return !this.#living || hasBit(this.#living, record);
  }

  idOf(record: number): string {
    return textAt(this.ids, record)!;
  }

  rawOf(record: number): object {
    return this.#kind.codec.read(this.#bytes, this.#starts[record]!);
  }

  /** A later version has replaced them. */
  remove(records: readonly number[]): void {
    const living = this.#living?.slice() ?? allBits(this.length);
    this.#living = living;
    this.#livingCount -= records.length;
    for (const record of records) {
      clearBit(living, record);
      this.#forget(record);
    }
  }

  addSupplied(names: Set<string>): void {
    const { fact, codec } = this.#kind;
    const { fields, ids, authors } = this.#supplied;
    codec.names.forEach((name, field) => {
      if (fields[field]) names.add(`${fact}.${name}`);
    });
    if (ids) names.add(`${fact}.id`);
    if (authors) names.add('ticketMessages.author');
  }

  /** `Infinity` without any event. */
  get first(): number {
    this.#refreshTimes();
    return this.#first;
  }

  /** The last event up to `now`, `-Infinity` without any. */
  lastUpTo(now: number): number {
    this.#refreshTimes();
    if (this.#last <= now) return this.#last;
    if (this.#first > now) return -Infinity;
    this.#times ??= Float64Array.from(this.#collectTimes()).sort();
    return this.#times[firstFrom(this.#times, now + 1) - 1] ?? -Infinity;
  }

  #forget(record: number): void {
    const { codec, fact } = this.#kind;
    const raw = this.rawOf(record);
    const start = this.#starts[record]!;
    for (let field = 0; field < codec.names.length; field++)
      if (codec.has(this.#bytes, start, field)) this.#supplied.fields[field]!--;
    if (isNamed(this.idOf(record))) this.#supplied.ids--;
    if (fact === 'tickets' && hasAuthor(raw)) this.#supplied.authors--;
    this.#times = undefined;
    this.#areTimesOld ||= recordTimes(fact, raw as never).some((at) => at === this.#first || at === this.#last);
  }

  #refreshTimes(): void {
    if (!this.#areTimesOld) return;
    this.#areTimesOld = false;
    [this.#first, this.#last] = [Infinity, -Infinity];
    for (const at of this.#collectTimes()) {
      if (at < this.#first) this.#first = at;
      if (at > this.#last) this.#last = at;
    }
  }

  #collectTimes(): number[] {
    const times: number[] = [];
    for (let record = 0; record < this.length; record++)
      if (this.isLiving(record)) times.push(...recordTimes(this.#kind.fact, this.rawOf(record) as never));
    return times;
  }
}

/** What no supplied id begins with. */
const UNNAMED = '\u0000#';

const isNamed = (key: string): boolean => !key.startsWith(UNNAMED);

/** Numbers records that have no id. */
export class Unnamed {
  #count = 0;

  next(): string {
    return `${UNNAMED}${++this.#count}`;
  }
}

/** A shard on its way. */
export class RecordShardBuilder {
  readonly #kind: RecordKind;
  readonly #unnamed: Unnamed;
  readonly #derivations: RecordKind['derivations'];
  #ids = new GrowingTexts();
  #versions = new GrowingNumbers();
  #writer = new RecordWriter();
  #starts = new GrowingWholes();
  #columns: RecordColumnsBuilder;
  #supplied: SuppliedCounts;
  #first = Infinity;
  #last = -Infinity;
  #length = 0;

  constructor(kind: RecordKind, unnamed: Unnamed) {
    this.#kind = kind;
    this.#unnamed = unnamed;
    this.#derivations = kind.derivations;
    this.#columns = this.#newColumns();
    this.#supplied = this.#newCounts();
  }

  get length(): number {
    return this.#length;
  }

  /** `key`: of a record that was named before. */
  add(raw: { id?: string }, key: string = raw.id ?? this.#unnamed.next()): void {
    const { codec, fact, context } = this.#kind;
    const record = this.#length++;
    this.#ids.set(record, key);
    this.#starts.set(record, this.#writer.at);
    codec.write(raw, this.#writer);
    this.#count(record, raw);
    this.#columns.addRecord(record, raw);
    if (fact === 'tickets') return deriveTicket(key, raw as Ticket, context, this.#columns);
    const emit = (row: DerivedRow) => this.#columns.addRow(row, record);
    for (const { derive } of this.#derivations) derive({ [fact]: [{ key, raw }] }, context, emit);
  }

  /** Nothing may be added before this has ended. */
  *take(): Steps<RecordShard> {
    const length = this.#length;
    const shard = new RecordShard(this.#kind, {
      ids: this.#ids.take(length)!,
      versions: this.#versions.takeDoubles(length)!,
      bytes: this.#writer.take(),
      starts: this.#starts.take(length),
      supplied: this.#supplied,
      first: this.#first,
      last: this.#last,
    });
    yield;
    shard.tables = yield* this.#columns.build(shard);
    this.#supplied = this.#newCounts();
    [this.#first, this.#last, this.#length] = [Infinity, -Infinity, 0];
    return shard;
  }

  #count(record: number, raw: { id?: string }): void {
    const { codec, fact } = this.#kind;
    const { first, last, bytes } = this.#writer;
    const { updatedAt } = raw as { updatedAt?: Instant | null };
    this.#versions.set(record, updatedAt == null ? last : parseInstant(updatedAt));
    if (first < this.#first) this.#first = first;
    if (last > this.#last) this.#last = last;
    const { fields } = this.#supplied;
    const start = this.#starts.at(record);
    for (let field = 0; field < fields.length; field++) if (codec.has(bytes, start, field)) fields[field]!++;
    if (raw.id != null) this.#supplied.ids++;
    if (fact === 'tickets' && hasAuthor(raw as Ticket)) this.#supplied.authors++;
  }

  #newColumns(): RecordColumnsBuilder {
    const { fact, own, dictionaries } = this.#kind;
    return new RecordColumnsBuilder(
      fact,
      this.#derivations.flatMap(({ tables }) => tables),
      own,
      dictionaries,
    );
  }

  #newCounts(): SuppliedCounts {
    return { fields: new Int32Array(this.#kind.codec.names.length), ids: 0, authors: 0 };
  }
}
